import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newUser } from '../support/cli.ts';

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

it('what makes up identifiers is loaded only by commands that record something', async () => {
  const user = await (await newUser()).given('add Report --for Joe --by friday', 'today');
  const through = [process.execPath, SAY_MODULES];
  const modules = async (line: string) => (await user.run(line, { through })).stderr.split('\n');
  expect(await modules('today')).not.toContain('NativeModule crypto');
  expect(await modules('list')).not.toContain('NativeModule crypto');
  expect(await modules('note 1 likes blue')).toContain('NativeModule crypto');
});
