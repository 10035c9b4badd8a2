import type { Fact } from '../streams/client.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { DraftKind } from '../streams/draft.ts';
import type { Project } from '../streams/project.ts';
import type { Instant } from '../time/moment.ts';
import type { Group } from './groups.ts';
import type { Ledger } from './ledger.ts';

export type Severity = 'overdue' | 'today' | 'soon';

/**
 * When a line is shown. All rules but the last make it overdue once it was due:
 * - `as-it-nears`: soon, then today, as its time comes closer;
 * - `from-the-start`: today at the latest;
 * - `once-passed`: only once it is overdue;
 * - `always-today`: today, whatever the time.
 */
export type SeverityRule = 'as-it-nears' | 'from-the-start' | 'once-passed' | 'always-today';

/** What a reason finds in the ledger: something that needs attention, now or later. */
export interface Concern {
  /** Null if it is about a project, a client or the review. */
  readonly commitment: Commitment | null;
  /** What it is about, if that is a project. */
  readonly project?: Project | undefined;
  /** What it is about, if that is something remembered about a client. */
  readonly fact?: Fact | undefined;
  /** The uid of the other party, who hears about it, if there is one. */
  readonly counterpart: string | null;
  /** When it becomes overdue. */
  readonly due: Instant;
  /** The start of a window. It must not be missed, so severity counts from here until the start is past. */
  readonly from?: Instant | undefined;
  /** Whether I have said what there is to say, and now wait for their answer. */
  readonly isWithThem?: boolean | undefined;
  readonly since: Instant;
  /** What tells it from a later one of its kind, where that is not when it becomes overdue. */
  readonly remindedOf?: Instant | undefined;
}

/** Something found about a commitment. */
export interface CommitmentConcern extends Concern {
  readonly commitment: Commitment;
}

/** What is still missing from a command. */
export type Need = 'TEXT' | 'DATE';

/** One argument of a command. A client is given by uid; the views write the name. */
export type Argument = string | { readonly client: string | null };

/** The arguments of a `followup` command that settles a line; `TEXT` and `DATE` stand for what is missing. */
export interface SettlingCommand {
  readonly args: readonly Argument[];
  readonly needs: readonly Need[];
}

/** Everything about a reason except its words, which are in the views. */
export interface ReasonDefinition<F extends Concern = Concern> {
  /** Everything in the ledger that it is about, each as a new object. */
  readonly find: (ledger: Ledger) => readonly F[];
  readonly shown: SeverityRule;
  /** Whether reminders say it only once, however long it stays. */
  readonly isSaidOnce?: true;
  /**
   * The groups that its entries go to; null if they are shown elsewhere. Entries that are only due soon have
   * a group of their own, unless another is named.
   */
  readonly group: {
    readonly overdue: Group;
    readonly today: Group;
    readonly soon?: Group;
    /** Where it is about what they owe, if that is another group than for what I owe. */
    readonly theirs?: Group;
  } | null;
  readonly settle: (concern: F, severity: Severity) => SettlingCommand;
  /** The kind of message that it asks for; null if it asks for none. */
  readonly draft: (concern: F, severity: Severity) => DraftKind | null;
}

/**
 * The command to say that another date is needed: it is offered, and stays an offer until they answer. Where
 * nobody is waiting for it, the date is simply moved.
 */
export function sayNewDate({ commitment, counterpart }: CommitmentConcern): SettlingCommand {
  const verb = counterpart === null ? 'move' : 'offer';
  return {
    args: [verb, String(commitment.number), 'DATE', '--because', 'TEXT'],
    needs: ['DATE', 'TEXT'],
  };
}

/** The command `followup VERB NUMBER`, complete as it is. */
export function bare(verb: string, { commitment }: CommitmentConcern): SettlingCommand {
  return { args: [verb, String(commitment.number)], needs: [] };
}

/** The message about a date of mine: once it has passed, that it is missed. */
export function draftMine({ isWithThem }: Concern, severity: Severity): DraftKind | null {
  return severity === 'overdue' && !isWithThem ? 'late' : null;
}

/** The command for a date of mine: it is kept, or once it has passed, said to be missed, with a new one. */
export function settleMine(concern: CommitmentConcern, severity: Severity): SettlingCommand {
  if (concern.isWithThem) return say(concern);
  return severity === 'overdue' ? sayNewDate(concern) : bare('done', concern);
}

/**
 * The command to say something about a commitment: an update, or a chase of what they owe. Words about what is closed are a contact;
 * with nobody, a note.
 */
export function say({ commitment, counterpart }: CommitmentConcern): SettlingCommand {
  const verb = isOpen(commitment) ? ['update'] : counterpart === null ? ['note'] : ['told', '--about'];
  return { args: [...verb, String(commitment.number), 'TEXT'], needs: ['TEXT'] };
}
