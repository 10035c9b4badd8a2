import type { KeptRate } from '../agenda/brief.ts';
import type { Amount } from '../base/amount.ts';
import type { Kind, State } from '../streams/kinds.ts';
import type { Instant, Moment } from '../time/moment.ts';

// What a client may read about the work for them. Nothing gets in here but what these types have a place for: each value
// is picked from a field of an event that was said to the client or by them. Notes, facts about people, answers of a
// review, drafts and time spent have no place.

/** The day that a report shows, and the last instant of it that counts. */
export interface AsOf {
  /** An ISO date in my zone. */
  readonly day: string;
  readonly at: Instant;
  /** Whether that day is over, so that what was said later is left out. */
  readonly isPast: boolean;
}

/** A date that took the place of another. */
export interface ReportMove {
  readonly at: Instant;
  readonly from: Moment;
  readonly to: Moment;
  /** Why, in my words; null unless reasons are asked for. */
  readonly reason: string | null;
}

/** One thing that was said between the client and me, or that was done about it. */
export type ReportStep =
  | {
      readonly step: 'asked';
      readonly at: Instant;
      readonly wantedBy: Moment | null;
      /** What depends on it, as they said. */
      readonly theirWords: string | null;
    }
  | {
      readonly step: 'promised' | 'awaited' | 'talk-promised';
      readonly at: Instant;
      readonly date: Moment;
    }
  | { readonly step: 'offered'; readonly at: Instant; readonly date: Moment; readonly reason: string | null }
  | {
      readonly step: 'countered';
      readonly at: Instant;
      readonly wantedBy: Moment | null;
      readonly theirWords: string | null;
    }
  | { readonly step: 'agreed'; readonly at: Instant; readonly date: Moment }
  | ({ readonly step: 'moved' } & ReportMove)
  | {
      readonly step: 'priced';
      readonly at: Instant;
      readonly amount: Amount;
      readonly date: Moment | null;
      readonly reason: string | null;
    }
  | { readonly step: 'given-free'; readonly at: Instant; readonly reason: string | null }
  | {
      readonly step: 'price-refused' | 'resolution-refused';
      readonly at: Instant;
      readonly theirWords: string | null;
    }
  | { readonly step: 'price-approved' | 'resolution-approved'; readonly at: Instant; readonly by: string }
  | { readonly step: 'review-until'; readonly at: Instant; readonly date: Moment }
  | {
      readonly step: 'dropped' | 'reopened';
      readonly at: Instant;
      readonly reason: string | null;
    }
  | {
      readonly step: 'missed';
      /** When it was to come, and when it was clear that it would not. */
      readonly at: Instant;
      readonly clearAt: Instant;
    }
  | { readonly step: PlainStep; readonly at: Instant };

/** The steps of which there is no more to say than that they were taken. */
type PlainStep =
  | 'wrote'
  | 'complained'
  | 'resolution-put'
  | 'delivered'
  | 'put-right'
  | 'kept'
  | 'talk-kept'
  | 'received'
  | 'answered'
  | 'accepted'
  | 'accepted-by-silence'
  | 'closed';

/** What a part of a report is about. */
export interface ReportSubject {
  readonly uid: string;
  /** This machine's number, for me; a client does not see it. */
  readonly number: number;
  readonly kind: Kind;
  readonly title: string;
  readonly project: string | null;
}

/** Something that I owe the client, or did. */
export interface ReportItem extends ReportSubject {
  readonly state: State;
  /** The agreed or promised date; null where there is none, or it was never named to them. */
  readonly date: Moment | null;
  readonly offered: Moment | null;
  readonly wantedBy: Moment | null;
  /** Whether it is open, and its date has passed. */
  readonly isOverdue: boolean;
  /** The dates that it had before, in order. */
  readonly moves: readonly ReportMove[];
  /** When they hear about it next; null if nothing says. */
  readonly next: NextWord | null;
  /** When it was finished; of what they accepted, when they did. */
  readonly finishedAt: Instant | null;
  /** Whether it was done, and its date had passed by then. */
  readonly wasLate: boolean;
  /** Whether it was a word about a complaint, whose title it has. */
  readonly isTalk: boolean;
}

/** When they were told that they would hear; what only a clock of mine says is never past. */
export interface NextWord {
  readonly date: Moment;
  readonly isPast: boolean;
}

/** What I wait for from the client. */
export type ReportAsk = ReportSubject & {
  readonly moves: readonly ReportMove[];
  readonly isOverdue: boolean;
  /** By when: their date, or the end of the review window. */
  readonly date: Moment | null;
  /** The date of mine that they are asked about. */
  readonly offered: Moment | null;
} & (
    | { readonly ask: 'delivery' | 'answer-to-offer' | 'approval' | 'acceptance' }
    | { readonly ask: 'price'; readonly amount: Amount }
  );

/** A step of the story, and what it is about. */
export interface ReportLine extends ReportSubject {
  readonly step: ReportStep;
}

/** How far the budget of a project is used. */
export interface ReportBudget {
  readonly project: string;
  /** The month ("2026-05") of a monthly budget. */
  readonly month: string | null;
  readonly budget: Amount;
  readonly used: Amount;
}

/** Everything that a client is shown. */
export interface ClientReport {
  readonly client: { readonly uid: string; readonly name: string };
  readonly asOf: AsOf;
  /** What happened from here on is told; null for everything. */
  readonly since: Instant | null;
  /** When they hear from me next, of all dates that are ahead; null if there is none. */
  readonly next: Moment | null;
  /** What I owe them, by date. */
  readonly open: readonly ReportItem[];
  /** What I wait for from them, by date. */
  readonly asks: readonly ReportAsk[];
  /** What was finished in the time of the report, latest first. */
  readonly finished: readonly ReportItem[];
  /** What happened in that time, in order. */
  readonly story: readonly ReportLine[];
  /** Null unless it is asked for. */
  readonly budgets: readonly ReportBudget[] | null;
  /** Of the dates of mine that came due in that time, or of which the work was finished before, how many I kept. */
  readonly kept: KeptRate;
}

/** All moves of dates that a report shows, with what they are about. */
export function movedIn({ open, asks, finished }: ClientReport): (ReportItem | ReportAsk)[] {
  const all = [...open, ...asks, ...finished].filter(({ moves }) => moves.length > 0);
  return [...new Map(all.map((each) => [each.uid, each])).values()];
}
