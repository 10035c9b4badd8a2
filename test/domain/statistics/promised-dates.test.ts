import { describe, expect, it } from 'vitest';
import { promisedDates } from '../../../src/domain/statistics/promised-dates.ts';
import { replay } from '../../../src/domain/statistics/replay.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  dropped,
  finished,
  moved,
  offered,
  promised,
  reopened,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

/** What became of each date: "3 missed", by its day in March. */
function became(...events: CommitmentEvent[]): string[] {
  const dates = promisedDates(replay(events as StoryEvent[]), NOW);
  return dates.map(({ due, end }) => `${Number(due.at.slice(8, 10))} ${end}`);
}

const kept = (at: string) => finished('Delivered', { at });

describe('what became of a date', () => {
  it('is that it was kept, came late, has passed, or is ahead', () => {
    expect(became(asked(), agreed(date(4)), kept(march(4, '16:00')))).toEqual(['4 kept']);
    expect(became(asked(), agreed(date(3)), kept(march(4, '16:00')))).toEqual(['3 late']);
    expect(became(promised({ due: date(4) }))).toEqual(['4 passed']);
    expect(became(promised({ due: date(6) }))).toEqual(['6 ahead']);
    expect(became(awaited({ due: date(4) }), finished('AwaitedReceived', { at: march(3) }))).toEqual([
      '4 kept',
    ]);
  });
  it('is nothing where no date was settled, only wished or offered', () => {
    expect(became(asked({ wantedBy: date(4) }), offered(date(4)))).toEqual([]);
  });
  it('is a miss and a kept one where it was missed, then moved, then kept', () => {
    expect(
      became(promised({ due: date(3) }), moved(date(5), { at: march(4) }), finished('PromiseKept')),
    ).toEqual(['3 missed', '5 kept']);
  });
  it('is no miss where it was moved before it came', () => {
    expect(became(promised({ due: date(4) }), moved(date(9), { at: march(3) }))).toEqual([
      '4 moved',
      '9 ahead',
    ]);
  });
  it('is a move whatever it was called: an offer in its place that they took is one', () => {
    expect(became(asked(), agreed(date(3)), offered(date(9)), agreed(date(9), { at: march(4) }))).toEqual([
      '3 missed',
      '9 ahead',
    ]);
  });
  it('is no move where they agreed on the same date again', () => {
    expect(became(asked(), agreed(date(9)), offered(date(9)), agreed(date(9), { at: march(5) }))).toEqual([
      '9 ahead',
    ]);
  });
  it('is not that it was moved where it was only recorded wrong', () => {
    const correction = { date: date(6), was: date(3) };
    expect(
      became(promised({ due: date(3) }), { type: 'DetailsChanged', due: correction, at: march(4) }),
    ).toEqual(['6 ahead']);
  });
  it('is that it was dropped with what it was for', () => {
    expect(became(promised({ due: date(3) }), dropped(march(4)))).toEqual(['3 dropped']);
  });
  it('is decided anew where something is opened again', () => {
    expect(
      became(promised({ due: date(4) }), finished('PromiseKept', { at: march(3) }), reopened(march(3))),
    ).toEqual(['4 passed']);
  });
  it('is that it never came where one time of a standing promise was missed', () => {
    const occurrence = { standing: 'weekly', on: march(3), due: march(3), since: march(1) };
    expect(
      became(promised({ due: date(3), occurrence }), { type: 'OccurrenceMissed', at: march(4) }),
    ).toEqual(['3 never']);
  });
});
