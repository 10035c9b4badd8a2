import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAgenda } from '../../src/app/agenda.ts';
import { readBrief } from '../../src/app/brief.ts';
import { checkFile } from '../../src/app/doctor.ts';
import { applyTo, execute, startNew } from '../../src/app/execute.ts';
import type { Selection } from '../../src/app/select.ts';
import { readMyDates, readStatistics } from '../../src/app/statistics.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideAccept } from '../../src/domain/decisions/accept.ts';
import { decideAdd } from '../../src/domain/decisions/add.ts';
import { decideAgree } from '../../src/domain/decisions/agree.ts';
import { decideAnswer } from '../../src/domain/decisions/answer.ts';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideAway } from '../../src/domain/decisions/away.ts';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideConfirm } from '../../src/domain/decisions/confirm.ts';
import { decideCounter } from '../../src/domain/decisions/counter.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideDrop } from '../../src/domain/decisions/drop.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import { decideRemember } from '../../src/domain/decisions/jot.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import type { ClientMention } from '../../src/domain/decisions/mention-clients.ts';
import { decideMove } from '../../src/domain/decisions/move.ts';
import { decideNote } from '../../src/domain/decisions/note.ts';
import { decideOffer } from '../../src/domain/decisions/offer.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import { decideReview } from '../../src/domain/decisions/review.ts';
import { decideSnooze } from '../../src/domain/decisions/snooze.ts';
import { decideSpend } from '../../src/domain/decisions/spend.ts';
import { decideSpread } from '../../src/domain/decisions/spread.ts';
import { decideUpdate } from '../../src/domain/decisions/update.ts';
import { CHANNELS } from '../../src/domain/streams/channel.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import type { QuestionNumber } from '../../src/domain/streams/events.ts';
import { epoch, instant, type Moment } from '../../src/domain/time/moment.ts';
import { readOperations, readUndone } from '../../src/store/journal.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { foldStream } from '../../src/store/read-tables.ts';
import { type Desk, newDesk, refusalOf } from '../support/desk.ts';
import { exportOf, take } from '../support/two-desks.ts';

/**
 * The material of one random command, from which each verb takes what it needs. Hours are counted from the
 * time of the command.
 */
const anyCommand = fc.record({
  verb: fc.constantFrom(
    ...(['add', 'add', 'promise', 'await', 'told', 'heard', 'offer', 'agree', 'counter', 'move'] as const),
    ...([
      'confirm',
      'update',
      'spend',
      'done',
      'accept',
      'drop',
      'snooze',
      'reopen',
      'note',
      'edit',
      'answer',
      'away',
      'client',
      'people',
      'retire',
      'merge',
      'review',
      'spread',
      'jot',
    ] as const),
    ...(['undo', 'undo', 'redo', 'redo', 'clock'] as const),
  ),
  numbers: fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant('last' as const) },
  ),
  hours: fc.option(fc.integer({ min: -10, max: 400 }), { nil: undefined, freq: 3 }),
  ago: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
  name: fc.constantFrom(
    'Joe',
    'JOE',
    'Jo Ann',
    'Acme',
    'Acme Corp',
    'acme-corp',
    'Globex',
    'Golbex',
    '株式会社アクメ',
  ),
  isNew: fc.boolean(),
  text: fc.oneof(fc.constantFrom('', 'x', 'Report'), fc.string({ unit: 'grapheme' })),
  via: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
  yes: fc.boolean(),
  grain: fc.constantFrom('day', 'time'),
});
type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never;

/** Runs one command. A refusal is a valid result; anything else that is thrown is a bug. */
function give(desk: Desk, command: AnyCommand): void {
  try {
    run(desk, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function run(
  desk: Desk,
  { verb, numbers, hours, ago, name, isNew, text, via, yes, grain }: AnyCommand,
): void {
  const hoursFrom = (at: string, count: number) => instant(epoch(at) + count * 3_600_000);
  const at = hoursFrom(desk.now, -ago);
  const moment = (): Moment | undefined =>
    hours === undefined
      ? undefined
      : { at: hoursFrom(desk.now, hours), zone: 'UTC', grain, ...(yes && { text }) };
  const date = moment();
  const client: ClientMention = { name, isNew };
  const saying = { at, via };
  const because = text || undefined;
  const some: Selection = numbers;
  const words = {
    ...saying,
    client,
    text: text || 'hello',
    needsReply: yes,
    replyBy: yes ? date : undefined,
  };
  const about = hours === undefined || hours % 2 === 0 ? null : some;
  switch (verb) {
    case 'clock':
      desk.now = hoursFrom(desk.now, hours ?? -5);
      return;
    case 'undo':
      desk.undo(yes ? 1 : 2);
      return;
    case 'redo':
      desk.redo();
      return;
    case 'add':
      desk.start(verb, decideAdd, {
        ...saying,
        title: text,
        client: isNew ? undefined : client,
        ...(yes ? { agreed: date } : { wantedBy: date, estimateHours: hours && Math.abs(hours) }),
        inWriting: isNew,
        scope: yes ? 'in' : 'out',
        because,
        cadence: yes ? { rrule: 'FREQ=DAILY;X-TIMES=2', text: '2/day' } : undefined,
      });
      return;
    case 'promise':
      desk.start(verb, decidePromise, { ...saying, title: text, client, due: date });
      return;
    case 'await': {
      const other = yes ? { name: 'Ann', isNew: false } : undefined;
      desk.start(verb, decideAwait, { ...saying, title: text, who: client, client: other, due: date }, about);
      return;
    }
    case 'told':
      desk.start(verb, decideLog, { ...words, direction: 'out' }, about);
      return;
    case 'heard':
      desk.start(verb, decideLog, { ...words, direction: 'in' }, about);
      return;
    case 'offer':
      desk.apply(verb, some, decideOffer, { ...saying, date, because, estimateHours: isNew ? 3 : undefined });
      return;
    case 'agree':
      desk.apply(verb, some, decideAgree, { ...saying, date, inWriting: yes });
      return;
    case 'counter':
      desk.apply(verb, some, decideCounter, { ...saying, date, because });
      return;
    case 'move':
      desk.apply(verb, some, decideMove, { ...saying, date, because, inWriting: yes });
      return;
    case 'answer':
      desk.apply(verb, some, decideAnswer, { ...saying, text: text || 'on Monday' });
      return;
    case 'confirm':
      desk.apply(verb, some, decideConfirm, saying);
      return;
    case 'update':
      desk.apply(verb, some, decideUpdate, { ...saying, text, next: yes ? date : undefined });
      return;
    case 'spend':
      desk.apply(verb, some, decideSpend, { ...saying, amount: { hours: Math.abs(hours ?? 1) / 4 } });
      return;
    case 'done':
      desk.apply(verb, some, decideDone, { ...saying, tookHours: yes ? 3 : undefined });
      return;
    case 'accept':
      desk.apply(verb, some, decideAccept, saying);
      return;
    case 'drop':
      desk.apply(verb, some, decideDrop, { ...saying, because });
      return;
    case 'snooze':
      if (date) desk.apply(verb, some, decideSnooze, { ...saying, until: date });
      return;
    case 'reopen':
      desk.apply(verb, some, decideReopen, saying);
      return;
    case 'note':
      desk.apply(verb, some, decideNote, { ...saying, text });
      return;
    case 'edit':
      desk.apply(verb, some, decideEdit, {
        ...saying,
        title: because,
        client: yes ? client : undefined,
        estimateHours: yes ? null : undefined,
        wantedBy: yes ? date : null,
      });
      return;
    case 'away': {
      const first = desk.now.slice(0, 10);
      const last = hoursFrom(desk.now, hours ?? 24).slice(0, 10);
      desk.start(verb, decideAway, { days: yes ? { cancel: last } : { first, last, note: because } });
      return;
    }
    case 'client': {
      const [known] = readClients(desk.db);
      const zone = yes ? 'Asia/Tokyo' : null;
      const keepInTouch = isNew ? { rrule: 'FREQ=WEEKLY;INTERVAL=6', text: 'every 6 weeks' } : null;
      const settings = { 'update.every': yes ? 'daily' : null };
      if (known)
        desk.start(verb, decideClient, { client: known, zone, keepInTouch, settings, name: because });
      return;
    }
    case 'people': {
      const known = readClients(desk.db).at(-1);
      const person = { name, ...(yes && { role: 'CFO' }) };
      const change = isNew
        ? { people: [person], remember: because ? [because] : [] }
        : { gone: [name], outdated: ['1'] };
      if (known) desk.start(verb, decideClient, { client: known, ...change });
      return;
    }
    case 'retire': {
      const known = readClients(desk.db).at(-1);
      const added = isNew || !known ? { added: name } : known;
      desk.start(verb, decideClient, { client: added, retire: yes });
      return;
    }
    case 'merge': {
      const [first, second] = readClients(desk.db);
      if (first && second) desk.start(verb, decideClient, { client: first, merge: yes ? second : first });
      return;
    }
    case 'review': {
      const [known] = readClients(desk.db);
      const number = ((ago % 4) + 1) as QuestionNumber;
      const action = date && yes ? { title: text, due: date, client: isNew ? client : undefined } : undefined;
      const answer = { number, answer: action ? 'no' : 'yes', note: because, action } as const;
      desk.start(verb, decideReview, isNew ? answer : { ...answer, client: known?.uid });
      return;
    }
    case 'spread':
      desk.start(verb, decideSpread, { over: 1 + (ago % 5) });
      return;
    case 'jot': {
      const added = { ...saying, title: text, client, inWriting: isNew, scope: 'in' } as const;
      execute(
        desk.context,
        verb,
        startNew(decideRemember, { ...saying, client, text: text || 'likes blue' }),
        startNew(decideAdd, { ...added, agreed: date }),
        startNew(decideLog, { ...words, direction: 'in', decided: true }),
        ...(yes ? [applyTo(some, decideAgree, { ...saying, date, inWriting: isNew })] : []),
      );
      return;
    }
    default:
      throw new Error(verb satisfies never);
  }
}

function expectSound(desk: Desk): void {
  expect(checkFile(desk.db).filter(({ ok }) => !ok)).toEqual([]);
}

/** The number of operations in effect, apart from undo and redo. */
function countingOperations(desk: Desk): number {
  const undone = readUndone(desk.db);
  return readOperations(desk.db).filter(({ id, undoes }) => undoes === null && !undone.has(id)).length;
}

const anyDay = fc.array(anyCommand, { minLength: 1, maxLength: 25 });

function emptyTables(tables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(tables).map((table) => [table, []]));
}

describe('after any commands, in any order', () => {
  it('the read tables match the journal, and undoing everything leaves only the numbers', () => {
    fc.assert(
      fc.property(anyDay, (commands) => {
        const desk = newDesk();
        for (const command of commands) give(desk, command);
        expectSound(desk);

        const numbers = desk.column('number', 'number');
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        for (const commitment of readCommitments(desk.db)) {
          expect(foldStream(desk.db, { kind: 'commitment', uid: commitment.uid }).state).toEqual(commitment);
        }

        const before = desk.readTables();
        const count = countingOperations(desk);
        if (count > 0) desk.undo(count);
        expect(refusalOf(() => desk.undo()).code).toBe('nothing-to-undo');
        expectSound(desk);
        expect(desk.readTables()).toEqual({ ...emptyTables(before), number: before.number });
        const agenda = makeAgenda(desk.context);
        expect(agenda.lines).toEqual([]);
        expect(agenda.questions.flatMap(({ evidence }) => evidence)).toEqual([]);

        for (let left = count; left > 0; left--) desk.redo();
        expectSound(desk);
        expect(desk.readTables()).toEqual(before);
        desk.db.close();
      }),
      { numRuns: 150 },
    );
  });

  it('every command leaves the read tables as a replay would, and a refused one changes nothing', () => {
    fc.assert(
      fc.property(anyDay, (commands) => {
        const desk = newDesk();
        for (const command of commands) {
          const before = desk.readTables();
          const operations = readOperations(desk.db).length;
          let refused = false;
          try {
            run(desk, command);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            refused = true;
          }
          if (refused) {
            expect(desk.readTables()).toEqual(before);
            expect(readOperations(desk.db)).toHaveLength(operations);
          } else {
            expectSound(desk);
          }
        }
        desk.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('importing the export gives the same file', () => {
    fc.assert(
      fc.property(anyDay, (commands) => {
        const desk = newDesk();
        for (const command of commands) give(desk, command);
        const text = exportOf(desk);
        const other = newDesk();
        take(other, text);
        expect(exportOf(other)).toBe(text);
        expect(other.readTables()).toEqual(desk.readTables());
        desk.db.close();
        other.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('the agenda can be made at any time, and each of its lines has a client or a commitment', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (commands, days) => {
        const desk = newDesk();
        for (const command of commands) give(desk, command);
        desk.now = instant(epoch(desk.now) + days * 86_400_000);
        const { lines, questions } = makeAgenda(desk.context);
        expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
        for (const line of lines) {
          const isAboutNobody = line.commitment === null && line.counterpart === null;
          expect(isAboutNobody).toBe(line.reason === 'review');
          expect(line.due < desk.now).toBe(line.severity === 'overdue');
        }
        desk.db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('figures are the same however they are read, and those of a client are what the brief says', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (commands, days) => {
        const desk = newDesk();
        for (const command of commands) give(desk, command);
        desk.now = instant(epoch(desk.now) + days * 86_400_000);
        const read = (client: Client | null, since: string | null) =>
          readStatistics(desk.context, { client, since }, () => {});
        const all = read(null, null);
        // From an instant on, commitments are looked up one by one; without one, in a single scan.
        const { figures, byMonth: _, spent } = read(null, '2000-01-01T00:00:00.000Z');
        expect(figures).toEqual(all.figures);
        expect(spent).toEqual(all.spent);
        let due = 0;
        for (const client of readClients(desk.db)) {
          const { mine, theirs } = read(client, null).figures;
          const { keptByMe, keptByThem } = readBrief(desk.context, client);
          expect({ kept: mine.kept.count, of: mine.kept.of }).toEqual(keptByMe);
          expect({ kept: theirs.kept.count, of: theirs.kept.of }).toEqual(keptByThem);
          const then = readMyDates(desk.context, { client, since: null, until: desk.now });
          expect(then.kept).toEqual(mine.kept);
          due += mine.kept.of;
        }
        expect(due).toBe(all.figures.mine.kept.of);
        desk.db.close();
      }),
      { numRuns: 60 },
    );
  });
});
