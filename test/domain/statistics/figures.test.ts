import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../src/domain/statistics/commitment-record.ts';
import { figuresOf } from '../../../src/domain/statistics/figures.ts';
import { groupFigures, keptByMonth } from '../../../src/domain/statistics/groups.ts';
import { type SpentOn, spentBy } from '../../../src/domain/statistics/spent-on.ts';
import { standingRecords } from '../../../src/domain/statistics/standing-records.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import {
  asked,
  awaited,
  commitment,
  complained,
  dropped,
  finished,
  givenFree,
  moved,
  promised,
  reopened,
  replyOwed,
  spent,
} from '../../support/given.ts';
import { CALENDAR, date, march, nineToFive, SETTINGS } from '../../support/situation.ts';

const END = march(31);
const period = { since: null, before: null, now: END, calendar: CALENDAR };
const record = (...events: CommitmentEvent[]) =>
  recordOf(commitment(...events), events as StoryEvent[], {
    now: END,
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
  });
const figures = (...records: ReturnType<typeof record>[]) => figuresOf(records, period);

describe('the figures of replies', () => {
  it('are how long they waited in working hours, and how many came in time, by hand', () => {
    const wrote = (day: number) => replyOwed({ at: march(day, '10:00'), due: date(day + 1, '10:00') });
    const answered = (day: number, time: string) => finished('ReplyGiven', { at: march(day, time) });
    const { replies } = figures(
      record(wrote(2), answered(2, '11:00')), // an hour
      record(wrote(2), answered(3, '09:30')), // seven and a half: 10:00 to 17:00, 9:00 to 9:30
      record(wrote(9), answered(11, '10:00')), // sixteen, and late
      record(wrote(16), answered(16, '12:00')), // two
      record(wrote(30)), // open for fifteen hours by now, and late since 10:00
    );
    expect(replies.inTime).toEqual({ count: 3, of: 5 });
    expect(replies.lengths).toEqual({
      of: 5,
      open: 1,
      median: { length: 7.5, isMore: false },
      ninetieth: { length: 16, isMore: false },
    });
  });
  it('are no dates of mine: a clock set them', () => {
    expect(figures(record(replyOwed(), finished('ReplyGiven'))).mine.kept).toEqual({ count: 0, of: 0 });
  });
});

describe('the figures of my dates', () => {
  it('leave out what I promised only myself', () => {
    const { client: _, ...toMyself } = promised() as { client: string } & CommitmentEvent;
    const { mine } = figures(
      record(toMyself as CommitmentEvent, finished('PromiseKept')),
      record(promised()),
    );
    expect(mine.kept.of).toBe(1);
  });
});

describe('the figures of estimates', () => {
  it('are how many times its estimate work took, by hand', () => {
    const took = (estimateHours: number, tookHours: number) =>
      record(asked({ estimateHours }), finished('Delivered', { tookHours }));
    const { estimates } = figures(took(4, 4), took(4, 6), took(10, 8), took(2, 4), took(3, 3), took(5, 0));
    expect(estimates.within).toEqual({ count: 3, of: 5 });
    // 0.8, 1, 1, 1.5, 2
    expect(estimates.ratios.median).toEqual({ length: 1, isMore: false });
    expect(estimates.ratios.ninetieth).toEqual({ length: 2, isMore: false });
  });
});

describe('the days lost', () => {
  it('are those by which what others owed was late, by whom, by hand', () => {
    const { lost } = figures(
      record(awaited({ due: date(2), who: 'ann' }), finished('AwaitedReceived', { at: march(5) })),
      record(awaited({ due: date(27), who: 'ann' })),
      record(awaited({ due: date(2), who: 'joe' }), finished('AwaitedReceived', { at: march(3) })),
      record(awaited({ due: date(2), who: 'sue' }), dropped(march(5))),
    );
    expect(lost).toEqual([
      { who: 'ann', workingDays: 5, count: 2 },
      { who: 'joe', workingDays: 1, count: 1 },
    ]);
  });
});

describe('what keeps coming back', () => {
  it('is a topic that brought something twice, with its hours, causes and what would remove the need', () => {
    const removal: CommitmentEvent = { type: 'RemovalNamed', text: 'a checklist', at: march(6) };
    const { topics } = figures(
      record(asked({ topic: 'totals' }), spent(3)),
      record(complained({ topic: 'totals', at: march(4) }), {
        type: 'CauseNamed',
        cause: 'ours',
        at: march(5),
      }),
      record(replyOwed({ topic: 'totals' }), finished('ReplyGiven', { tookHours: 0.5 }), removal),
      record(asked({ topic: 'once' })),
    );
    expect(topics).toEqual([
      {
        topic: 'totals',
        count: 3,
        hours: 3.5,
        causes: [{ cause: 'ours', count: 1 }],
        removals: ['a checklist'],
      },
    ]);
  });
});

describe('what was given free', () => {
  it('is counted in the period in which it was', () => {
    const given = record(asked({ scope: 'out', estimateHours: 2 }), givenFree());
    expect(figures(given).favours).toMatchObject({ count: 1, hours: 2 });
    expect(figuresOf([given], { ...period, since: march(10) }).favours.count).toBe(0);
  });
});

describe('figures by month, client and kind', () => {
  const kept = (due: string, at: string, zone = 'UTC') =>
    record(
      promised({ due: { at: due, zone, grain: 'day' }, at: '2025-12-01T09:00:00.000Z' }),
      finished('PromiseKept', { at }),
    );
  const records = [
    kept('2026-01-15T17:00:00.000Z', '2026-01-15T12:00:00.000Z'),
    kept('2026-01-20T17:00:00.000Z', '2026-01-22T12:00:00.000Z'),
    kept('2026-03-31T23:30:00.000Z', '2026-03-31T12:00:00.000Z'),
    record(
      awaited({ due: date(9), who: 'ann', client: 'joe' }),
      finished('AwaitedReceived', { at: march(9) }),
    ),
  ];

  it('have a line for each month since anything began, those in between too', () => {
    const byMonth = groupFigures('month', records, [], period);
    expect(byMonth.map(({ key, figures: { mine } }) => [key, mine.kept.count, mine.kept.of])).toEqual([
      ['2025-12', 0, 0],
      ['2026-01', 1, 2],
      ['2026-02', 0, 0],
      ['2026-03', 1, 1],
    ]);
  });
  it('say the same of the last months as the trend does', () => {
    const trend = keptByMonth(records, period);
    expect(trend.map(({ month, kept: { count, of } }) => [month, count, of])).toEqual(
      groupFigures('month', records, [], period).map(({ key, figures: { mine } }) => [
        key,
        mine.kept.count,
        mine.kept.of,
      ]),
    );
  });
  it('say of each client what figures with that client alone say: what Ann owes for Joe concerns both', () => {
    const byClient = groupFigures('client', records, [], period);
    expect(byClient.map(({ key, figures: { theirs } }) => [key, theirs.kept.of])).toEqual([
      ['joe', 1],
      ['ann', 1],
    ]);
  });
  it('count a date in the month of its day as it was said, and one ahead in the present month', () => {
    const tokyo = { ...period, now: march(31, '09:00'), calendar: nineToFive('Asia/Tokyo') };
    const said = kept('2026-03-31T21:00:00.000Z', '2026-03-31T12:00:00.000Z', 'America/New_York');
    const early = kept('2026-05-20T17:00:00.000Z', '2026-03-30T12:00:00.000Z');
    for (const one of [said, early]) {
      const [march] = groupFigures('month', [one], [], tokyo).slice(-1);
      expect(march).toMatchObject({ key: '2026-03', figures: { mine: { kept: { count: 1, of: 1 } } } });
      expect(keptByMonth([one], tokyo).at(-1)).toEqual({ month: '2026-03', kept: { count: 1, of: 1 } });
    }
  });
  it('count the days that others were late in the months in which they fell', () => {
    const events = [
      awaited({
        due: { at: '2026-01-09T17:00:00.000Z', zone: 'UTC', grain: 'day' },
        at: '2026-01-02T09:00:00.000Z',
        who: 'ann',
      }),
      moved(
        { at: '2026-03-05T17:00:00.000Z', zone: 'UTC', grain: 'day' },
        { at: '2026-02-03T12:00:00.000Z' },
      ),
      finished('AwaitedReceived', { at: march(5, '12:00') }),
    ];
    const days = (lost: readonly { workingDays: number }[]) => lost.map(({ workingDays }) => workingDays);
    // From Monday 12 to Friday 30 January, and Monday 2 and Tuesday 3 February.
    expect(
      groupFigures('month', [record(...events)], [], period).map(({ figures }) => days(figures.lost)),
    ).toEqual([[15], [2], []]);
    expect(days(figures(record(...events)).lost)).toEqual([17]);
  });
  it('are only of kinds that there are', () => {
    expect(groupFigures('kind', records, [], period).map(({ key }) => key)).toEqual(['promise', 'awaiting']);
  });
});

describe('what was spent', () => {
  const on = (fields: Partial<SpentOn>): SpentOn => ({
    client: null,
    project: null,
    topic: null,
    kind: null,
    at: march(2),
    hours: 0,
    money: null,
    ...fields,
  });
  it('is added up by what it belongs to, most first, and what belongs to nothing last', () => {
    const spentOn = [
      on({ hours: 9 }),
      on({ client: 'joe', hours: 2 }),
      on({ client: 'acme', hours: 3 }),
      on({ client: 'joe', hours: 4, money: null }),
      on({ client: 'joe', money: { minor: 250, currency: 'EUR' } }),
      on({ client: 'gone', hours: 2 }),
      on({ client: 'gone', hours: -2 }),
      on({ client: 'gone', hours: 0.3 }),
      on({ client: 'gone', hours: -0.1 }),
      on({ client: 'gone', hours: -0.2 }),
    ];
    expect(spentBy(spentOn, 'client')).toEqual([
      { key: 'joe', hours: 6, money: [{ minor: 250, currency: 'EUR' }] },
      { key: 'acme', hours: 3, money: [] },
      { key: null, hours: 9, money: [] },
    ]);
  });
  it('is one project in all its spellings', () => {
    const spentOn = [on({ project: 'Web-Site', hours: 1 }), on({ project: 'website', hours: 2 })];
    expect(spentBy(spentOn, 'project')).toEqual([{ key: 'Web-Site', hours: 3, money: [] }]);
  });
});

describe('what comes again', () => {
  it('was kept, late or missed in a period; what was missed once is never kept', () => {
    const time = (day: number, ...events: CommitmentEvent[]) => {
      const occurrence = { standing: 'weekly', on: march(day), due: march(day), since: march(1) };
      return record(promised({ due: date(day), occurrence }), ...events);
    };
    const missed: CommitmentEvent = { type: 'OccurrenceMissed', at: march(24) };
    const times = [
      time(4, finished('PromiseKept', { at: march(4, '12:00') })),
      time(11, finished('PromiseKept', { at: march(12) })),
      time(18, missed),
      time(19, missed, reopened(march(25)), finished('PromiseKept', { at: march(19, '12:00') })),
      time(20, dropped(march(19))),
      time(30),
    ];
    expect(standingRecords(times, period)).toEqual(new Map([['weekly', { kept: 1, late: 2, missed: 1 }]]));
    expect(standingRecords(times, { ...period, since: march(15) })).toEqual(
      new Map([['weekly', { kept: 0, late: 1, missed: 1 }]]),
    );
  });
});
