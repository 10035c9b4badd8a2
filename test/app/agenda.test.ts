import { describe, expect, it } from 'vitest';
import { makeAgenda } from '../../src/app/agenda.ts';
import { readBrief, summarizeClients } from '../../src/app/brief.ts';
import { findClient } from '../../src/app/clients.ts';
import { readStory } from '../../src/app/history.ts';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideSnooze } from '../../src/domain/decisions/snooze.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import { readClientNames, readClients } from '../../src/store/queries.ts';
import { type Desk, newDesk, refusalOf } from '../support/desk.ts';
import { date, march } from '../support/situation.ts';

const known = (name: string) => ({ name, isNew: false });

function linesOf(desk: Desk, client: Client | null = null): string[] {
  const { lines } = makeAgenda(desk.context, client);
  const names = readClientNames(desk.db);
  return lines.map(
    ({ severity, reason, commitment, counterpart: uid }) =>
      `${severity} ${reason} ${commitment?.number ?? '-'} ${names.get(uid ?? '') ?? '-'}`,
  );
}

describe('the agenda', () => {
  it('is that of everybody, or of one client and of what it promised to others', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    desk.add('Slides', 'Acme Corp');
    desk.add('For myself');
    desk.start('await', decideAwait, {
      title: 'The logo',
      who: known('Joe'),
      client: known('Acme Corp'),
      due: date(6),
    });
    const all = [
      'today no-date 1 Joe',
      'today no-date 2 Acme Corp',
      'today no-date 3 -',
      'soon waiting 4 Joe',
    ];
    expect(linesOf(desk)).toEqual(['today review - -', ...all]);
    expect(linesOf(desk, findClient(desk.db, 'joe'))).toEqual([all[0], all[3]]);
    expect(linesOf(desk, findClient(desk.db, 'acme'))).toEqual([all[1], all[3]]);
  });
  it('is only the review if everything is closed, undone or snoozed', () => {
    const desk = newDesk();
    desk.apply('done', [desk.add('a')], decideDone, {});
    desk.apply('snooze', [desk.add('b')], decideSnooze, { until: date(9) });
    desk.add('c');
    desk.undo();
    expect(linesOf(desk)).toEqual(['today review - -']);
  });
  it('finds a client quiet from the words that were recorded', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe', { at: march(2, '09:00') });
    desk.now = march(16, '10:00');
    const quiet = () => linesOf(desk).filter((line) => line.includes('quiet-client'));
    expect(quiet()).toEqual(['overdue quiet-client - Joe']);
    desk.start('heard', decideLog, {
      client: known('Joe'),
      direction: 'in',
      text: 'Well?',
      needsReply: false,
    });
    expect(quiet()).toHaveLength(1);
    desk.start('told', decideLog, {
      client: known('Joe'),
      direction: 'out',
      text: 'Soon.',
      needsReply: false,
    });
    expect(quiet()).toEqual([]);
    desk.undo();
    expect(quiet()).toHaveLength(1);
  });
});

describe('a client that is asked for', () => {
  const desk = newDesk();
  for (const name of ['Joe', 'Acme Corp', 'Acme Labs']) desk.add('Report', name);

  it('is found by its name or the beginning of it', () => {
    expect(findClient(desk.db, 'acme-labs').name).toBe('Acme Labs');
  });
  it('is missing when there is none, with what may have been meant', () => {
    expect(refusalOf(() => findClient(desk.db, 'Acme Lbas'))).toMatchObject({
      code: 'no-such-client',
      kind: 'missing',
      hint: 'Did you mean Acme Labs?',
    });
    expect(refusalOf(() => findClient(desk.db, 'Initech'))).toMatchObject({ kind: 'missing' });
  });
  it('is refused when there are several', () => {
    expect(refusalOf(() => findClient(desk.db, 'acme'))).toMatchObject({ code: 'client-ambiguous' });
  });
  it('is one of the clients in name order', () => {
    expect(readClients(desk.db).map(({ name }) => name)).toEqual(['Acme Corp', 'Acme Labs', 'Joe']);
  });
});

describe('the brief before a call', () => {
  it('has what is open, the last five words and when I last spoke', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    desk.apply('done', [desk.add('Slides', 'Joe', { at: march(3) })], decideDone, { at: march(4) });
    for (let hour = 1; hour <= 6; hour++) {
      desk.start('heard', decideLog, {
        client: known('Joe'),
        direction: 'in',
        text: `word ${hour}`,
        needsReply: false,
        at: march(5, `0${hour}:00`),
      });
    }
    const [summary] = summarizeClients(desk.context);
    if (!summary) throw new Error('There is no client.');
    expect(summary).toMatchObject({
      client: { name: 'Joe' },
      lastWordAt: march(4),
      moves: { me: 1, them: 1 },
    });
    const brief = readBrief(desk.context, summary.client);
    expect(brief.lastWordAt).toBe(march(4));
    // Delivered work waits for their acceptance.
    expect(brief.open.map(({ title }) => title)).toEqual(['Report', 'Slides']);
    expect(brief.contacts.map(({ text }) => text)).toEqual([
      'word 6',
      'word 5',
      'word 4',
      'word 3',
      'word 2',
    ]);
  });
  it('tells the story of a commitment, what was undone included', () => {
    const desk = newDesk();
    const number = desk.add('Report', 'Joe');
    desk.note(number);
    desk.undo();
    const uid = String(desk.column('commitment', 'uid')[0]);
    expect(readStory(desk.db, uid).map(({ event, undone }) => `${event.type} ${undone}`)).toEqual([
      'RequestRecorded false',
      'NoteAdded true',
    ]);
  });
});
