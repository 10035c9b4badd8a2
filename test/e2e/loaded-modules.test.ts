import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openForWriting } from '../../src/store/open.ts';
import { recordReminderRun } from '../../src/store/reminders.ts';
import { newUser, type RunOptions, type User } from '../support/cli.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-modules-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Runs a program, and says on standard error at the end which modules of Node were loaded. An option would load more. */
const SAY_MODULES = join(FOLDER, 'say-modules.cjs');
writeFileSync(
  SAY_MODULES,
  `process.on('exit', () => console.error(process.moduleLoadList.join('\\n')));
  process.argv.splice(1, 2);
  require(process.argv[1]);`,
);

/** Runs the program through the file above, and returns the modules that were loaded. */
async function modulesOf(user: User, line: string, env: RunOptions['env'] = {}): Promise<string[]> {
  return (await user.run(line, { env, through: [process.execPath, SAY_MODULES] })).stderr.split('\n');
}

it('what makes up identifiers is loaded only by commands that record something', async () => {
  const user = await (await newUser()).given('add Report --for Joe --by friday', 'today');
  const modules = (line: string) => modulesOf(user, line);
  expect(await modules('today')).not.toContain('NativeModule crypto');
  expect(await modules('list')).not.toContain('NativeModule crypto');
  expect(await modules('note 1 likes blue')).toContain('NativeModule crypto');
});

it('nothing more is loaded to see whether reminders run, as long as they do', async () => {
  const user = await (await newUser()).given('add Report --for Joe --by friday');
  const env = { FOLLOWUP_NOW: undefined };
  const before = await modulesOf(user, 'today', env);
  const db = openForWriting(user.database);
  recordReminderRun(db, { at: new Date().toISOString(), boot: null, awakeMs: null });
  db.close();
  expect(await modulesOf(user, 'today', env)).toEqual(before);
  expect(before).not.toContain('NativeModule child_process');
});
