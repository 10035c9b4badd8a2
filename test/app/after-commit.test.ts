import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/app/after-commit.ts';
import { applyTo, execute } from '../../src/app/execute.ts';
import type { Outcome } from '../../src/app/outcome.ts';
import { decideAccept } from '../../src/domain/decisions/accept.ts';
import { decideNote } from '../../src/domain/decisions/note.ts';
import { writing } from '../../src/store/db.ts';
import { readOperations } from '../../src/store/journal.ts';
import { newDesk, refusalOf } from '../support/desk.ts';

function deskWithEffects(...effects: readonly Effect[]) {
  const desk = newDesk();
  const number = desk.add('Report', 'Joe');
  const failed: string[] = [];
  const context = { ...desk.context, effects, onFailedEffect: (name: string) => failed.push(name) };
  const note = (text = 'likes blue') =>
    execute(context, 'note', applyTo([number], decideNote, { text, at: desk.now }));
  return { desk, context, number, note, failed };
}

describe('what follows from a write', () => {
  it('comes once it is committed, with what changed', () => {
    const seen: Outcome[] = [];
    const { desk, note } = deskWithEffects({
      name: 'watching',
      run: (outcome) => {
        expect(desk.db.inTransaction).toBe(false);
        seen.push(outcome);
      },
    });
    note();
    expect(seen).toMatchObject([
      { changes: [{ event: { type: 'NoteAdded' } }], commitments: [{ number: 1 }] },
    ]);
  });

  it('does not undo the record when it fails, and says so; what follows then still comes', () => {
    const ran: string[] = [];
    const fail: Effect = {
      name: 'the notification',
      run: () => {
        throw new Error('there is no bus');
      },
    };
    const { desk, note, failed } = deskWithEffects(fail, { name: 'watching', run: () => ran.push('it') });
    note();
    expect(failed).toEqual(['the notification']);
    expect(ran).toEqual(['it']);
    expect(readOperations(desk.db).map(({ verb }) => verb)).toEqual(['add', 'note']);
  });

  it('does not come where nothing was recorded', () => {
    const { context, number, note, desk } = deskWithEffects({
      name: 'never',
      run: () => expect.unreachable(),
    });
    refusalOf(() => execute(context, 'accept', applyTo([number], decideAccept, { at: desk.now })));
    refusalOf(() => note(''));
    expect(execute(context, 'note').changes).toEqual([]);
  });

  it('does not come from inside another transaction, which may still be taken back', () => {
    const { desk, note, failed } = deskWithEffects({ name: 'never', run: () => expect.unreachable() });
    writing(desk.db, () => note());
    expect(failed).toEqual([]);
  });
});
