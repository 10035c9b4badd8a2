import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideAnswer } from '../../src/domain/decisions/answer.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideUpdate } from '../../src/domain/decisions/update.ts';
import { wasLate } from '../../src/domain/streams/commitment.ts';
import { addWorkingMinutes } from '../../src/domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../src/domain/time/moment.ts';
import { openForReading } from '../../src/store/open.ts';
import { readCommitments } from '../../src/store/queries.ts';
import { Desk } from '../support/desk.ts';
import { CALENDAR, SETTINGS } from '../support/situation.ts';

/** How many working minutes there are for an answer, by channel. */
const WITHIN = { phone: 120, email: 480 } as const;
type Via = keyof typeof WITHIN;

class ReplyDesk extends Desk {
  override get context(): Context {
    const replyWithinBy = {
      phone: { workingMinutes: WITHIN.phone },
      email: { workingMinutes: WITHIN.email },
    };
    return { ...super.context, clockSettingsOf: () => ({ ...SETTINGS, replyWithinBy }) };
  }
}

/** Something that was said. Commitment 1 is a request; `about` is a number, 0 is nothing. */
type Said =
  | {
      readonly kind: 'heard';
      readonly about: number;
      readonly needsReply: boolean;
      readonly at: Instant;
      readonly via: Via;
      /** The number of what it opens, if it opens something. */
      readonly opens: number;
    }
  | { readonly kind: 'update' | 'told' | 'answer'; readonly about: number; readonly at: Instant }
  | {
      readonly kind: 'answer';
      readonly about: number;
      readonly at: Instant;
      readonly via: Via;
      /** The number of the reply that it leaves open. */
      readonly opens: number;
    };

/** A reply as the rules have it. */
interface Reply {
  readonly number: number;
  /** What the words were about that opened it. */
  readonly about: number;
  start: Instant;
  due: Instant;
  readonly order: 'first' | 'next';
  closedAt: Instant | null;
}

/** The rules of the clocks, once more and simple: what stands after everything that was said and not taken back. */
function replay(said: readonly Said[]): Reply[] {
  const replies: Reply[] = [];
  /** When I last said something about a number. */
  const myWord = new Map<number, Instant>();
  const named = (number: number) => replies.find((reply) => reply.number === number);
  const dueAfter = (at: Instant, via: Via) => addWorkingMinutes(CALENDAR, at, WITHIN[via]);
  for (const word of said) {
    const { about, at } = word;
    if (word.kind === 'heard') {
      if (!word.needsReply) continue;
      const itself = named(about);
      const open = [
        ...(itself ? [itself] : []),
        ...replies.filter((each) => each.about === about && about > 0),
      ];
      const joined = open.find(({ closedAt }) => closedAt === null);
      if (!joined) {
        const spoken = [about, ...open.map(({ number }) => number)].map((number) => myWord.get(number));
        const isNext = spoken.some((mine) => mine !== undefined && mine <= at);
        const order = isNext ? 'next' : 'first';
        replies.push({
          number: word.opens,
          about,
          start: at,
          due: dueAfter(at, word.via),
          order,
          closedAt: null,
        });
      } else if (at < joined.start && dueAfter(at, word.via) < joined.due) {
        // It was said before the first that was known. The clock runs from the first.
        Object.assign(joined, { start: at, due: dueAfter(at, word.via) });
      }
      continue;
    }
    // Words about nothing are no first word about anything.
    if (about > 0) myWord.set(about, at);
    const reply = named(about);
    if (word.kind === 'update' || !reply || reply.closedAt !== null) continue;
    reply.closedAt = at;
    if ('opens' in word) {
      const due = dueAfter(at, word.via);
      replies.push({ number: word.opens, about, start: at, due, order: 'next', closedAt: null });
    }
  }
  return replies.sort((a, b) => a.number - b.number);
}

const anyStep = fc.record({
  kind: fc.constantFrom('heard', 'heard', 'heard', 'update', 'told', 'answer', 'still', 'undo'),
  about: fc.constantFrom(0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5),
  needsReply: fc.constantFrom(true, true, false),
  via: fc.constantFrom<Via>('phone', 'email'),
  passes: fc.integer({ min: 0, max: 600 }),
  ago: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
});

it('any words in and out give the clocks of the rules', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20, size: 'max' }), (steps) => {
      const desk = new ReplyDesk(openForReading('/nonexistent/followup.db'));
      desk.add('Report', 'Joe');
      const said: Said[] = [];
      let last = 1;
      for (const { kind, about, needsReply, via, passes, ago } of steps) {
        desk.now = instant(epoch(desk.now) + passes * 60_000);
        const at = kind === 'heard' ? instant(epoch(desk.now) - ago * 60_000) : desk.now;
        if (kind === 'undo') {
          if (said.length > 0) desk.undo();
          said.pop();
        } else {
          const outcome = tryTo(() => say(desk, kind, { about, needsReply, via, at }));
          // What is not there, or not open, is refused and changes nothing.
          if (outcome !== null) {
            const opens = last + 1;
            last = Math.max(last, ...outcome.commitments.map(({ number }) => number));
            if (kind === 'heard') said.push({ kind, about, needsReply, at, via, opens });
            else if (kind === 'still') said.push({ kind: 'answer', about, at, via, opens });
            else said.push({ kind, about, at });
          }
        }
        const replies = readCommitments(desk.db).filter((each) => each.kind === 'reply');
        expect(
          replies.map((reply) => ({
            number: reply.number,
            due: reply.due?.at,
            order: reply.replyOrder,
            closedAt: reply.closedAt,
            late: wasLate(reply),
          })),
        ).toEqual(
          replay(said).map(({ number, due, order, closedAt }) => ({
            number,
            due,
            order,
            closedAt,
            late: closedAt === null ? null : closedAt > due,
          })),
        );
      }
    }),
    { numRuns: 120 },
  );
});

interface Words {
  readonly about: number;
  readonly needsReply: boolean;
  readonly via: Via;
  readonly at: Instant;
}

function say(
  desk: Desk,
  kind: 'heard' | 'update' | 'told' | 'answer' | 'still',
  { about, needsReply, via, at }: Words,
) {
  const client = { name: 'Joe', isNew: false };
  const selection = about > 0 ? [about] : null;
  const words = { text: 'words', at, via };
  switch (kind) {
    case 'heard':
      return desk.start('heard', decideLog, { ...words, client, direction: 'in', needsReply }, selection);
    case 'told':
      return desk.start(
        'told',
        decideLog,
        { ...words, client, direction: 'out', needsReply: false },
        selection,
      );
    case 'update':
      return desk.apply('update', [about], decideUpdate, words);
    case 'answer':
      return desk.apply('answer', [about], decideAnswer, words);
    case 'still':
      return desk.apply('answer', [about], decideAnswer, { ...words, still: ['the rest'] });
  }
}

function tryTo<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
