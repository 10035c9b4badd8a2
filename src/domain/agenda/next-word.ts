import { type Commitment, isBorn, isOpen } from '../streams/commitment.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import { nextAfter } from '../time/cadence.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { epoch, type Instant, instant, type Moment } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import { nextUpdateOf } from './clocks.ts';
import { reckonedDate } from './date-of-line.ts';

const MINUTE_MS = 60_000;

/** What decides when they hear next. */
interface Clocks {
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
}

/**
 * When they hear next about a commitment if they are told something at `at`: the next update that is then owed, else the date
 * itself if it comes first. Null if nothing is open.
 */
export function nextWordAfter(commitment: Commitment, at: Instant, clocks: Clocks): Moment | null {
  const { calendar, clockSettingsOf } = clocks;
  const told = evolveCommitment(commitment, { type: 'UpdateGiven', at, text: '' });
  if (!isBorn(told) || !isOpen(told)) return null;
  const { due, client, cadence, state } = told;
  const next = nextUpdateOf(told, clockSettingsOf, calendar);
  if (next !== null) return asMoment(next, calendar);
  if (due !== null && due.at > at && told.kind !== 'awaiting') return due;
  if ((state === 'agreed' && told.kind !== 'complaint') || told.kind === 'awaiting') return null;
  return asMoment(nextAfter(cadence ?? clockSettingsOf(client).updateEvery, at, calendar), calendar);
}

/** When a client hears next if they are told something at `at` that is about no commitment. */
export function nextWordTo(client: string, at: Instant, { calendar, clockSettingsOf }: Clocks): Moment {
  return asMoment(nextAfter(clockSettingsOf(client).updateEvery, at, calendar), calendar);
}

/** A time that a clock gives, as it is said: to the minute. */
function asMoment(at: Instant, calendar: WorkCalendar): Moment {
  return reckonedDate(instant(Math.floor(epoch(at) / MINUTE_MS) * MINUTE_MS), calendar);
}
