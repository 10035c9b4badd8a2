import fc from 'fast-check';
import type { Workload } from '../../src/domain/planning/context.ts';
import type { Forecast } from '../../src/domain/planning/forecast.ts';
import type { FinishedWork } from '../../src/domain/planning/work-history.ts';
import type { Commitment } from '../../src/domain/streams/commitment.ts';
import { addWorkingMinutes } from '../../src/domain/time/calendar.ts';
import { epoch, instant, type Moment } from '../../src/domain/time/moment.ts';
import type { BufferRule } from '../../src/domain/time/settings.ts';
import { agreed, asked, commitment } from './given.ts';
import { CALENDAR, date, forecastAt, NOW, RULES } from './situation.ts';

/** A request with an estimate, agreed on a day in March; without a day nothing has been said about its date. */
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

/** Somebody who finished a two-hour task on each working day in February, as estimated. */
export const STEADY: readonly FinishedWork[] = Array.from({ length: 20 }, (_, index) => ({
  client: index % 2 === 0 ? 'joe' : 'acme',
  estimateHours: 2,
  spentHours: index % 2 === 0 ? 2 : 6,
  createdAt: '2026-01-05T09:00:00.000Z',
  closedAt: addWorkingMinutes(CALENDAR, '2026-01-30T12:00:00.000Z', 480 * (index + 1)),
}));

/** A day on which nobody works. */
export const AWAY = { kind: 'away', name: null } as const;

/**
 * A few weeks of work: agreed, offered and asked for, with and without estimates, late and ahead, with and
 * without a record.
 */
export const anyWorkload: fc.Arbitrary<Workload> = fc
  .record({
    works: fc.array(
      fc.record({
        state: fc.constantFrom('agreed' as const, 'agreed' as const, 'offered' as const, 'asked' as const),
        client: fc.constantFrom('joe', 'acme', 'globex'),
        hours: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 3 }),
        spent: fc.integer({ min: 0, max: 8 }),
        // Quarters of an hour from now, so that some dates fall on the same day, and some coincide.
        dateIn: fc.integer({ min: -400, max: 4000 }),
        targetIn: fc.option(fc.integer({ min: -400, max: 4000 })),
      }),
      { maxLength: 20 },
    ),
    finished: fc.constantFrom([], STEADY.slice(0, 3), STEADY),
    confidence: fc.constantFrom(0.5, 0.8, 0.95),
    buffer: fc.constantFrom<BufferRule>('learned', { share: 0.1 }, { duration: { workingDays: 2 } }),
    focus: fc.constantFrom(0.3, 0.6, 1),
  })
  .map(({ works, finished, confidence, buffer, focus }) => ({
    now: NOW,
    calendar: CALENDAR,
    planningSettingsOf: (client) => (client === 'acme' ? { ...RULES, confidence } : { ...RULES, buffer }),
    focus,
    finished,
    open: works.map(({ state, client, hours, spent: spentHours, dateIn, targetIn }, index): Commitment => {
      const momentIn = (quarters: number): Moment => ({
        at: instant(epoch(NOW) + quarters * 900_000),
        zone: 'UTC',
        grain: 'time',
      });
      const target = targetIn === null ? null : momentIn(targetIn);
      return {
        ...request(index + 1, hours, null, client),
        state,
        spentHours,
        due: state === 'agreed' ? momentIn(dateIn) : null,
        target: state === 'agreed' ? target : null,
        offer: state === 'offered' ? { date: momentIn(dateIn), madeAt: NOW, target } : null,
        wantedBy: state === 'asked' ? momentIn(dateIn) : null,
      };
    }),
  }));

/** The same workload, with buffers that are learnt from the record. */
export function withLearnedBuffer(workload: Workload): Workload {
  const { planningSettingsOf } = workload;
  return {
    ...workload,
    planningSettingsOf: (client) => ({ ...planningSettingsOf(client), buffer: 'learned' }),
  };
}
