import type { Workload } from '../../src/domain/planning/context.ts';
import type { Forecast } from '../../src/domain/planning/forecast.ts';
import type { FinishedWork } from '../../src/domain/planning/work-history.ts';
import type { Commitment } from '../../src/domain/streams/commitment.ts';
import { addWorkingMinutes } from '../../src/domain/time/calendar.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import { agreed, asked, commitment } from './given.ts';
import { CALENDAR, date, forecastAt, NOW } from './situation.ts';

/** A request with an estimate, agreed on a day of March; without a day nothing is said about the date yet. */
export function request(
  number: number,
  estimateHours: number | null,
  due: number | null,
  client = 'joe',
): Commitment {
  const events = [
    asked({ client, ...(estimateHours !== null && { estimateHours }) }),
    ...(due === null ? [] : [agreed(date(due), { inWriting: true })]),
  ];
  return { ...commitment(...events), uid: `r${number}`, number };
}

/** The present is Thursday 5 March, 9:00; a working day has 8 hours, of which 4.8 go to commitments. */
export const ahead = (open: readonly Commitment[], given: Partial<Workload> = {}): Forecast =>
  forecastAt(NOW, open, given);

export const day = (moment: Moment) => Number(moment.at.slice(8, 10));

/** Somebody who finished a two-hour task each working day of February, as estimated. */
export const STEADY: readonly FinishedWork[] = Array.from({ length: 20 }, (_, index) => ({
  client: index % 2 === 0 ? 'joe' : 'acme',
  estimateHours: 2,
  spentHours: index % 2 === 0 ? 2 : 6,
  createdAt: '2026-01-05T09:00:00.000Z',
  closedAt: addWorkingMinutes(CALENDAR, '2026-01-30T12:00:00.000Z', 480 * (index + 1)),
}));

/** A day on which nobody works. */
export const AWAY = { kind: 'away', name: null } as const;
