import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/domain/statistics/replay.ts';
import { updateGaps } from '../../../src/domain/statistics/update-gaps.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import { agreed, asked, dropped, finished, promised, replyOwed, told } from '../../support/given.ts';
import { CALENDAR, date, march, SETTINGS } from '../../support/situation.ts';

/** The gaps, each as "from day to day, in time or not"; by default three working days are allowed. */
function gaps(events: readonly CommitmentEvent[], now = march(31)): string[] {
  const all = updateGaps(replay(events as StoryEvent[]), now, {
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
  });
  return all.map(({ from, until, isOver, isInTime }) => {
    const day = (at: string) => Number(at.slice(8, 10));
    const end = until === null ? 'on' : `${isOver ? '' : 'no word '}${day(until)}`;
    return `${day(from)} to ${end}: ${isInTime === null ? 'open' : isInTime ? 'in time' : 'late'}`;
  });
}

const agreedOn2 = [asked({ at: march(2, '09:00') }), agreed(date(20), { at: march(2, '10:00') })];

describe('the gaps between words about an agreed request', () => {
  it('end with an update, in time within three working days; the delivery is a word, too', () => {
    const events = [
      ...agreedOn2,
      told(march(5, '16:00')),
      told(march(12)),
      finished('Delivered', { at: march(13) }),
    ];
    expect(gaps(events)).toEqual(['2 to 5: in time', '5 to 12: late', '12 to 13: in time']);
  });
  it('go on until now while an update is owed', () => {
    expect(gaps(agreedOn2, march(4))).toEqual(['2 to on: open']);
    expect(gaps(agreedOn2, march(6))).toEqual(['2 to on: late']);
  });
  it('end without a word where nobody waits any more', () => {
    expect(gaps([...agreedOn2, dropped(march(4))])).toEqual(['2 to no word 4: open']);
    expect(gaps([...agreedOn2, dropped(march(10))])).toEqual(['2 to no word 10: late']);
  });
  it('are in time where the date of the work comes first', () => {
    const soon = [asked({ at: march(2, '09:00') }), agreed(date(4), { at: march(2, '10:00') })];
    expect(gaps([...soon, finished('Delivered', { at: march(4, '16:00') })])).toEqual(['2 to 4: in time']);
  });
  it('go by when something was said, whenever that was recorded', () => {
    const events = [...agreedOn2, told(march(12)), told(march(5, '16:00'))];
    expect(gaps(events, march(13))).toEqual(['2 to 5: in time', '5 to 12: late', '12 to on: open']);
  });
  it('go by the next update that was promised', () => {
    const promisedNext = told(march(3), { next: date(10) });
    expect(gaps([...agreedOn2, promisedNext, told(march(10, '12:00'))], march(11))).toEqual([
      '2 to 3: in time',
      '3 to 10: in time',
      '10 to on: open',
    ]);
  });
  it('are none where no updates are owed: a promise to myself, and a reply', () => {
    const { client: _, ...toMyself } = promised() as { client: string } & CommitmentEvent;
    expect(gaps([toMyself as CommitmentEvent])).toEqual([]);
    expect(gaps([replyOwed()])).toEqual([]);
  });
});
