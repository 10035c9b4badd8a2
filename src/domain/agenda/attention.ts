import { memoize } from '../base/memo.ts';
import type { Forecast } from '../planning/forecast.ts';
import type { Risk } from '../planning/risk.ts';
import type { Client } from '../streams/client.ts';
import { type Commitment, counterpart, isOpen } from '../streams/commitment.ts';
import { QUESTION_NUMBERS, type QuestionNumber } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { nextAfter } from '../time/cadence.ts';
import { DAY_MS, localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { addDuration } from '../time/duration.ts';
import { compareInstants, earliest, epoch, type Instant, instant, type Moment } from '../time/moment.ts';
import type { ClockSettings, ClockSettingsOf } from '../time/settings.ts';

export type Severity = 'overdue' | 'today' | 'soon';

export type Reason =
  | 'delivery'
  | 'promise'
  | 'waiting'
  | 'reply'
  | 'no-date'
  | 'offer-unanswered'
  | 'update'
  | 'not-in-writing'
  | 'at-risk'
  | 'quiet-client'
  | 'review';

/** One line of the agenda: what needs attention, why now, and since when. */
export interface AttentionLine {
  readonly severity: Severity;
  readonly reason: Reason;
  /** Null for a line about a client, or about the review. */
  readonly commitment: Commitment | null;
  /** Uid of the client or other party to whom words about it go, if there is one. */
  readonly counterpart: string | null;
  /** When the line became or becomes due: the moment M of the rule. */
  readonly due: Instant;
  readonly since: Instant;
  /** For a date in danger: how likely it still is, and what would make it hold. */
  readonly risk?: Risk;
  /** For the review: the questions that have no answer of today. */
  readonly unanswered?: readonly QuestionNumber[];
}

/** Uid of what a line is about: its commitment, else the client; null for the review. */
export function subjectOf({ commitment, counterpart }: AttentionLine): string | null {
  return commitment?.uid ?? counterpart;
}

/** What has passed between a client and me, as far as the quiet clock needs it. */
export interface ClientRecord {
  readonly client: Client;
  /** The last word that I gave them, about anything. */
  readonly lastWordAt: Instant | null;
}

/** Everything that the agenda is made from. */
export interface Ledger {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** The commitments that are open, and those closed in the last `RECENT_DAYS` days. */
  readonly commitments: readonly Commitment[];
  readonly clients: readonly ClientRecord[];
  readonly forecast: Forecast;
  /** The questions that were answered today; null where the review is not asked for. */
  readonly answered: ReadonlySet<QuestionNumber> | null;
}

/** How long after the last commitment was closed silence towards a client still counts, in days. */
const RECENT_DAYS = 30;

/** The instant since when what was closed is still of concern. */
export function recentSince(now: Instant): Instant {
  return instant(epoch(now) - RECENT_DAYS * DAY_MS);
}

const RANK: Readonly<Record<Severity, number>> = { overdue: 0, today: 1, soon: 2 };

/**
 * When the next update is owed, or null when none is: only an agreed request or promise has one, and not while its due
 * date comes first. A word given after a missed due date starts the clock again.
 */
export function nextUpdateOf(
  commitment: Commitment,
  clockSettingsOf: ClockSettingsOf,
  calendar: WorkCalendar,
): Instant | null {
  const { kind, state, client, lastWordAt, nextPromised, due } = commitment;
  if (state !== 'agreed' || !KIND_TRAITS[kind].owesUpdates || lastWordAt === null) return null;
  // Nobody waits for word of what I promised to myself.
  if (kind === 'promise' && client === null) return null;
  const next =
    nextPromised?.at ??
    nextAfter(commitment.cadence ?? clockSettingsOf(client).updateEvery, lastWordAt, calendar);
  const dueComesFirst = due !== null && due.at <= next && lastWordAt < due.at;
  return dueComesFirst ? null : next;
}

/** Whether a snooze hides the lines of a commitment. A due date that passes during the snooze ends it. */
export function isSnoozed(commitment: Commitment, now: Instant): boolean {
  const { snooze, due } = commitment;
  if (!snooze || snooze.until.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snooze.at;
  return !dueHasPassed;
}

/** What needs attention now: by severity, then the oldest first (design 5). */
export function attention(ledger: Ledger): AttentionLine[] {
  const { now, calendar, clockSettingsOf } = ledger;
  const today = localDay(calendar, now);
  const endOfToday = startOfDay(calendar, today + 1);
  const endOfSoon = memoize((settings: ClockSettings) => {
    const warned = localDay(calendar, addDuration(calendar, now, settings.warnBefore));
    return startOfDay(calendar, warned + 1);
  });

  const lines: AttentionLine[] = [];
  for (const commitment of ledger.commitments) {
    if (!isOpen(commitment) || isSnoozed(commitment, now)) continue;
    const settings = clockSettingsOf(commitment.client);
    for (const clock of clocksOf(commitment, clockSettingsOf, calendar)) {
      const severity = severityOf(clock, settings);
      if (!severity) continue;
      lines.push({
        severity,
        reason: clock.reason,
        commitment,
        counterpart: counterpart(commitment),
        due: clock.due,
        since: clock.due,
      });
    }
  }
  return [...lines, ...datesAtRisk(ledger), ...quietClients(ledger), ...reviewDue(ledger)].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      compareInstants(a.since, b.since) ||
      compareInstants(a.due, b.due) ||
      (a.commitment?.number ?? 0) - (b.commitment?.number ?? 0),
  );

  function severityOf({ due, from = due, shown }: Clock, settings: ClockSettings): Severity | null {
    if (due < now) return 'overdue';
    if (shown === 'once-passed') return null;
    if (from < endOfToday || shown === 'from-the-start') return 'today';
    return from < endOfSoon(settings) ? 'soon' : null;
  }
}

interface Clock {
  readonly reason: Reason;
  readonly due: Instant;
  /** The beginning of a window, which must not be missed: it is shown as it nears. */
  readonly from?: Instant | undefined;
  readonly shown: 'as-it-nears' | 'from-the-start' | 'once-passed';
}

function clocksOf(commitment: Commitment, clockSettingsOf: ClockSettingsOf, calendar: WorkCalendar): Clock[] {
  const { client, state, due, offer, agreement, undatedSince } = commitment;
  const clocks: Clock[] = [];
  const oneWorkingDay = { workingDays: 1 };
  const delivery = deliveryReason(commitment);
  if (delivery && due) clocks.push({ reason: delivery, due: due.at, from: due.from, shown: 'as-it-nears' });
  if (state === 'asked') {
    const asked = addDuration(calendar, undatedSince, oneWorkingDay);
    clocks.push({ reason: 'no-date', due: asked, shown: 'from-the-start' });
  }
  if (offer) {
    const chase = addDuration(calendar, offer.madeAt, clockSettingsOf(client).chaseAfter);
    clocks.push({ reason: 'offer-unanswered', due: chase, shown: 'once-passed' });
  }
  const update = nextUpdateOf(commitment, clockSettingsOf, calendar);
  if (update) clocks.push({ reason: 'update', due: update, shown: 'as-it-nears' });
  if (agreement && !agreement.inWriting) {
    const written = addDuration(calendar, agreement.at, oneWorkingDay);
    clocks.push({ reason: 'not-in-writing', due: written, shown: 'from-the-start' });
  }
  return clocks;
}

function deliveryReason({ kind, state }: Commitment): Reason | null {
  switch (kind) {
    case 'request':
      return state === 'agreed' ? 'delivery' : null;
    case 'promise':
      return 'promise';
    case 'awaiting':
      return 'waiting';
    case 'reply':
      return 'reply';
    case 'complaint':
      return null;
  }
}

/** Dates that the work which is left, with all that comes before it, endangers. They are a matter of today. */
function datesAtRisk({ now, calendar, commitments, forecast }: Ledger): AttentionLine[] {
  const shown = new Set(commitments.map(({ uid }) => uid));
  return forecast.queue.flatMap((work): AttentionLine[] => {
    const { commitment, date } = work;
    if (!shown.has(commitment.uid) || isSnoozed(commitment, now)) return [];
    const risk = forecast.riskOf(work);
    if (!risk) return [];
    const since = startOfDay(calendar, localDay(calendar, now));
    const party = counterpart(commitment);
    return [
      { severity: 'today', reason: 'at-risk', commitment, counterpart: party, due: date.at, since, risk },
    ];
  });
}

/**
 * Clients who have heard nothing from me for longer than their limit: those with something open, or closed lately, and
 * those to be kept in touch with, whose limit is that cadence.
 */
function quietClients({ now, calendar, clockSettingsOf, commitments, clients }: Ledger): AttentionLine[] {
  const recently = recentSince(now);
  const firstOpen = new Map<string, Instant>();
  const concerned = new Set<string>();
  for (const commitment of commitments) {
    const { client, createdAt, closedAt } = commitment;
    if (client === null || (closedAt !== null && closedAt < recently)) continue;
    concerned.add(client);
    const first = firstOpen.get(client);
    if (isOpen(commitment) && (first === undefined || createdAt < first)) firstOpen.set(client, createdAt);
  }
  return clients.flatMap(({ client, lastWordAt }): AttentionLine[] => {
    const { uid, keepInTouch, addedAt } = client;
    const since = lastWordAt ?? firstOpen.get(uid) ?? (keepInTouch ? addedAt : undefined);
    if (since === undefined || (!keepInTouch && !concerned.has(uid))) return [];
    const limits = [
      ...(keepInTouch ? [nextAfter(keepInTouch, since, calendar)] : []),
      ...(concerned.has(uid) ? [addDuration(calendar, since, clockSettingsOf(uid).quietAfter)] : []),
    ];
    const limit = limits.reduce(earliest);
    const due = plannedWord(client, lastWordAt) ?? limit;
    return due < now
      ? [{ severity: 'overdue', reason: 'quiet-client', commitment: null, counterpart: uid, due, since }]
      : [];
  });
}

/** When I meant to give a client a word, unless I have given one since I planned it. */
function plannedWord({ plannedWord: planned }: Client, lastWordAt: Instant | null): Instant | null {
  if (!planned) return null;
  return lastWordAt === null || lastWordAt <= planned.at ? planned.next.at : null;
}

/** The four questions, until all of them have an answer of today. Where nothing was recorded there is nothing to ask about. */
function reviewDue({ now, calendar, commitments, clients, answered }: Ledger): AttentionLine[] {
  if (answered === null || clients.length + commitments.length === 0) return [];
  const unanswered = QUESTION_NUMBERS.filter((number) => !answered.has(number));
  if (unanswered.length === 0) return [];
  const today = localDay(calendar, now);
  const since = startOfDay(calendar, today);
  const due = instant(epoch(startOfDay(calendar, today + 1)) - 1000);
  return [
    { severity: 'today', reason: 'review', commitment: null, counterpart: null, due, since, unanswered },
  ];
}

/** Words or a date that the command of a line still lacks. */
export type Need = 'TEXT' | 'DATE';

/** The command that settles a line, as arguments of `followup`; `TEXT` and `DATE` stand for what is missing. */
export function settlingCommand(
  line: AttentionLine,
  clientName: string | null,
  now: Instant,
): { readonly args: readonly string[]; readonly needs: readonly Need[] } {
  const number = String(line.commitment?.number ?? '');
  switch (line.reason) {
    case 'delivery':
    case 'promise':
    case 'waiting':
      return { args: ['done', number], needs: [] };
    case 'reply':
      // The answer to a decision of theirs is its confirmation.
      if (line.commitment?.decided) return { args: ['confirm', number], needs: [] };
      return { args: ['told', clientName ?? '', 'TEXT', '--about', number], needs: ['TEXT'] };
    case 'no-date':
      return { args: ['offer', number], needs: [] };
    case 'offer-unanswered':
      return isAhead(line.commitment?.offer?.date ?? null, now)
        ? { args: ['agree', number], needs: [] }
        : { args: ['offer', number], needs: [] };
    case 'update':
      return { args: ['update', number, 'TEXT'], needs: ['TEXT'] };
    case 'at-risk':
      return { args: ['move', number, 'DATE', '--because', 'TEXT'], needs: ['DATE', 'TEXT'] };
    case 'not-in-writing':
      return { args: ['confirm', number], needs: [] };
    case 'quiet-client':
      return { args: ['told', clientName ?? '', 'TEXT'], needs: ['TEXT'] };
    case 'review': {
      const answers = (line.unanswered ?? []).map((question) => `${question}=TEXT`);
      return { args: ['review', '--answer', ...answers], needs: ['TEXT'] };
    }
  }
}

function isAhead(moment: Moment | null, now: Instant): boolean {
  return moment !== null && moment.at > now;
}
