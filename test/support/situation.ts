import { type AttentionLine, attention } from '../../src/domain/agenda/attention.ts';
import type { Ledger } from '../../src/domain/agenda/ledger.ts';
import { type Money, withMoney } from '../../src/domain/base/money.ts';
import type { Situation } from '../../src/domain/decisions/situation.ts';
import type { Workload } from '../../src/domain/planning/context.ts';
import { type Forecast, forecast } from '../../src/domain/planning/forecast.ts';
import { costOf, type ProjectAccount, type ProjectCost } from '../../src/domain/planning/project-cost.ts';
import { type Client, newClient } from '../../src/domain/streams/client.ts';
import { type Commitment, isOpen, isUnpriced } from '../../src/domain/streams/commitment.ts';
import type { Project } from '../../src/domain/streams/project.ts';
import type { Spending } from '../../src/domain/streams/spent.ts';
import { type WorkCalendar, type WorkWeek, zoneOffset } from '../../src/domain/time/calendar.ts';
import { compareInstants, type Instant, type Moment } from '../../src/domain/time/moment.ts';
import type { ClockSettings, PlanningSettings } from '../../src/domain/time/settings.ts';

/** The same working hours on some weekdays (Sunday = 0), in minutes after midnight. */
export function workWeek(weekdays: readonly number[], start: number, end: number): WorkWeek {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => (weekdays.includes(day) ? [{ start, end }] : []));
}

/** Work from Monday to Friday, 9 to 5, in a zone. */
export function nineToFive(zone: string): WorkCalendar {
  return { zone, offsetAt: zoneOffset(zone), week: workWeek([1, 2, 3, 4, 5], 540, 1020), daysOff: new Map() };
}

/** The calendar of all tests that are not about zones. */
export const CALENDAR = nineToFive('UTC');

/**
 * An instant in March 2026, UTC: `march(6, '15:00')`. The 2nd is a Monday; the time defaults to the end of
 * work.
 */
export function march(day: number, time = '17:00'): Instant {
  return `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`;
}

/** Thursday at the start of work: the present in all tests. */
export const NOW = march(5, '09:00');

/** A date in March 2026 as a person says it: a day, or a day and a time. */
export function date(day: number, time?: string): Moment {
  return { at: march(day, time), zone: 'UTC', grain: time === undefined ? 'day' : 'time' };
}

/** The default settings of the clocks. */
export const SETTINGS: ClockSettings = {
  chaseAfter: { workingDays: 1 },
  updateEvery: { rrule: 'FREQ=DAILY;INTERVAL=3;X-UNIT=BUSINESSDAY', text: 'every 3 working days' },
  replyWithin: { workingDays: 1 },
  replyWithinBy: {},
  quietAfter: { workingDays: 10 },
  warnBefore: { workingDays: 1 },
  aftercare: [{ workingDays: 2 }, { days: 30 }],
};

/** The default settings of forecasts. */
export const RULES: PlanningSettings = { confidence: 0.8, buffer: 'learned', usualHours: 4 };
export const FOCUS = 0.6;

/** The forecast at a moment, without a track record unless one is given. */
export function forecastAt(
  now: Instant,
  commitments: readonly Commitment[] = [],
  given: Partial<Workload> = {},
): Forecast {
  const open = commitments.filter(isOpen);
  return forecast({
    now,
    calendar: CALENDAR,
    planningSettingsOf: () => RULES,
    focus: FOCUS,
    open,
    finished: [],
    ...given,
  });
}

/** What the agenda at a moment is made from: nothing but what is given. */
export function ledgerAt(
  now: Instant,
  commitments: readonly Commitment[],
  given: Partial<Ledger> = {},
): Ledger {
  return {
    now,
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
    answered: null,
    open: commitments.filter(isOpen),
    deliveredUnpriced: commitments.filter((each) => !isOpen(each) && isUnpriced(each)),
    missed: commitments.filter(({ state, missExplained }) => state === 'missed' && missExplained === null),
    delivered: commitments.filter(({ state, delivery }) => state === 'done' && delivery !== null),
    lastClosed: lastClosings(commitments),
    clients: [],
    projects: [],
    facts: [],
    forecast: forecastAt(now, commitments),
    ...given,
  };
}

/** The agenda at a moment, from nothing but what is given. */
export function agendaAt(...given: Parameters<typeof ledgerAt>): AttentionLine[] {
  return attention(ledgerAt(...given));
}

/** When a commitment for each client was last closed. */
function lastClosings(commitments: readonly Commitment[]): ReadonlyMap<string | null, Instant> {
  const closings = commitments.flatMap(({ client, closedAt }) =>
    closedAt === null ? [] : [{ client, closedAt }],
  );
  closings.sort((a, b) => compareInstants(a.closedAt, b.closedAt));
  return new Map(closings.map(({ client, closedAt }) => [client, closedAt]));
}

/** Clients with these names; their uids are the names in lower case. */
export function clientsNamed(...names: string[]): Client[] {
  return names.map((name) => newClient(name.toLowerCase(), name, march(1)));
}

/** A situation in which time stands still and new uids and numbers are predictable: `new1`, `new2`; 10, 11. */
export function situation(given: Partial<Situation> = {}): Situation {
  let ids = 0;
  let numbers = 10;
  const { clients = clientsNamed('Joe', 'Acme Corp') } = given;
  return {
    now: NOW,
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
    commitmentWith: () => null,
    commitmentsOf: () => [],
    pendingOf: () => [],
    answersAbout: () => [],
    contactsOf: () => [],
    contactWith: () => null,
    belongingTo: () => [],
    standingWith: () => null,
    standings: [],
    standingsOf: () => [],
    occurrencesOf: () => [],
    missedOf: () => [],
    isAsOpened: () => true,
    repliesAbout: () => [],
    numberOf: () => null,
    clients,
    clientsLike: () => clients,
    away: [],
    projects: [],
    unstartedProjects: [],
    commitmentsIn: () => [],
    costOf: (project) => costWith(project),
    calendarOf: () => CALENDAR,
    attention: [],
    forecast: forecastAt(given.now ?? NOW),
    newId: () => `new${++ids}`,
    newNumber: () => numbers++,
    ...given,
  };
}

/** What a project costs on which so much was spent, at one time, with this open work. */
export function costWith(
  project: Project,
  spendings: readonly Spending[] = [],
  open: readonly Commitment[] = [],
  now: Instant = NOW,
): ProjectCost {
  const spendingsIn: ProjectAccount['spendingsIn'] = (from, to) =>
    spendings.filter(({ at }) => at >= (from ?? '') && at < (to ?? '~'));
  const account: ProjectAccount = {
    project,
    there: CALENDAR,
    spendingsIn,
    spentIn: (from, to) => {
      const own = spendingsIn(from, to);
      return {
        hours: own.reduce((sum, { hours }) => sum + hours, 0),
        money: own.flatMap(({ money }) => money ?? []).reduce<readonly Money[]>(withMoney, []),
      };
    },
    open,
  };
  return costOf(account, forecastAt(now), now);
}
