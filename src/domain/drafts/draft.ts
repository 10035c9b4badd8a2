import type { Instant, Moment } from '../time/moment.ts';

/** The kinds of messages that can be drafted. */
export const DRAFT_KINDS = ['confirm', 'offer', 'update', 'late', 'chase', 'delivered', 'thanks'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a draft says about one commitment that is recorded once it was sent. */
export interface DraftedPart {
  /** The uid of the commitment. */
  readonly commitment: string;
  /** The date that it offers or confirms; null if it has none. */
  readonly date: Moment | null;
}

/** A message made from the record, ready to be sent by the person's own mail program. It is no word until it was sent. */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  /** The uid of the client it is to. */
  readonly client: string;
  /** The commitments that it is about; none if it is only about the client. */
  readonly parts: readonly DraftedPart[];
  /** When it says that they hear next; null if it does not. */
  readonly next: Moment | null;
  readonly subject: string;
  readonly text: string;
  /** How its dates are worded in the text, so that it can be seen whether they are still in it once it was sent. */
  readonly datesAsWorded: readonly string[];
  readonly madeAt: Instant;
}
