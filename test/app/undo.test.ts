import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/app/history.ts';
import { selectCommitments } from '../../src/app/select.ts';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideOffer } from '../../src/domain/decisions/offer.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import { readOperations, readUndone } from '../../src/store/journal.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { newDesk, refusalOf } from '../support/desk.ts';
import { date, march } from '../support/situation.ts';

const EMPTY = { commitment: [], client: [], contact: [] };
const words = { client: { name: 'Joe', isNew: false }, text: 'Where are we?', needsReply: true } as const;

describe('undo', () => {
  it('takes back the last operation, on all its streams', () => {
    const desk = newDesk();
    desk.start('heard', decideLog, { ...words, direction: 'in' });
    expect(desk.column('contact', 'text')).toHaveLength(1);
    expect(desk.undo()).toEqual(['heard']);
    expect(desk.readTables()).toMatchObject(EMPTY);
  });
  it('takes back several, latest first', () => {
    const desk = newDesk();
    const number = desk.add('Report', 'Joe');
    desk.apply('offer', [number], decideOffer, { date: date(6) });
    const before = desk.readTables();
    desk.note(number);
    desk.apply('done', [number], decideDone, {});
    expect(desk.undo(2)).toEqual(['done', 'note']);
    expect(desk.readTables()).toEqual(before);
  });
  it('appends: nothing is taken out of the journal', () => {
    const desk = newDesk();
    desk.add('Report');
    const before = desk.db.prepare('SELECT * FROM event').all();
    desk.undo();
    expect(desk.db.prepare('SELECT * FROM event').all()).toEqual(before);
    const [done, undoing] = readOperations(desk.db);
    expect(undoing).toMatchObject({ verb: 'undo', undoes: done?.id });
    expect([...readUndone(desk.db)]).toEqual([done?.id]);
  });
  it('of more operations than there are takes back nothing', () => {
    const desk = newDesk();
    desk.add('Report');
    const before = desk.readTables();
    expect(refusalOf(() => desk.undo(2))).toMatchObject({ code: 'nothing-to-undo', kind: 'refused' });
    expect(refusalOf(() => desk.undo(2)).message).toContain('only 1');
    expect(desk.readTables()).toEqual(before);
    expect(readOperations(desk.db)).toHaveLength(1);
  });
  it('of nothing is refused', () => {
    expect(refusalOf(() => newDesk().undo())).toMatchObject({
      code: 'nothing-to-undo',
      hint: expect.stringContaining('followup history'),
    });
  });
  it('takes back a redone operation before older ones', () => {
    const desk = newDesk();
    desk.add('First');
    desk.undo();
    desk.add('Second');
    desk.redo();
    desk.undo();
    expect(desk.column('commitment', 'title')).toEqual(['Second']);
  });
  it('goes by the order of the journal when the clock ran backwards', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    desk.now = march(1);
    desk.note(number);
    expect(desk.undo()).toEqual(['note']);
  });
});

describe('a number', () => {
  it('is never given again, even when its commitment was undone', () => {
    const desk = newDesk();
    expect(desk.add('Report')).toBe(1);
    desk.undo();
    expect(desk.add('Slides')).toBe(2);
    desk.undo(1);
    expect(desk.add('Summary')).toBe(3);
    expect(desk.column('number', 'number')).toEqual([1, 2, 3]);
  });
  it('of an undone commitment is refused, saying why', () => {
    const desk = newDesk();
    desk.add('Report');
    desk.undo();
    expect(refusalOf(() => desk.note(1))).toMatchObject({
      code: 'no-such-commitment',
      kind: 'missing',
      hint: expect.stringContaining('followup redo'),
    });
    expect(refusalOf(() => desk.note(9))).toMatchObject({ code: 'no-such-commitment', kind: 'missing' });
  });
  it('comes back with redo', () => {
    const desk = newDesk();
    desk.add('Report');
    desk.undo();
    desk.redo();
    expect(readCommitments(desk.db)).toMatchObject([{ number: 1, title: 'Report' }]);
  });
});

describe('redo', () => {
  it('brings back what was undone, exactly', () => {
    const desk = newDesk();
    const number = desk.add('Report', 'Joe');
    desk.start('heard', decideLog, { ...words, direction: 'in' }, [number]);
    const before = desk.readTables();
    desk.undo(2);
    expect(desk.redo()).toBe('add');
    expect(desk.redo()).toBe('heard');
    expect(desk.readTables()).toEqual(before);
  });
  it('can be undone and redone for ever', () => {
    const desk = newDesk();
    desk.add('Report');
    for (let round = 0; round < 5; round++) {
      expect(desk.undo()).toEqual(['add']);
      expect(readCommitments(desk.db)).toEqual([]);
      expect(desk.redo()).toBe('add');
      expect(readCommitments(desk.db)).toHaveLength(1);
    }
  });
  it('is refused when nothing was undone', () => {
    const desk = newDesk();
    desk.add('Report');
    expect(refusalOf(() => desk.redo())).toMatchObject({ code: 'nothing-to-redo', kind: 'refused' });
    desk.undo();
    desk.redo();
    expect(refusalOf(() => desk.redo()).code).toBe('nothing-to-redo');
  });
  it('is refused when the same thing was changed since', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    desk.apply('offer', [number], decideOffer, { date: date(6) });
    desk.undo();
    desk.note(number);
    const before = desk.readTables();
    expect(refusalOf(() => desk.redo())).toMatchObject({
      code: 'redo-overtaken',
      kind: 'refused',
      hint: expect.stringContaining('followup history'),
    });
    expect(desk.readTables()).toEqual(before);
  });
  it('is fine when that change was undone as well', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    desk.apply('offer', [number], decideOffer, { date: date(6) });
    desk.undo();
    desk.note(number);
    desk.undo();
    expect(desk.redo()).toBe('note');
  });
  it('is fine when something else was changed since', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    desk.undo();
    desk.add('Slides', 'Ann');
    expect(desk.redo()).toBe('add');
    expect(readCommitments(desk.db).map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Report',
      '2 Slides',
    ]);
  });
  it('is fine when a client was added whose name only begins alike', () => {
    const desk = newDesk();
    desk.add('Report', 'Acme');
    desk.undo();
    desk.add('Slides', 'Acme Corp');
    desk.redo();
    expect(desk.column('client', 'name').sort()).toEqual(['Acme', 'Acme Corp']);
  });
  it('is refused when a client of the same name was added since', () => {
    const desk = newDesk();
    desk.add('Report', 'Acme Corp');
    desk.undo();
    desk.add('Slides', 'acme-corp');
    const before = desk.readTables();
    expect(refusalOf(() => desk.redo())).toMatchObject({
      code: 'redo-overtaken',
      message: expect.stringContaining('acme-corp'),
    });
    expect(desk.readTables()).toEqual(before);
  });
});

describe('redo, where clients were merged since', () => {
  function merge(desk: ReturnType<typeof newDesk>): void {
    const [acme, joe] = readClients(desk.db) as [Client, Client];
    desk.start('client', decideClient, { client: joe, merge: acme });
  }
  const refused = { code: 'redo-overtaken', message: expect.stringContaining('merged into Joe') };

  it('is refused for what would be for the one who is gone', () => {
    const desk = newDesk();
    desk.add('Slides', 'Acme');
    desk.add('Summary', 'Joe');
    desk.add('Report', 'Acme');
    desk.undo();
    merge(desk);
    const before = desk.readTables();
    expect(refusalOf(() => desk.redo())).toMatchObject(refused);
    expect(desk.readTables()).toEqual(before);
  });
  it('is refused for the merge itself, where something was recorded for the one who would be gone', () => {
    const desk = newDesk();
    desk.add('Slides', 'Acme');
    desk.add('Summary', 'Joe');
    merge(desk);
    desk.undo();
    desk.add('Report', 'Acme');
    const before = desk.readTables();
    expect(refusalOf(() => desk.redo())).toMatchObject(refused);
    expect(desk.readTables()).toEqual(before);
  });
});

describe('the selection "last"', () => {
  const last = (desk: ReturnType<typeof newDesk>) =>
    selectCommitments(desk.context, 'last').map(({ number }) => number);

  it('is the commitment that was changed last', () => {
    const desk = newDesk();
    const first = desk.add('Report');
    const second = desk.add('Slides');
    expect(last(desk)).toEqual([second]);
    desk.note(first);
    expect(last(desk)).toEqual([first]);
    desk.apply('note', 'last', decideDone, {});
    expect(readCommitments(desk.db)[0]).toMatchObject({ number: first, state: 'done' });
  });
  it('skips what was undone', () => {
    const desk = newDesk();
    const first = desk.add('Report');
    desk.add('Slides');
    desk.undo();
    expect(last(desk)).toEqual([first]);
    desk.redo();
    expect(last(desk)).toEqual([2]);
  });
  it('skips contacts about no commitment', () => {
    const desk = newDesk();
    const first = desk.add('Report', 'Joe');
    desk.start('told', decideLog, { ...words, direction: 'out', needsReply: false });
    expect(last(desk)).toEqual([first]);
  });
  it('is the commitment that the last words opened', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    desk.start('heard', decideLog, { ...words, direction: 'in' });
    expect(last(desk)).toEqual([2]);
  });
  it('is nothing in an empty file', () => {
    expect(refusalOf(() => last(newDesk()))).toMatchObject({ code: 'no-such-commitment', kind: 'missing' });
  });
});

describe('the history', () => {
  it('names the last operations, latest first, with what they did and whether they count', () => {
    const desk = newDesk();
    const number = desk.add('Report', 'Joe');
    desk.start('told', decideLog, { ...words, direction: 'out', needsReply: false }, [number]);
    desk.undo();
    const summary = readHistory(desk.db, 10).map(({ verb, undone, facts, contacts }) => ({
      verb,
      undone,
      facts: facts.map(({ event }) => event.type),
      said: contacts.map(({ text }) => text),
    }));
    expect(summary).toEqual([
      { verb: 'undo', undone: false, facts: ['UpdateGiven'], said: ['Where are we?'] },
      { verb: 'told', undone: true, facts: ['UpdateGiven'], said: ['Where are we?'] },
      { verb: 'add', undone: false, facts: ['RequestRecorded'], said: [] },
    ]);
    expect(readHistory(desk.db, 1)).toHaveLength(1);
  });
});
