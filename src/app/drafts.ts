import type { Commitment } from '../domain/streams/commitment.ts';
import type { Draft, DraftKind } from '../domain/streams/draft.ts';
import type { Instant } from '../domain/time/moment.ts';
import { writingAside } from '../store/db.ts';
import { keepDraft, readLastDraft, readLastDraftForAll } from '../store/drafts.ts';
import { readContactOfDraft, readLastMessageAbout } from '../store/messages.ts';
import { readCommitment } from '../store/queries.ts';
import { newUid } from '../store/uid.ts';
import type { Context } from './context.ts';

/** An id for a new draft. */
export function newDraftId({ now }: Context): string {
  return newUid(now);
}

/**
 * A new draft as it is to be known: as the last one, if that says the same and was not sent, because the message may go out from
 * either.
 */
export function asKnown({ db }: Context, draft: Draft): Draft {
  const [first] = draft.parts;
  const last = first && readLastDraft(db, first.commitment ?? draft.client, first.kind);
  return last && saysTheSame(last, draft) && readContactOfDraft(db, last.id) === null
    ? { ...draft, id: last.id }
    : draft;
}

function saysTheSame(one: Draft, other: Draft): boolean {
  const said = ({ client, parts, subject, text }: Draft) => JSON.stringify([client, parts, subject, text]);
  return said(one) === said(other);
}

/** Keeps a draft until it was sent. A draft is no record, so no backup is made for it. */
export function keep({ db }: Context, draft: Draft): void {
  writingAside(db, () => keepDraft(db, draft));
}

/** The last draft for a commitment or a client (by uid), of one kind or of any; null if there is none. */
export function lastDraft({ db }: Context, about: string, kind: DraftKind | null): Draft | null {
  return readLastDraft(db, about, kind);
}

/** The last draft, all of one kind or of any, for all that a client (by uid) should hear; null if there is none. */
export function lastDraftForAll({ db }: Context, client: string, kind: DraftKind | null): Draft | null {
  const last = readLastDraftForAll(db, client, kind);
  return kind === null || last?.parts.every((part) => part.kind === kind) ? last : null;
}

/** The commitments that a draft is about. */
export function commitmentsOf({ db }: Context, { parts }: Pick<Draft, 'parts'>): Commitment[] {
  return parts.flatMap(({ commitment }) => readCommitment(db, commitment ?? '') ?? []);
}

/** When a draft was sent; null if it was not. */
export function sentAt({ db }: Context, { id }: Draft): Instant | null {
  return readContactOfDraft(db, id)?.at ?? null;
}

/** The message that a draft about commitments (by uid) goes on with; null if none of the record is. */
export function threadOf({ db }: Context, client: string, commitments: readonly string[]) {
  for (const commitment of commitments) {
    const last = readLastMessageAbout(db, client, commitment);
    if (last?.messageId) return { messageId: last.messageId, subject: last.subject };
  }
  return null;
}
