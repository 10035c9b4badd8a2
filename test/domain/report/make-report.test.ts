import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentAsOf } from '../../../src/domain/report/events-as-of.ts';
import { freeTextsIn } from '../../../src/domain/report/free-texts.ts';
import { makeReport, type ReportSource } from '../../../src/domain/report/make-report.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import type { Instant } from '../../../src/domain/time/moment.ts';
import { COMMITMENT_EVENTS } from '../../support/arbitrary.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  complained,
  countered,
  dropped,
  finished,
  moved,
  offered,
  priced,
  promised,
  replyOwed,
  talkPromised,
} from '../../support/given.ts';
import { CALENDAR, date, march, NOW, SETTINGS } from '../../support/situation.ts';

const CLOCKS = { calendar: CALENDAR, clockSettingsOf: () => SETTINGS };

type Choice = Partial<Pick<ReportSource, 'since' | 'withReasons' | 'ownerOf'>> & { readonly at?: Instant };

/** The report for Joe of commitments, each given by its events; their numbers are 1, 2, ... */
function reportOn(
  stories: readonly (readonly CommitmentEvent[])[],
  { at, since = null, withReasons = false, ownerOf = () => null }: Choice = {},
) {
  const then = stories.flatMap(
    (events, index) =>
      commitmentAsOf({ uid: `uid-${index + 1}`, number: index + 1 }, events as StoryEvent[], at ?? null) ??
      [],
  );
  const asOf = { day: '2026-03-06', at: at ?? NOW, isPast: at !== undefined };
  const client = { uid: 'joe', name: 'Joe' };
  return makeReport(
    { client, asOf, since, then, ownerOf, budgets: null, kept: { kept: 0, of: 0 }, withReasons },
    CLOCKS,
  );
}

/** A promise to myself. */
function withoutClient(event: CommitmentEvent): CommitmentEvent {
  return Object.fromEntries(
    Object.entries(event).filter(([name]) => name !== 'client'),
  ) as unknown as CommitmentEvent;
}

const numbers = (items: readonly { readonly number: number }[]) => items.map(({ number }) => number);

describe('what a report is about', () => {
  it('is what is for the client', () => {
    const { open } = reportOn([
      [asked()],
      [asked({ client: 'acme' })],
      [promised()],
      [withoutClient(promised())],
    ]);
    expect(numbers(open)).toEqual([3, 1]);
  });
  it('is no promise that they were not told of', () => {
    const plan = promised({ unsaid: true });
    expect(reportOn([[plan], [plan, finished('PromiseKept')]])).toMatchObject({
      open: [],
      finished: [],
      story: [],
    });
    const told: CommitmentEvent = { type: 'UpdateGiven', text: 'you have it by then', at: march(4) };
    expect(numbers(reportOn([[plan, told]]).open)).toEqual([1]);
  });
  it('is no promise of theirs that concerns somebody else', () => {
    const { asks } = reportOn(
      [
        [awaited()],
        [awaited({ client: 'acme' })],
        [awaited({ who: 'acme' })],
        [awaited({ blocks: 'work-for-acme' })],
        [awaited({ blocks: 'work-for-joe' })],
      ],
      { ownerOf: (uid) => (uid === 'work-for-acme' ? 'acme' : 'joe') },
    );
    expect(numbers(asks)).toEqual([1, 5]);
  });
  it('tells no date of a reply or a complaint, which are clocks of mine', () => {
    const { open } = reportOn([[replyOwed()], [complained()]]);
    expect(open.map((item) => item.date)).toEqual([null, null]);
  });
});

describe('what happened', () => {
  const STORY = [
    asked(),
    offered(date(10)),
    countered({ wanted: date(9) }),
    agreed(date(9)),
    moved(date(12)),
  ];

  it('is told in order, with the dates that do not hold any more', () => {
    const { story, open } = reportOn([STORY]);
    expect(story.map(({ step }) => step.step)).toEqual(['asked', 'offered', 'countered', 'agreed', 'moved']);
    expect(open[0]?.moves).toMatchObject([{ from: date(9), to: date(12), reason: null }]);
  });
  it('is told from a time on', () => {
    const { story, open } = reportOn([STORY], { since: march(3, '12:00') });
    expect(story.map(({ step }) => step.step)).toEqual(['countered', 'agreed', 'moved']);
    expect(numbers(open)).toEqual([1]);
  });
  it('has my reasons only if they are asked for', () => {
    const because = 'we were late';
    const story = [asked(), agreed(date(9)), moved(date(12), { because })];
    expect(JSON.stringify(reportOn([story]))).not.toContain(because);
    expect(reportOn([story], { withReasons: true }).open[0]?.moves[0]?.reason).toBe(because);
  });
  it('calls an agreement in place of another a move', () => {
    const { story } = reportOn([[asked(), agreed(date(9)), offered(date(11)), agreed(date(11))]]);
    expect(story.at(-1)?.step).toMatchObject({ step: 'moved', from: date(9), to: date(11) });
  });
  it('tells a date that was typed wrong as it was said', () => {
    const corrected: CommitmentEvent = {
      type: 'DetailsChanged',
      due: { date: date(10), was: date(9) },
      at: march(5),
    };
    const { story, open } = reportOn([[asked(), agreed(date(9)), corrected]]);
    expect(story.at(-1)?.step).toMatchObject({ step: 'agreed', date: date(10) });
    expect(open[0]).toMatchObject({ date: date(10), moves: [] });
  });
});

describe('as of a moment', () => {
  it('leaves out what was said later, and keeps what was corrected later', () => {
    const renamed: CommitmentEvent = { type: 'DetailsChanged', title: 'The real title', at: march(5) };
    const { open, story } = reportOn(
      [[asked(), agreed(date(9)), moved(date(12), { at: march(5) }), renamed]],
      {
        at: march(4, '23:00'),
      },
    );
    expect(open[0]).toMatchObject({ title: 'The real title', date: date(9), moves: [] });
    expect(story).toHaveLength(2);
  });
  it('does not correct a date that was not settled then', () => {
    const wrong: CommitmentEvent = {
      type: 'DetailsChanged',
      due: { date: date(13), was: date(12) },
      at: march(6),
    };
    const { open } = reportOn([[asked(), agreed(date(9)), moved(date(12), { at: march(5) }), wrong]], {
      at: march(4, '23:00'),
    });
    expect(open[0]?.date).toEqual(date(9));
  });
  it('has nothing of what was asked later', () => {
    expect(reportOn([[asked({ at: march(5) })]], { at: march(4) })).toMatchObject({ open: [], story: [] });
  });
});

describe('what waits for the client', () => {
  it('names the date that they are asked about, which is no date for their answer', () => {
    const { asks, open } = reportOn([
      [asked(), offered(date(10))],
      [asked({ scope: 'out' }), priced({ date: date(12) })],
    ]);
    expect(asks).toMatchObject([
      { ask: 'answer-to-offer', date: null, offered: date(10) },
      { ask: 'price', date: null, offered: date(12) },
    ]);
    expect(open.map((item) => item.offered)).toEqual([date(10), date(12)]);
  });
  it('is an offer, and a delivery that they have not accepted', () => {
    const { asks } = reportOn([
      [asked(), offered(date(10))],
      [asked(), agreed(date(9)), finished('Delivered')],
    ]);
    expect(asks.map(({ number, ask }) => `${number} ${ask}`)).toEqual(['1 answer-to-offer', '2 acceptance']);
  });
});

describe('a word about a complaint', () => {
  const complaint = complained();
  const talk = talkPromised({ due: date(4), at: march(3), belongsTo: { complaint: 'uid-1', as: 'talk' } });

  it('is told, and finished, under the title of the complaint', () => {
    const spoken = finished('PromiseKept', { at: march(5) });
    const { story, finished: done, open } = reportOn([[complaint], [talk, spoken]]);
    expect(story.map(({ number, step }) => `${number} ${step.step}`)).toEqual([
      '1 complained',
      '1 talk-promised',
      '1 talk-kept',
    ]);
    expect(done).toMatchObject([
      { title: open[0]?.title, isTalk: true, date: date(4), finishedAt: march(5), wasLate: true },
    ]);
    expect(numbers(open)).toEqual([1]);
  });
  it('is no more when it is not to be said', () => {
    expect(reportOn([[complaint], [talk, dropped()]])).toMatchObject({ finished: [] });
  });
  it('never says that a complaint was delivered', () => {
    const { story } = reportOn([[complaint, finished('Delivered')]]);
    expect(story.map(({ step }) => step.step)).toEqual(['complained', 'put-right']);
  });
});

describe('what comes again', () => {
  const first = promised({ due: date(3), at: march(2) });
  const missed: CommitmentEvent = { type: 'OccurrenceMissed', at: march(5) };

  it('did not come on its day, and is told in the report after it was clear', () => {
    const { story, finished: done } = reportOn([[first, missed]], { since: march(4) });
    expect(story.map(({ step }) => step)).toEqual([{ step: 'missed', at: date(3).at, clearAt: march(5) }]);
    expect(done).toMatchObject([{ state: 'missed', finishedAt: date(3).at }]);
  });
  it('is not told to have been missed once it was done after all', () => {
    const { story } = reportOn([[first, missed, finished('PromiseKept', { at: march(6) })]]);
    expect(story.map(({ step }) => step.step)).toEqual(['promised', 'kept']);
  });
});

describe('what is finished', () => {
  it('has its date, when it was accepted, and whether it was late', () => {
    const work = (day: number) => [
      asked(),
      agreed(date(day)),
      finished('Delivered', { at: march(5) }),
      accepted(march(6, '12:00')),
    ];
    expect(reportOn([work(4), work(6)]).finished).toMatchObject([
      { date: date(4), finishedAt: march(6, '12:00'), wasLate: true },
      { date: date(6), finishedAt: march(6, '12:00'), wasLate: false },
    ]);
  });
});

describe('when they hear next', () => {
  it('is when I promised to speak about a complaint', () => {
    const complaint = complained();
    const talk = talkPromised({ due: date(10), belongsTo: { complaint: 'uid-1', as: 'talk' } });
    const { open, next } = reportOn([[complaint], [talk]]);
    expect(numbers(open)).toEqual([1]);
    expect(open[0]?.next).toEqual({ date: date(10), isPast: false });
    expect(next).toEqual(date(10));
  });
  it('is past where it was promised and has passed, and is then not what comes next', () => {
    const complaint = complained();
    const talk = talkPromised({ due: date(4), belongsTo: { complaint: 'uid-1', as: 'talk' } });
    const { open, next } = reportOn([[complaint], [talk]]);
    expect(open[0]?.next).toEqual({ date: date(4), isPast: true });
    expect(next).toBeNull();
  });
  it('is the date itself where that comes first, past or ahead', () => {
    const [late, early] = reportOn([
      [asked(), agreed(date(6))],
      [asked(), agreed(date(4))],
    ]).open.map(({ next }) => next);
    expect([late, early]).toEqual([
      { date: date(4), isPast: true },
      { date: date(6), isPast: false },
    ]);
  });
  it('is nothing where only a clock of mine says so and it has passed', () => {
    const of = (at: Instant) => reportOn([[asked(), agreed(date(30))]], { at }).open[0]?.next;
    expect(of(march(5))).toMatchObject({ isPast: false });
    expect(of(march(20))).toBeNull();
  });
  it('is nothing where nothing is open', () => {
    expect(reportOn([]).next).toBeNull();
  });
});

/** Fields that hold what somebody typed. */
const TYPED = [
  'title',
  'project',
  'because',
  'text',
  'note',
  'person',
  'topic',
  'link',
  'by',
  'rightWhen',
  'withoutApproval',
  'estimateText',
];

/** What of it may be in a report. */
const SHOWN = [
  'title',
  'project',
  'RequestRecorded.because',
  'DateRejected.because',
  'PriceRejected.because',
  'ResolutionRejected.because',
  'PriceApproved.by',
  'ResolutionApproved.by',
];

/** An event in which every text says what it is. */
function marked(event: CommitmentEvent): CommitmentEvent {
  const fields = Object.entries(event).map(([name, value]) => [
    name,
    TYPED.includes(name) && typeof value === 'string' ? `#${event.type}.${name}#` : value,
  ]);
  return { ...Object.fromEntries(fields), ...('client' in event && { client: 'joe' }) } as CommitmentEvent;
}

describe('whatever was recorded', () => {
  const anyEvents = fc.array(fc.oneof(...Object.values(COMMITMENT_EVENTS)), { maxLength: 12 });

  it('only what was picked gets into a report, and all of that is listed', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const report = reportOn([[asked(), ...events].map(marked)]);
        const marks = new Set(JSON.stringify(report).match(/#[A-Z]\w+\.\w+#/g) ?? []);
        for (const mark of marks) {
          const name = mark.slice(1, -1);
          expect([name, name.split('.')[1]].some((each) => SHOWN.includes(each ?? ''))).toBe(true);
        }
        expect(new Set(freeTextsIn(report).map(({ text }) => text))).toEqual(marks);
      }),
      { numRuns: 500 },
    );
  });
});
