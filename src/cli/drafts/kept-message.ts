import type { PartToDraft } from '../../app/draft-content.ts';
import { isAskedFor } from '../../app/draft-parts.ts';
import { commitmentsOf, lastDraft, lastDraftForAll, sentAt, threadOf } from '../../app/drafts.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { recipientsOf } from '../../domain/drafts/content.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Draft, DraftKind } from '../../domain/streams/draft.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';
import { messageOf } from './write-message.ts';

/**
 * The message that was drafted last about commitments; null if there is none, or it was sent and another one is asked for by
 * now. Throws a Refusal if it was sent and nothing asks for another.
 */
export function keptMessage(
  session: Session,
  client: Client,
  parts: readonly PartToDraft[],
  kind: DraftKind | null,
): Message | null {
  const [first] = parts;
  const kept = first ? lastDraft(session.open('read'), first.commitment?.uid ?? client.uid, kind) : null;
  const about = parts.map(({ commitment }) => commitment?.uid ?? null);
  const isSame =
    kept?.parts.length === about.length && kept.parts.every(({ commitment }) => about.includes(commitment));
  return kept && isSame ? unsent(session, client, kept) : null;
}

/**
 * The message that was drafted last as all that a client should hear, also if that is something else by now; null if there is
 * none. Throws a Refusal if it was sent already.
 */
export function keptMessageForAll(session: Session, client: Client, kind: DraftKind | null): Message | null {
  const kept = lastDraftForAll(session.open('read'), client.uid, kind);
  return kept && unsent(session, client, kept);
}

function unsent(session: Session, client: Client, kept: Draft): Message | null {
  const context = session.open('read');
  const sent = sentAt(context, kept);
  if (sent !== null) {
    if (isAskedFor(context, client, kept)) return null;
    throw refuse(
      'already-sent',
      `The last one was recorded as sent before: ${sayInstant(sent, session.calendar)}.`,
      'If another one went out, write it first, without --sent.',
    );
  }
  const commitments = commitmentsOf(context, kept);
  const uids = commitments.map(({ uid }) => uid);
  return messageOf(session, kept, recipientsOf(client, commitments), threadOf(context, client.uid, uids));
}
