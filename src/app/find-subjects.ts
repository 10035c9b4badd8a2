import { lastDraftIn, readReference } from '../domain/drafts/reference.ts';
import type { MailHead } from '../domain/mail/message.ts';
import { type Commitment, isOpen } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { readContactOfMessage } from '../store/messages.ts';
import { readCommitment } from '../store/queries.ts';
import type { Context } from './context.ts';

/**
 * The commitments that a message refers to: those of the nearest message that it answers and that says so, by the references
 * of a draft or by what was recorded.
 */
export function findSubjects({ db }: Context, { answers }: MailHead): Commitment[] {
  for (const [index, id] of answers.entries()) {
    const found = readReference(id)
      ? lastDraftIn(answers.slice(index)).map(({ commitment }) => commitment)
      : subjectOf(readContactOfMessage(db, id));
    const commitments = found.flatMap((uid) => (uid === null ? [] : (readCommitment(db, uid) ?? [])));
    if (commitments.length > 0) return commitments;
  }
  return [];

  /** What words opened is what is said next about them, until it is closed. */
  function subjectOf(contact: Contact | null): (string | null)[] {
    if (contact === null) return [];
    const { opened, about } = contact;
    const begun = opened === null ? null : readCommitment(db, opened);
    return [begun && isOpen(begun) ? begun.uid : (about ?? opened)];
  }
}
