import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationOf,
  type OfferedDate,
  offeredDates,
} from '../../../src/domain/statistics/offered-dates.ts';
import { replay } from '../../../src/domain/statistics/replay.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import { agreed, asked, countered, dropped, finished, moved, offered } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';

const reckoning = { ahead: [], hoursAhead: 0, hours: 4, confidence: 0.8, chance: 0.85, learntFrom: 10 };
const computed = offered(date(6), { reckoning });
const outcomes = (events: readonly CommitmentEvent[], now = march(31)) =>
  offeredDates(replay(events as StoryEvent[]), now).map(({ isKept }) => isKept);

describe('a computed date', () => {
  it('counts once it was agreed as it was, and is decided by whether the work was finished by then', () => {
    const events = [asked(), computed, agreed(date(6))];
    expect(outcomes([...events, finished('Delivered', { at: march(6, '12:00') })])).toEqual([true]);
    expect(outcomes([...events, finished('Delivered', { at: march(9) })])).toEqual([false]);
    expect(outcomes(events)).toEqual([false]);
    expect(outcomes(events, march(5))).toEqual([null]);
    expect(outcomes([asked(), computed], march(31))).toEqual([]);
  });
  it('counts once, however often it was offered', () => {
    const twice = [asked(), computed, agreed(date(6)), computed, agreed(date(6))];
    expect(outcomes([...twice, finished('Delivered', { at: march(5) })])).toEqual([true]);
  });
  it('is not excused by a move, nor by being opened again', () => {
    const events = [asked(), computed, agreed(date(6)), moved(date(12), { at: march(5) })];
    expect(outcomes([...events, finished('Delivered', { at: march(11) })])).toEqual([false]);
  });
  it('does not count where they wanted another date, somebody named it, or it was dropped', () => {
    expect(outcomes([asked(), computed, countered(), agreed(date(9))])).toEqual([]);
    expect(outcomes([asked(), offered(date(6)), agreed(date(6))])).toEqual([]);
    expect(outcomes([asked(), computed, agreed(date(6)), dropped()])).toEqual([]);
  });
  it('counts as well where it moved the date because something of theirs was late', () => {
    const late = { awaiting: 'texts', missed: [date(2)], workingDays: 3, reckoning };
    const events = [asked(), agreed(date(5)), moved(date(10), { late })];
    expect(outcomes([...events, finished('Delivered', { at: march(9) })])).toEqual([true]);
  });
});

const said = (chance: number, isKept: boolean | null): OfferedDate => ({
  date: date(6),
  chance,
  confidence: 0.8,
  isKept,
});

describe('how sure I am', () => {
  it('is compared with what came true, by hand', () => {
    const all = [said(0.8, true), said(0.85, true), said(0.85, false), said(0.95, true), said(0.9, null)];
    const { bands, brier, kept, said: mean } = calibrationOf(all);
    expect(kept).toEqual({ count: 3, of: 4 });
    expect(mean).toBeCloseTo((0.8 + 0.85 + 0.85 + 0.95) / 4, 12);
    // (0.2² + 0.15² + 0.85² + 0.05²) / 4
    expect(brier).toBeCloseTo((0.04 + 0.0225 + 0.7225 + 0.0025) / 4, 12);
    expect(bands).toEqual([
      { from: 0.8, to: 0.9, said: expect.closeTo(2.5 / 3, 12), kept: { count: 2, of: 3 } },
      { from: 0.9, to: 1, said: 0.95, kept: { count: 1, of: 1 } },
    ]);
  });
  it('is not known before any date was decided', () => {
    expect(calibrationOf([said(0.8, null)])).toEqual({
      bands: [],
      kept: { count: 0, of: 0 },
      said: null,
      brier: null,
    });
  });
  it('has each date in one band, from 0 to 1', () => {
    const anyOffer = fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), isKept: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyOffer), (offers) => {
        const { bands, kept } = calibrationOf(offers.map(({ chance, isKept }) => said(chance, isKept)));
        const sum = (key: 'count' | 'of') => bands.reduce((total, band) => total + band.kept[key], 0);
        expect({ count: sum('count'), of: sum('of') }).toEqual(kept);
        for (const band of bands) {
          expect(band.said).toBeGreaterThanOrEqual(band.from - 1e-9);
          expect(band.said).toBeLessThanOrEqual(band.to + 1e-9);
        }
      }),
    );
  });
});
