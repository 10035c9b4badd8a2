import type { Commitment } from '../streams/commitment.ts';
import type { Instant } from '../time/moment.ts';
import type { Group } from './groups.ts';
import type { Ledger } from './ledger.ts';

export type Severity = 'overdue' | 'today' | 'soon';

/**
 * When a line is shown. All but the last make it overdue once it was due:
 * - `as-it-nears`: soon, then today, as its time comes closer;
 * - `from-the-start`: at least a matter of today;
 * - `once-passed`: not before it is overdue;
 * - `always-today`: a matter of today whatever the time.
 */
export type SeverityRule = 'as-it-nears' | 'from-the-start' | 'once-passed' | 'always-today';

/** What a reason finds in the ledger: something that needs attention now, or later on. */
export interface Found {
  /** Null for what is about a client, or about the review. */
  readonly commitment: Commitment | null;
  /** Uid of the client or other party to whom words about it go, if there is one. */
  readonly counterpart: string | null;
  /** When it becomes overdue: the moment M of the rule. */
  readonly due: Instant;
  /** The beginning of a window: it must not be missed, so severity goes by it until it is past. */
  readonly from?: Instant | undefined;
  readonly since: Instant;
}

/** What a reason finds about a commitment. */
export interface AboutCommitment extends Found {
  readonly commitment: Commitment;
}

/** Words or a date that a command still lacks. */
export type Need = 'TEXT' | 'DATE';

/** One argument of a command. A client is named by uid: how to write the name is up to the view. */
export type Argument = string | { readonly client: string | null };

/** A command that settles a line, as arguments of `followup`; `TEXT` and `DATE` stand for what is missing. */
export interface SettlingCommand {
  readonly args: readonly Argument[];
  readonly needs: readonly Need[];
}

/** Everything about a reason but its words, which belong to the views. */
export interface ReasonDefinition<F extends Found = Found> {
  readonly find: (ledger: Ledger) => readonly F[];
  readonly shown: SeverityRule;
  /** Where its entries are read; null for what is shown elsewhere. What is only due soon is in a group of its own. */
  readonly group: { readonly overdue: Group; readonly today: Group } | null;
  readonly settle: (found: F, severity: Severity) => SettlingCommand;
}

/** The command that is the same verb on the commitment, without anything missing. */
export function bare(verb: string, { commitment }: AboutCommitment): SettlingCommand {
  return { args: [verb, String(commitment.number)], needs: [] };
}

/** Something to say about a commitment: an update, or the chase of what they owe. */
export function say({ commitment }: AboutCommitment): SettlingCommand {
  return { args: ['update', String(commitment.number), 'TEXT'], needs: ['TEXT'] };
}
