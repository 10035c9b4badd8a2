import { lastUnsent, threadOf } from '../../app/drafts.ts';
import { recipientsOf } from '../../domain/drafts/content.ts';
import type { DraftKind } from '../../domain/streams/draft.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';
import type { ChosenParts } from './choose-parts.ts';
import { messageOf } from './write-message.ts';

/** The message that was drafted last about the same commitments, unless it was sent; null if there is none. */
export function keptMessage(
  session: Session,
  { client, parts }: ChosenParts,
  kind: DraftKind | null,
): Message | null {
  const context = session.open('read');
  const [first] = parts;
  const kept = first ? lastUnsent(context, first.commitment?.uid ?? client.uid, kind) : null;
  const about = parts.map(({ commitment }) => commitment?.uid ?? null);
  const isSame =
    kept?.parts.length === about.length && kept.parts.every(({ commitment }) => about.includes(commitment));
  if (!kept || !isSame) return null;
  const commitments = parts.flatMap(({ commitment }) => commitment ?? []);
  const uids = commitments.map(({ uid }) => uid);
  return messageOf(session, kept, recipientsOf(client, commitments), threadOf(context, client.uid, uids));
}
