import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKindOf } from '../../../../src/domain/agenda/attention.ts';
import { entriesOf } from '../../../../src/domain/agenda/entries.ts';
import { remindersFor } from '../../../../src/domain/agenda/reminders.ts';
import type { Fact } from '../../../../src/domain/streams/client.ts';
import type { FactDay } from '../../../../src/domain/streams/events.ts';
import { nextFactDay } from '../../../../src/domain/streams/fact-days.ts';
import { dayOfIso, isoOfDay } from '../../../../src/domain/time/iso-day.ts';
import { agenda, JOE } from '../../../support/agenda.ts';
import { commandOf } from '../../../support/settling.ts';
import { CALENDAR, march } from '../../../support/situation.ts';

const fact = (dated: Partial<FactDay> = {}, more: Partial<Fact> = {}): Fact => ({
  text: 'contract ends',
  at: march(1),
  dated: { day: '2026-12-31', ahead: { days: 60 }, ...dated },
  seenDay: null,
  ...more,
});
const at = (now: string, ...facts: Fact[]) =>
  agenda(now, [], { facts: facts.map((each, index) => ({ client: 'joe', number: index + 1, fact: each })) });

describe('remembered', () => {
  it('is said from as long before its day as was said, until two weeks after it', () => {
    expect(at('2026-10-31T23:59:00.000Z', fact())).toEqual([]);
    expect(at('2026-11-01T00:00:00.000Z', fact())).toMatchObject([
      { reason: 'remembered', severity: 'today', counterpart: 'joe', due: '2026-12-31T23:59:59.000Z' },
    ]);
    expect(at('2026-12-31T23:00:00.000Z', fact())).toHaveLength(1);
    expect(at('2027-01-14T23:00:00.000Z', fact())).toHaveLength(1);
    expect(at('2027-01-15T00:00:00.000Z', fact())).toEqual([]);
  });
  it('counts working days too', () => {
    const soon = fact({ day: '2026-03-16', ahead: { workingDays: 2 } });
    expect(at(march(11), soon)).toEqual([]);
    expect(at(march(12), soon)).toHaveLength(1);
  });
  it('is gone once it was seen; one of every year is back with its next day', () => {
    const seen = { seenDay: '2026-12-31' };
    expect(at('2026-12-01T10:00:00.000Z', fact({}, seen))).toEqual([]);
    const yearly = fact({ isYearly: true }, seen);
    expect(at('2026-12-01T10:00:00.000Z', yearly)).toEqual([]);
    expect(at('2027-12-01T10:00:00.000Z', yearly)).toMatchObject([{ due: '2027-12-31T23:59:59.000Z' }]);
  });
  it('is said ahead across the turn of the year', () => {
    const january = fact({ day: '2020-01-05', ahead: { days: 14 }, isYearly: true });
    expect(at('2026-12-25T10:00:00.000Z', january)).toMatchObject([{ due: '2027-01-05T23:59:59.000Z' }]);
  });
  it('is not for a client who is retired', () => {
    const clients = [{ client: { ...JOE, retiredAt: march(2) }, lastWordAt: march(2) }];
    const facts = [{ client: 'joe', number: 1, fact: fact() }];
    expect(agenda('2026-12-01T10:00:00.000Z', [], { facts, clients })).toEqual([]);
  });
  it('names the command that says it was seen: by its words, or its number where they are long or look like an option', () => {
    const now = '2026-12-01T10:00:00.000Z';
    const commands = at(
      now,
      fact(),
      fact({}, { text: '--force' }),
      fact({}, { text: 'long '.repeat(40) }),
    ).map((line) => commandOf(line).command);
    expect(commands).toEqual([
      'client joe --seen contract ends',
      'client joe --seen 2',
      'client joe --seen 3',
    ]);
    expect(at(now, fact()).map(draftKindOf)).toEqual([null]);
  });
  it('is an entry of its own, and said once for each of its days', () => {
    const now = '2026-12-01T10:00:00.000Z';
    const lines = at(now, fact(), fact({}, { text: 'licence ends' }));
    expect(entriesOf(lines)).toHaveLength(2);
    const settings = { every: { workingDays: 1 }, ahead: { seconds: 7200 } };
    const keys = (year: string) =>
      remindersFor(
        at(`${year}-12-01T10:00:00.000Z`, fact({ isYearly: true })),
        { now: `${year}-12-01T10:00:00.000Z`, calendar: CALENDAR },
        settings,
        () => new Map(),
      ).map(({ key, isDue }) => ({ ...key, isDue }));
    expect(keys('2026')).toMatchObject([{ reason: 'remembered', isDue: true }]);
    expect(keys('2026')[0]?.moment).not.toBe(keys('2027')[0]?.moment);
  });
});

describe('a day that comes again every year', () => {
  it('is in each year once, 29 February as the 28th where there is none', () => {
    const next = (today: string) =>
      nextFactDay({ day: '2028-02-29', ahead: {}, isYearly: true }, dayOfIso(today));
    expect(next('2026-03-01')).toBe('2027-02-28');
    expect(next('2027-02-28')).toBe('2027-02-28');
    expect(next('2027-03-01')).toBe('2028-02-29');
    expect(next('2028-02-29')).toBe('2028-02-29');
  });
  it('is never in the past, and never more than a year ahead', () => {
    const anyDay = fc.integer({ min: dayOfIso('2000-01-01'), max: dayOfIso('2100-12-31') });
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        const next = nextFactDay({ day: isoOfDay(day), ahead: {}, isYearly: true }, today);
        const ahead = dayOfIso(next ?? '') - today;
        expect(ahead).toBeGreaterThanOrEqual(0);
        expect(ahead).toBeLessThanOrEqual(366);
      }),
    );
  });
});
