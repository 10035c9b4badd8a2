import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redo } from '../../src/app/undo.ts';
import { isUnfounded } from '../../src/app/undone-work.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import type { ImportedJournal } from '../../src/domain/streams/imported-journal.ts';
import { readJournal, readOperations, readUndone } from '../../src/store/journal.ts';
import { readClientNames, readClients, readCommitments, readTitle } from '../../src/store/queries.ts';
import { type Desk, newDesk, refusalOf } from '../support/desk.ts';
import { march } from '../support/situation.ts';
import {
  anyCommands,
  commitmentsOf,
  exchange,
  expectSound,
  exportOf,
  give,
  take,
} from '../support/two-desks.ts';

/** Two machines that both have what the first one recorded. */
function twoDesks(title = 'Report'): [Desk, Desk] {
  const one = newDesk();
  one.add(title, 'Joe');
  const other = newDesk();
  take(other, exportOf(one));
  return [one, other];
}

const verbsOf = ({ undone = [] }: ImportedJournal) =>
  undone.map(({ undone: { verb }, later }) => [verb, ...later.map((each) => each.verb)].join(' < '));
const idOf = (desk: Desk, verb: string) =>
  readOperations(desk.db).find((each) => each.verb === verb)?.id ?? '';

describe('an undo that meets later work of another device', () => {
  it('is said on both machines, and both have the work again once it is brought back', () => {
    const [one, other] = twoDesks();
    other.now = march(5, '10:00');
    other.note(1, 'they like blue');
    other.apply('done', [1], decideDone, { tookHours: 3 });
    one.now = march(5, '11:00');
    one.undo();
    const said = exchange(one, other);
    expect(said.map(verbsOf)).toEqual([['add < note < done'], ['add < note < done']]);
    for (const desk of [one, other]) {
      expect(commitmentsOf(desk)).toEqual([]);
      expectSound(desk);
    }
    const handle = said[1].undone?.[0]?.undone.handle ?? '';
    expect(redo(other.context, handle).verb).toBe('add');
    expect(commitmentsOf(other)).toMatchObject([{ title: 'Report', state: 'done', spentHours: 3 }]);
    expect(exchange(one, other).map(verbsOf)).toEqual([[], []]);
    expect(commitmentsOf(one)).toEqual(commitmentsOf(other));
  });
  it('is said whoever imports first, also if the clock of the work is later', () => {
    const [one, other] = twoDesks();
    one.undo();
    other.now = march(6, '10:00');
    other.note(1);
    expect(verbsOf(take(one, exportOf(other)))).toEqual(['add < note']);
    expect(verbsOf(take(other, exportOf(one)))).toEqual(['add < note']);
    // It was said.
    expect(exchange(one, other).map(verbsOf)).toEqual([[], []]);
  });
  it('is said to a third machine that gets both', () => {
    const [one, other] = twoDesks();
    one.undo();
    other.note(1);
    exchange(one, other);
    expect(verbsOf(take(newDesk(), exportOf(one)))).toEqual(['add < note']);
  });
  it('is said if what was undone is only a change', () => {
    const [one, other] = twoDesks();
    one.apply('edit', [1], decideEdit, { title: 'Summary' });
    take(other, exportOf(one));
    one.undo();
    other.note(1);
    const [onOne, onOther] = exchange(one, other);
    expect(verbsOf(onOne)).toEqual(['edit < note']);
    expect(verbsOf(onOther)).toEqual(['edit < note']);
    expect(redo(one.context, idOf(one, 'edit')).verb).toBe('edit');
    exchange(one, other);
    for (const desk of [one, other]) expect(commitmentsOf(desk)).toMatchObject([{ title: 'Summary' }]);
  });
  it('is said if the other device had only recorded something else for a client that is gone now', () => {
    const [one, other] = twoDesks();
    one.undo();
    other.add('Slides', 'Joe');
    expect(exchange(one, other).map(verbsOf)).toEqual([['add < add'], ['add < add']]);
    one.redo();
    expect(readClients(one.db)).toMatchObject([{ name: 'Joe' }]);
  });
  it('is not said of work that knew of it', () => {
    const [one, other] = twoDesks();
    one.apply('edit', [1], decideEdit, { title: 'Summary' });
    one.undo();
    take(other, exportOf(one));
    other.note(1);
    expect(exchange(one, other).map(verbsOf)).toEqual([[], []]);
  });
  it('comes back with a bare redo too', () => {
    const [one, other] = twoDesks();
    one.undo();
    other.note(1);
    exchange(one, other);
    expect(one.redo()).toBe('add');
    expect(commitmentsOf(one)).toHaveLength(1);
  });
  it('comes back at once if both machines undid it', () => {
    const [one, other] = twoDesks();
    one.undo();
    other.undo();
    exchange(one, other);
    expect(one.redo()).toBe('add');
    expect(commitmentsOf(one)).toHaveLength(1);
    exchange(one, other);
    expect(commitmentsOf(other)).toHaveLength(1);
    expect(one.undo()).toEqual(['add']);
    exchange(one, other);
    expect(commitmentsOf(other)).toEqual([]);
  });
});

describe('redo of an operation by its id', () => {
  it('brings back one that was not the last', () => {
    const desk = newDesk();
    desk.add('Report');
    desk.add('Slides');
    desk.undo(2);
    const [report = ''] = readOperations(desk.db).map(({ id }) => id);
    expect(redo(desk.context, report.toLowerCase()).id).toBe(report);
    expect(readCommitments(desk.db).map(({ title }) => title)).toEqual(['Report']);
  });
  it('takes the id of the undo for what it undid', () => {
    const desk = newDesk();
    desk.add('Report');
    desk.undo();
    expect(redo(desk.context, idOf(desk, 'undo')).verb).toBe('add');
  });
  it.each([
    ['an id that nothing has', (_desk: Desk) => '01NOTHING', 'no-such-operation', 'missing'],
    ['no id', (_desk: Desk) => '', 'no-such-operation', 'missing'],
    ['what several ids begin with', (_desk: Desk) => '0', 'ambiguous-operation', 'refused'],
    ['what was not undone', (desk: Desk) => idOf(desk, 'note'), 'not-undone', 'refused'],
  ])('of %s is refused', (_name, typed, code, kind) => {
    const desk = newDesk();
    desk.add('Report');
    desk.note(1);
    desk.add('Slides');
    desk.undo();
    expect(refusalOf(() => redo(desk.context, typed(desk)))).toMatchObject({ code, kind });
  });
  it('of work on something that is still undone names what has to come back first', () => {
    const desk = newDesk();
    desk.add('Report');
    desk.note(1);
    desk.undo(2);
    const refusal = refusalOf(() => redo(desk.context, idOf(desk, 'note')));
    expect(refusal.code).toBe('redo-overtaken');
    const [, first = ''] = /redo (\w+)$/.exec(refusal.hint ?? '') ?? [];
    expect(redo(desk.context, first).verb).toBe('add');
    expect(redo(desk.context, idOf(desk, 'note')).verb).toBe('note');
  });
});

describe('two machines that undo and redo whatever they like', () => {
  /** The operations that count, although what they are about is gone, or the client whom they name. */
  function lostOn(desk: Desk): string[] {
    const undone = readUndone(desk.db);
    const counting = [...readJournal(desk.db)].filter(
      ({ stream, event, operation }) =>
        stream.kind === 'commitment' && !undone.has(operation) && event.type !== 'NumberGiven',
    );
    const names = new Set(readClientNames(desk.db).keys());
    // Of a client who was merged into one who is gone, the merge is what is said.
    for (const { stream, event, operation } of readJournal(desk.db)) {
      if (event.type === 'ClientMerged' && !undone.has(operation)) names.add(stream.uid);
    }
    const lost = counting.filter(({ stream: { uid }, event }) => {
      if (readTitle(desk.db, uid) === null) return true;
      const isUnfoundedNow = isUnfounded(desk.db, { kind: 'commitment', uid });
      return isUnfoundedNow && 'client' in event && event.client != null && !names.has(event.client);
    });
    return [...new Set(lost.map(({ operation }) => operation))].sort();
  }
  const anyRedo = fc.array(fc.nat(), { maxLength: 3 });

  function redoAny(desk: Desk, picks: readonly number[]): void {
    for (const pick of picks) {
      const undone = readOperations(desk.db).filter(({ id }) => readUndone(desk.db).has(id));
      const operation = undone[pick % Math.max(1, undone.length)];
      if (!operation) continue;
      try {
        redo(desk.context, operation.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  it('agree after each exchange, and no work is lost without a word', { timeout: 600_000 }, () => {
    const round = fc.tuple(anyCommands, anyCommands, anyRedo, anyRedo);
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 3 }), (rounds) => {
        const desks: [Desk, Desk] = twoDesks();
        const said: [Set<string>, Set<string>] = [new Set(), new Set()];
        for (const [first, second, ...redone] of rounds) {
          give(desks[0], first);
          give(desks[1], second);
          desks.forEach((desk, index) => {
            redoAny(desk, redone[index] ?? []);
          });
          // The second exchange brings what the first one recorded: merged clients.
          for (const imported of [exchange(...desks), exchange(...desks)]) {
            imported.forEach(({ undone = [] }, index) => {
              for (const { later } of undone) for (const { id } of later) said[index]?.add(id);
            });
          }
          expect(commitmentsOf(desks[0])).toEqual(commitmentsOf(desks[1]));
          desks.forEach((desk, index) => {
            expect(lostOn(desk).filter((id) => !said[index]?.has(id))).toEqual([]);
            expectSound(desk);
          });
        }
        for (const { db } of desks) db.close();
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  });
});
