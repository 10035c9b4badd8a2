import { nextAfter } from './cadence.ts';
import { DAY_MS, localDay, startOfDay, type WorkCalendar } from './calendar.ts';
import type { Client } from './client.ts';
import { type Commitment, counterpart, isOpen } from './commitment.ts';
import { addDuration } from './duration.ts';
import type { Forecast, Risk } from './forecast.ts';
import { compareInstants, epoch, type Instant, instant, type Moment } from './moment.ts';
import type { Settings } from './situation.ts';

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
  | 'quiet-client';

/** One line of the agenda: what needs attention, why now, and since when. */
export interface AttentionLine {
  readonly severity: Severity;
  readonly reason: Reason;
  /** Null for a line about a client. */
  readonly commitment: Commitment | null;
  /** Uid of the client or other party to whom words about it go, if there is one. */
  readonly counterpart: string | null;
  /** When the line became or becomes due: the moment M of the rule. */
  readonly due: Instant;
  readonly since: Instant;
  /** For a date in danger: how likely it still is, and what would make it hold. */
  readonly risk?: Risk;
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
  readonly settings: Settings;
  /** The commitments that are open, and those closed in the last `RECENT_DAYS` days. */
  readonly commitments: readonly Commitment[];
  readonly clients: readonly ClientRecord[];
  readonly forecast: Forecast;
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
  settings: Settings,
  calendar: WorkCalendar,
): Instant | null {
  const { kind, state, lastWordAt, nextPromised, due } = commitment;
  if (state !== 'agreed' || (kind !== 'request' && kind !== 'promise') || lastWordAt === null) return null;
  const next =
    nextPromised?.at ?? nextAfter(commitment.cadence ?? settings.updateEvery, lastWordAt, calendar);
  const dueComesFirst = due !== null && due.at <= next && lastWordAt < due.at;
  return dueComesFirst ? null : next;
}

/** Whether a snooze hides the lines of a commitment. A due date that passes during the snooze ends it. */
export function isSnoozed(commitment: Commitment, now: Instant): boolean {
  const { snoozedUntil, snoozedAt, due } = commitment;
  if (!snoozedUntil || !snoozedAt || snoozedUntil.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snoozedAt;
  return !dueHasPassed;
}

/** What needs attention now: by severity, then the oldest first (design 5). */
export function attention(ledger: Ledger): AttentionLine[] {
  const { now, calendar, settings } = ledger;
  const today = localDay(calendar, now);
  const endOfToday = startOfDay(calendar, today + 1);
  const warned = localDay(calendar, addDuration(calendar, now, settings.warnBefore));
  const endOfSoon = startOfDay(calendar, warned + 1);

  const lines: AttentionLine[] = [];
  for (const commitment of ledger.commitments) {
    if (!isOpen(commitment) || isSnoozed(commitment, now)) continue;
    for (const clock of clocksOf(commitment, settings, calendar)) {
      const severity = severityOf(clock);
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
  return [...lines, ...datesAtRisk(ledger), ...quietClients(ledger)].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      compareInstants(a.since, b.since) ||
      compareInstants(a.due, b.due) ||
      (a.commitment?.number ?? 0) - (b.commitment?.number ?? 0),
  );

  function severityOf({ due, from = due, shown }: Clock): Severity | null {
    if (due < now) return 'overdue';
    if (shown === 'once-passed') return null;
    if (from < endOfToday || shown === 'from-the-start') return 'today';
    return from < endOfSoon ? 'soon' : null;
  }
}

interface Clock {
  readonly reason: Reason;
  readonly due: Instant;
  /** The beginning of a window, which must not be missed: it is shown as it nears. */
  readonly from?: Instant | undefined;
  readonly shown: 'as-it-nears' | 'from-the-start' | 'once-passed';
}

function clocksOf(commitment: Commitment, settings: Settings, calendar: WorkCalendar): Clock[] {
  const { state, due, offeredAt, settledAt, inWriting, undatedSince } = commitment;
  const clocks: Clock[] = [];
  const oneWorkingDay = { workingDays: 1 };
  const delivery = deliveryReason(commitment);
  if (delivery && due) clocks.push({ reason: delivery, due: due.at, from: due.from, shown: 'as-it-nears' });
  if (state === 'asked') {
    const asked = addDuration(calendar, undatedSince, oneWorkingDay);
    clocks.push({ reason: 'no-date', due: asked, shown: 'from-the-start' });
  }
  if (offeredAt) {
    const chase = addDuration(calendar, offeredAt, settings.chaseAfter);
    clocks.push({ reason: 'offer-unanswered', due: chase, shown: 'once-passed' });
  }
  const update = nextUpdateOf(commitment, settings, calendar);
  if (update) clocks.push({ reason: 'update', due: update, shown: 'as-it-nears' });
  if (inWriting === false && settledAt) {
    const written = addDuration(calendar, settledAt, oneWorkingDay);
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

/** Clients with something open, or closed lately, who have heard nothing from me for longer than their limit. */
function quietClients({ now, calendar, settings, commitments, clients }: Ledger): AttentionLine[] {
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
    const since = lastWordAt ?? firstOpen.get(client.uid);
    if (!concerned.has(client.uid) || since === undefined) return [];
    const due = addDuration(calendar, since, settings.quietAfter);
    return due < now
      ? [
          {
            severity: 'overdue',
            reason: 'quiet-client',
            commitment: null,
            counterpart: client.uid,
            due,
            since,
          },
        ]
      : [];
  });
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
      return { args: ['told', clientName ?? '', 'TEXT', '--about', number], needs: ['TEXT'] };
    case 'no-date':
      return { args: ['offer', number], needs: [] };
    case 'offer-unanswered':
      return isAhead(line.commitment?.offered ?? null, now)
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
  }
}

function isAhead(moment: Moment | null, now: Instant): boolean {
  return moment !== null && moment.at > now;
}
