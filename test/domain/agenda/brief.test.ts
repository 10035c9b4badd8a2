import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askAbout,
  byDate,
  type DateOutcomes,
  directionOf,
  keptRate,
  lastWords,
  WORD_TYPES,
} from '../../../src/domain/agenda/brief.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { Contact } from '../../../src/domain/streams/contact.ts';
import type { StoryEvent } from '../../../src/domain/streams/events.ts';
import { eventOnCommitment } from '../../support/arbitrary.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  dropped,
  finished,
  moved,
  offered,
  promised,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

/** The outcomes as the store counts them, one by one. */
function outcomes(commitments: readonly Commitment[]): DateOutcomes[] {
  return commitments.flatMap(({ kind, state, closedAt, due, missed }): DateOutcomes[] => {
    if (!due) return [];
    const ended = closedAt !== null && closedAt <= due.at ? 'kept' : 'late';
    return [{ kind, state, outcome: closedAt ? ended : due.at < NOW ? 'passed' : 'ahead', count: 1, missed }];
  });
}

describe('how many dates were kept', () => {
  const kept = commitment(asked(), agreed(date(6)), finished('Delivered'));
  const late = commitment(promised({ due: date(3) }), finished('PromiseKept', { at: march(4, '12:00') }));
  const passed = commitment(promised({ due: date(4) }));
  const ahead = commitment(promised({ due: date(9) }));
  const theirs = commitment(awaited({ due: date(6) }), finished('AwaitedReceived'));

  it('counts what was finished, and what has passed; the rest is open', () => {
    expect(keptRate(outcomes([kept, late, passed, ahead, theirs]), 'me')).toEqual({ kept: 1, of: 3 });
    expect(keptRate(outcomes([kept, late, passed, ahead, theirs]), 'them')).toEqual({ kept: 1, of: 1 });
  });
  it('a date that had passed when it was moved was not kept, whatever came of the next one', () => {
    const slipped = [promised({ due: date(3, '12:00') }), moved(date(6))];
    const kept = commitment(...slipped, finished('PromiseKept'));
    expect(keptRate(outcomes([kept]), 'me')).toEqual({ kept: 1, of: 2 });
    expect(keptRate(outcomes([commitment(...slipped)]), 'me')).toEqual({ kept: 0, of: 1 });
    const agreedAnew = commitment(asked(), agreed(date(3)), offered(date(6)), agreed(date(6)));
    expect(agreedAnew.missed).toBe(1);
  });
  it('goes by the date that both sides settled on last, and leaves out what was dropped', () => {
    const settledAnew = commitment(asked(), agreed(date(4)), moved(date(6)), finished('Delivered'));
    expect(keptRate(outcomes([settledAnew]), 'me')).toEqual({ kept: 1, of: 1 });
    expect(keptRate(outcomes([commitment(asked(), agreed(date(4)), dropped())]), 'me')).toEqual({
      kept: 0,
      of: 0,
    });
  });
});

describe('the last words', () => {
  const request = [asked(), offered(date(9)), agreed(date(9))];
  const stories = [{ commitment: commitment(...request), events: request as StoryEvent[] }];
  const contact = (at: string): Contact => ({
    uid: at,
    client: 'joe',
    direction: 'in',
    text: 'hello',
    at,
    via: null,
    about: null,
    opened: null,
    joined: null,
    draft: null,
    messageId: null,
    subject: null,
    quoted: null,
    thread: null,
  });

  it('are those of contacts, and what was said with a verb, latest first', () => {
    const words = lastWords([contact(march(3, '12:00'))], stories, 5);
    expect(
      words.map((word) => `${word.direction} ${word.contact === null ? word.event.type : word.contact.text}`),
    ).toEqual(['out DateAgreed', 'in hello', 'out DateOffered', 'in RequestRecorded']);
    expect(lastWords([contact(march(5)), contact(march(4))], stories, 1)).toMatchObject([{ at: march(5) }]);
  });
  it('are not said twice, and notes to myself are none', () => {
    const events: StoryEvent[] = [
      { type: 'UpdateGiven', text: 'hello', contact: 'c1', at: march(4) },
      { type: 'NoteAdded', text: 'likes blue', at: march(4) },
      { type: 'Snoozed', until: date(9), at: march(4) },
      { type: 'PromiseMade', title: 'Call', due: date(9), client: 'joe', unsaid: true, at: march(4) },
    ];
    expect(lastWords([], [{ commitment: commitment(asked()), events }], 5)).toEqual([]);
  });
});

it('moves are in the order of their dates, and those without one are last', () => {
  const undated = { ...commitment(asked()), number: 1 };
  const late = { ...commitment(promised({ due: date(11) })), number: 2 };
  const wanted = { ...commitment(asked({ wantedBy: date(6) })), number: 3 };
  expect(byDate([undated, late, wanted]).map(({ number }) => number)).toEqual([3, 2, 1]);
});

describe('the one thing to ask about', () => {
  const about = (...open: ReturnType<typeof commitment>[]) => askAbout(open, NOW).kind;

  it('is the most pressing one', () => {
    const overdue = commitment(awaited({ due: date(4) }));
    const expected = commitment(awaited({ due: date(9) }));
    const unanswered = commitment(asked(), offered(date(9)));
    const delivered = commitment(asked(), agreed(date(9)), finished('Delivered'));
    const undated = commitment(asked());
    const unwritten = commitment(asked(), agreed(date(9)));
    const all = [expected, unwritten, undated, delivered, unanswered, overdue];
    const order: string[] = [];
    while (all.length > 0) {
      order.push(about(...all));
      all.pop();
    }
    expect(order).toEqual(['late', 'unanswered', 'unaccepted', 'undated', 'unwritten', 'expected']);
  });
  it('is whether they wait for anything, if nothing presses', () => {
    expect(about()).toBe('anything');
    expect(about(commitment(promised()))).toBe('anything');
  });
});

describe('the types of events that are words', () => {
  it('are all those that have a direction', () => {
    const kinds = [commitment(asked()), commitment(promised()), commitment(awaited())];
    const types: readonly string[] = WORD_TYPES;
    fc.assert(
      fc.property(eventOnCommitment, fc.constantFrom(...kinds), (event, about) => {
        if (event.type === 'NumberGiven' || directionOf(event, about) === null) return;
        expect(types).toContain(event.type);
      }),
      { numRuns: 1000 },
    );
  });
});
