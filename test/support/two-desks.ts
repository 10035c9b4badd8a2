import fc from 'fast-check';
import { expect } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal, importJournal, readExport } from '../../src/app/journal-file.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideAdd } from '../../src/domain/decisions/add.ts';
import { decideAgree } from '../../src/domain/decisions/agree.ts';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideOffer } from '../../src/domain/decisions/offer.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import type { ImportedJournal } from '../../src/domain/streams/imported-journal.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { readOperations } from '../../src/store/journal.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { ANY_VALUES } from './any-values.ts';
import { type Desk, newDesk } from './desk.ts';

export const exportOf = (desk: Desk) => [...exportJournal(desk.db)].join('');
export const take = (desk: Desk, text: string) => importJournal(desk.context, readExport(text, ANY_VALUES));

/** Each imports what the other has. */
export function exchange(one: Desk, other: Desk): [ImportedJournal, ImportedJournal] {
  const [a, b] = [exportOf(one), exportOf(other)];
  return [take(one, b), take(other, a)];
}

/** Everything about all commitments, whatever their numbers are here. */
export function commitmentsOf(desk: Desk): object[] {
  const all = readCommitments(desk.db).map(({ number: _number, ...rest }) => rest);
  return all.sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

export function idsOf(desk: Desk): string[] {
  return readOperations(desk.db)
    .map(({ id }) => id)
    .sort();
}

export function expectSound(desk: Desk): void {
  expect(checkFile(desk.db).filter(({ ok }) => !ok)).toEqual([]);
}

/** A file that was copied rather than exported: it has the device id of the original. */
export function copyOf(desk: Desk): Desk {
  const copy = newDesk();
  copy.now = desk.now;
  take(copy, exportOf(desk));
  const device = desk.db.prepare(`SELECT value FROM meta WHERE key = 'device'`).pluck().get();
  if (device) copy.db.prepare(`INSERT INTO meta (key, value) VALUES ('device', ?)`).run(device);
  return copy;
}

const VERBS = [
  ...(['add', 'add', 'promise', 'await', 'told', 'offer', 'agree', 'done', 'reopen', 'note'] as const),
  ...(['edit', 'rename', 'merge', 'undo', 'undo', 'redo', 'clock'] as const),
];

const anyCommand = fc.record({
  verb: fc.constantFrom(...VERBS),
  number: fc.integer({ min: 1, max: 5 }),
  hours: fc.integer({ min: -20, max: 300 }),
  name: fc.constantFrom('Joe', 'JOE', 'Acme', 'Acme Corp', 'acme-corp', 'Globex'),
  text: fc.constantFrom('Report', 'Slides', 'Summary'),
});
type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never;

function run(desk: Desk, { verb, number, hours, name, text }: AnyCommand): void {
  const at = instant(epoch(desk.now) + hours * 3_600_000);
  const date = { at, zone: 'UTC', grain: 'time' as const };
  const client = { name, isNew: true };
  const [known] = readClients(desk.db).slice(number - 1);
  switch (verb) {
    case 'clock':
      desk.now = at;
      return;
    case 'undo':
      desk.undo();
      return;
    case 'redo':
      desk.redo();
      return;
    case 'add':
      desk.start(verb, decideAdd, { title: text, client, wantedBy: date, inWriting: false, scope: 'in' });
      return;
    case 'promise':
      desk.start(verb, decidePromise, { title: text, client, due: date });
      return;
    case 'await':
      desk.start(verb, decideAwait, { title: text, who: client, due: date }, [number]);
      return;
    case 'told':
      desk.start(verb, decideLog, { client, direction: 'out', text, needsReply: false }, [number]);
      return;
    case 'offer':
      desk.apply(verb, [number], decideOffer, { date });
      return;
    case 'agree':
      desk.apply(verb, [number], decideAgree, { date, inWriting: true });
      return;
    case 'done':
      desk.apply(verb, [number], decideDone, {});
      return;
    case 'reopen':
      desk.apply(verb, [number], decideReopen, {});
      return;
    case 'note':
      desk.note(number, text);
      return;
    case 'edit':
      desk.apply(verb, [number], decideEdit, { title: text, client });
      return;
    case 'rename':
      if (known) desk.start('client', decideClient, { client: known, name });
      return;
    case 'merge': {
      const merge = readClients(desk.db).find((each) => each.uid !== known?.uid);
      if (known && merge) desk.start('client', decideClient, { client: known, merge });
      return;
    }
    default:
      throw new Error(verb satisfies never);
  }
}

export function give(desk: Desk, commands: readonly AnyCommand[]): void {
  for (const command of commands) {
    try {
      run(desk, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

export const anyCommands = fc.array(anyCommand, { maxLength: 12 });
