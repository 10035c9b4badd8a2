import { lastDraftIn, readReference } from '../domain/drafts/reference.ts';
import { type MailHead, threadOf } from '../domain/mail/message.ts';
import { type Commitment, isOpen } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { readContactOfMessage, readThread } from '../store/messages.ts';
import { readCommitment } from '../store/queries.ts';
import type { Context } from './context.ts';

/** How many messages of a thread are looked at, the last ones. */
const MOST_IN_THREAD = 20;

/**
 * The commitments that a message refers to: those of the nearest message that it answers and that says so, by the references
 * of a draft or by what was recorded; else those of the last message of its thread that has any.
 */
export function findSubjects({ db }: Context, head: MailHead): Commitment[] {
  const { answers } = head;
  for (const [index, id] of answers.entries()) {
    const found = known(
      readReference(id)
        ? lastDraftIn(answers.slice(index)).map(({ commitment }) => commitment)
        : subjectOf(readContactOfMessage(db, id)),
    );
    if (found.length > 0) return found;
  }
  // Other messages of the thread may have come in, though none that this one names.
  const thread = threadOf(head);
  for (const contact of thread === undefined ? [] : readThread(db, thread, MOST_IN_THREAD)) {
    const found = known(subjectOf(contact));
    if (found.length > 0) return found;
  }
  return [];

  function known(uids: readonly (string | null)[]): Commitment[] {
    return uids.flatMap((uid) => (uid === null ? [] : (readCommitment(db, uid) ?? [])));
  }

  /** What words opened or joined is what is said next about them, until it is closed. */
  function subjectOf(contact: Contact | null): (string | null)[] {
    if (contact === null) return [];
    const { opened, joined, about } = contact;
    const [open] = known([opened, joined]).filter(isOpen);
    return [open ? open.uid : (about ?? opened)];
  }
}
