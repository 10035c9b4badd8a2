import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOutcomes, keptRate } from '../../../src/domain/agenda/brief.ts';
import { dateFigures } from '../../../src/domain/statistics/date-figures.ts';
import { promisedDates } from '../../../src/domain/statistics/promised-dates.ts';
import { replay } from '../../../src/domain/statistics/replay.ts';
import { isBorn } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import { KIND_TRAITS } from '../../../src/domain/streams/kinds.ts';
import { eventOnCommitment } from '../../support/arbitrary.ts';
import { agreed, asked, dropped, finished, fold, moved, promised } from '../../support/given.ts';
import { CALENDAR, date, march } from '../../support/situation.ts';

const END = march(31);
const period = { since: null, before: null, now: END, calendar: CALENDAR };
const datesIn = (events: readonly CommitmentEvent[], now = END) =>
  promisedDates(replay(events as StoryEvent[]), now);
const kept = (at: string) => finished('PromiseKept', { at });

describe('the figures of dates', () => {
  // Six promises, as somebody would count them with a pencil.
  const promises: readonly CommitmentEvent[][] = [
    [promised({ due: date(4) }), kept(march(4, '12:00'))],
    [promised({ due: date(5) }), kept(march(5, '12:00'))],
    // Moved before it came, and then kept.
    [promised({ due: date(6) }), moved(date(12), { at: march(5) }), kept(march(11))],
    // Missed on Friday 6, moved on Tuesday 10, and then kept on Friday 13: five working days late for the first.
    [promised({ due: date(6) }), moved(date(13), { at: march(10) }), kept(march(13, '09:00'))],
    // Late by a week: five working days.
    [promised({ due: date(9) }), kept(march(16))],
    // Still open: passed on Monday 30, so it is one working day late on Tuesday 31.
    [promised({ due: date(30) })],
  ];
  const figures = dateFigures(
    promises.map((events) => datesIn(events)),
    period,
  );

  it('count the dates that came due, by hand: four kept of seven', () => {
    // Came due: 4, 5, 12, 6 (missed), 13, 9, 30. The 6th that was moved before it came did not.
    expect(figures.kept).toEqual({ count: 4, of: 7 });
    expect(figures.movedBefore).toBe(1);
    expect(figures.movedAfter).toBe(1);
  });
  it('count what was done by its first date, by hand: two of six', () => {
    expect(figures.keptAsFirst).toEqual({ count: 2, of: 6 });
  });
  it('say by how many working days those that were not kept were late, by hand: 5, 5, and 1 so far', () => {
    expect(figures.late).toMatchObject({ of: 3, open: 1 });
    const five = [
      ...promises,
      [promised({ due: date(2) }), kept(march(5))],
      [promised({ due: date(2) }), kept(march(3))],
    ];
    // 1, 3, 5, 5, and 1 that is not over: longer than 1 are 4/5, than 3 4/5 × 2/3, than 5 none.
    const { late } = dateFigures(
      five.map((events) => datesIn(events)),
      period,
    );
    expect(late.median).toEqual({ length: 5, isMore: false });
    expect(late.ninetieth).toEqual({ length: 5, isMore: false });
  });
  it('leave out what was dropped, and say how many dates those were, and how many had passed', () => {
    const events = [
      [promised({ due: date(9) }), dropped(march(4))],
      [promised({ due: date(3) }), moved(date(5), { at: march(4) }), dropped(march(6))],
    ];
    expect(
      dateFigures(
        events.map((each) => datesIn(each)),
        period,
      ),
    ).toMatchObject({
      kept: { count: 0, of: 0 },
      keptAsFirst: { count: 0, of: 0 },
      movedAfter: 0,
      dropped: 2,
      droppedLate: 1,
    });
  });
  it('are about the dates that lie in a period, whenever they were settled', () => {
    const within = { ...period, since: march(10, '00:00'), before: march(31, '00:00') };
    expect(
      dateFigures(
        promises.map((events) => datesIn(events)),
        within,
      ).kept,
    ).toEqual({ count: 2, of: 3 });
  });
  it('know of a first date only once it has passed or everything is done', () => {
    const early = [asked(), agreed(date(9)), moved(date(20), { at: march(5) })];
    const figuresAt = (now: string) => dateFigures([datesIn(early, now)], { ...period, now }).keptAsFirst;
    expect(figuresAt(march(6))).toEqual({ count: 0, of: 0 });
    expect(figuresAt(march(10))).toEqual({ count: 0, of: 1 });
    const done = [...early, finished('Delivered', { at: march(6) })];
    expect(dateFigures([datesIn(done)], period).keptAsFirst).toEqual({ count: 1, of: 1 });
  });
  it('say the same as the brief of a client, whatever happened', () => {
    const anyStory = fc.array(eventOnCommitment, { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 6 }), (stories) => {
        const now = '2027-01-01T00:00:00.000Z';
        const states = stories.map(fold).map((state, index) => ({ state, events: stories[index] ?? [] }));
        const outcomes = states.flatMap(({ state }): DateOutcomes[] => {
          if (!isBorn(state) || !state.due) return [];
          const { kind, closedAt, due, missed, missedAt, isSaid } = state;
          if (!isSaid) return [];
          const ended = closedAt !== null && closedAt <= due.at && missedAt === null ? 'kept' : 'late';
          const outcome = closedAt ? ended : due.at < now ? 'passed' : 'ahead';
          return [{ kind, state: state.state, outcome, count: 1, missed }];
        });
        const mine = states.filter(({ state }) => {
          if (!isBorn(state)) return false;
          const { owedBy, hasSaidDate } = KIND_TRAITS[state.kind];
          return owedBy === 'me' && hasSaidDate && state.isSaid;
        });
        const { kept: share } = dateFigures(
          mine.map(({ events }) =>
            datesIn(
              events.filter(({ type }) => type !== 'NumberGiven'),
              now,
            ),
          ),
          { ...period, now },
        );
        const rate = keptRate(outcomes, 'me');
        expect(share).toEqual({ count: rate.kept, of: rate.of });
      }),
      { numRuns: 300 },
    );
  });
});
