import { memoize } from '../base/memo.ts';
import { ballOf, isTalk } from '../streams/commitment.ts';
import type { DraftKind } from '../streams/draft.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import type { ClockSettings } from '../time/settings.ts';
import type { Ledger } from './ledger.ts';
import { endOfDueSoon, endOfDueToday } from './reach.ts';
import type { Concern, ReasonDefinition, SettlingCommand, Severity, SeverityRule } from './reason.ts';
import { type ConcernOf, REASONS, type Reason } from './reasons.ts';

/** A line of one reason, with the details that this reason provides. */
export type LineOf<R extends Reason> = {
  [Each in R]: ConcernOf[Each] & { readonly reason: Each; readonly severity: Severity };
}[R];

/** One line of the agenda: what needs attention, why now, and since when. */
export type AttentionLine = LineOf<Reason>;

/** A line about a commitment. */
export type CommitmentLine = Exclude<AttentionLine, { readonly commitment: null }>;

const ALL = Object.keys(REASONS) as readonly Reason[];

/** The reasons that become overdue. */
const DUE = ALL.filter((reason) => REASONS[reason].shown !== 'always-today');

/**
 * Everything that needs attention now: by severity, then oldest first. With `until`, what comes due until then counts as
 * due soon, however far ahead that is.
 */
export function attention(ledger: Ledger, until: Instant | null = null): AttentionLine[] {
  return linesIn(ledger, ALL, until).sort(compareLines);
}

/** What is overdue, oldest first. It is found without a forecast. */
export function overdueLines(ledger: Ledger): AttentionLine[] {
  return linesIn(ledger, DUE)
    .filter(({ severity }) => severity === 'overdue')
    .sort(compareLines);
}

/**
 * What tells the subject of a line from others: the uid of its commitment, else of its project, else of the client, with the words
 * of what is remembered about them; null for the review.
 */
export function subjectOf({ commitment, project, fact, counterpart }: AttentionLine): string | null {
  return (
    commitment?.uid ??
    project?.uid ??
    (counterpart !== null && fact ? subjectOfFact(counterpart, fact.text) : counterpart)
  );
}

/** What tells something remembered about a client (by uid) from others. */
export function subjectOfFact(client: string, text: string): string {
  return `${client} ${text}`;
}

/** What a line is about is called: the title of its commitment, the name of its project, or what is remembered; null if it is a client. */
export function titleOf({ commitment, project, fact }: AttentionLine): string | null {
  return commitment?.title ?? project?.name ?? fact?.text ?? null;
}

/** Whose move the subject of a line is. Once I have said what there is to say, it is theirs. */
export function ballOfLine({ reason, commitment, isWithThem }: AttentionLine): 'me' | 'them' {
  // What they have to say about a price or a resolution is theirs, whoever has the ball otherwise.
  if (reason === 'awaiting-approval') return 'them';
  // To ask whether it works is mine.
  if (reason === 'aftercare' || reason === 'review-window') return 'me';
  if (reason === 'unpriced-scope') return isWithThem ? 'them' : 'me';
  return isWithThem || (commitment && ballOf(commitment) === 'them') ? 'them' : 'me';
}

/** The command that settles a line. */
export function settlingCommand<R extends Reason>(line: LineOf<R>): SettlingCommand {
  return REASONS[line.reason].settle(line, line.severity);
}

/**
 * The kind of message that a line asks for now; null if it asks for none, or they were told and have to answer. To speak again
 * about a complaint is to write about that.
 */
export function draftKindOf<R extends Reason>(line: LineOf<R>): DraftKind | null {
  if (line.isWithThem || (line.commitment && isTalk(line.commitment))) return null;
  return REASONS[line.reason].draft(line, line.severity);
}

function linesIn(ledger: Ledger, reasons: readonly Reason[], until: Instant | null = null): AttentionLine[] {
  const severityOf = severityIn(ledger, until);
  const lines = reasons.flatMap((reason) => linesOf(reason, ledger, severityOf));
  joinUpdates(lines);
  return lines;
}

/** Where several updates are due to a client, each of their lines says what they all are about. */
function joinUpdates(lines: readonly AttentionLine[]): void {
  const due = new Map<string, LineOf<'update'>[]>();
  for (const line of lines) {
    if (line.reason !== 'update' || line.severity === 'soon' || line.counterpart === null) continue;
    const others = due.get(line.counterpart);
    if (others) others.push(line);
    else due.set(line.counterpart, [line]);
  }
  for (const updates of due.values()) {
    if (updates.length < 2) continue;
    const together = updates.map(({ commitment }) => commitment).sort((a, b) => a.number - b.number);
    for (const line of updates) Object.assign(line, { together });
  }
}

type SeverityOf = (concern: Concern, rule: SeverityRule) => Severity | null;

function linesOf<R extends Reason>(reason: R, ledger: Ledger, severityOf: SeverityOf): LineOf<R>[] {
  const { find, shown }: ReasonDefinition<ConcernOf[R]> = REASONS[reason];
  const lines: LineOf<R>[] = [];
  for (const concern of find(ledger)) {
    const severity = severityOf(concern, shown);
    // The concern becomes the line: a copy of each would be felt when thousands are overdue.
    if (severity) lines.push(Object.assign(concern, { reason, severity }));
  }
  return lines;
}

function severityIn({ now, calendar, clockSettingsOf }: Ledger, until: Instant | null): SeverityOf {
  const endOfToday = endOfDueToday(calendar, now);
  const endOfSoon = memoize((settings: ClockSettings) => endOfDueSoon(calendar, now, settings.warnBefore));
  return ({ commitment, due, from = due }, rule) => {
    if (rule === 'always-today') return 'today';
    if (due < now) return 'overdue';
    if (rule === 'once-passed') return null;
    if (rule === 'from-the-start' || from < endOfToday) return 'today';
    const isSoon = from < endOfSoon(clockSettingsOf(commitment?.client ?? null));
    return isSoon || (until !== null && from <= until) ? 'soon' : null;
  };
}

const RANK: Readonly<Record<Severity, number>> = { overdue: 0, today: 1, soon: 2 };

function compareLines(a: AttentionLine, b: AttentionLine): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    compareInstants(a.since, b.since) ||
    compareInstants(a.due, b.due) ||
    (a.commitment?.number ?? 0) - (b.commitment?.number ?? 0)
  );
}
