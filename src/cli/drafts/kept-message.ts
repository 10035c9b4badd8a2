import { lastDraft, sentAt, threadOf } from '../../app/drafts.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { recipientsOf } from '../../domain/drafts/content.ts';
import type { DraftKind } from '../../domain/streams/draft.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';
import type { ChosenParts } from './choose-parts.ts';
import { messageOf } from './write-message.ts';

/**
 * The message that was drafted last about the same commitments; null if there is none. Throws a Refusal if it was sent already:
 * nobody has seen another one that could have gone out.
 */
export function keptMessage(
  session: Session,
  { client, parts }: ChosenParts,
  kind: DraftKind | null,
): Message | null {
  const context = session.open('read');
  const [first] = parts;
  const kept = first ? lastDraft(context, first.commitment?.uid ?? client.uid, kind) : null;
  const about = parts.map(({ commitment }) => commitment?.uid ?? null);
  const isSame =
    kept?.parts.length === about.length && kept.parts.every(({ commitment }) => about.includes(commitment));
  if (!kept || !isSame) return null;
  const sent = sentAt(context, kept);
  if (sent !== null) {
    throw refuse(
      'already-sent',
      `The last one was recorded as sent before: ${sayInstant(sent, session.calendar)}.`,
      'If another one went out, write it first, without --sent. To take back the record: followup undo',
    );
  }
  const commitments = parts.flatMap(({ commitment }) => commitment ?? []);
  const uids = commitments.map(({ uid }) => uid);
  return messageOf(session, kept, recipientsOf(client, commitments), threadOf(context, client.uid, uids));
}
