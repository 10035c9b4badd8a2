import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll } from 'vitest';
import { zoneOffset } from '../../src/domain/time/calendar.ts';
import type { Io, Output } from '../../src/system/io.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-io-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

let files = 0;

/** A process that a test makes up: with a database of its own, a stopped clock, no terminal, and what it printed. */
export interface FakeProcess {
  readonly io: Io;
  readonly printed: { stdout: string; stderr: string };
}

/** Monday, 2 March 2026, 09:30 in Berlin, with nothing set. */
export function fakeProcess({
  env = {},
  stdin = '',
}: {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
} = {}): FakeProcess {
  const home = join(FOLDER, String(++files));
  const printed = { stdout: '', stderr: '' };
  const outputTo = (name: keyof typeof printed): Output => ({
    isTerminal: false,
    columns: undefined,
    stream: new PassThrough(),
    write: async (text) => {
      printed[name] += text;
    },
  });
  const io: Io = {
    env: {
      XDG_CONFIG_HOME: home,
      FOLLOWUP_DB: join(home, 'followup.db'),
      FOLLOWUP_NOW: '2026-03-02T09:30',
      TZ: 'Europe/Berlin',
      ...env,
    },
    program: 'followup',
    stdin: { isTerminal: false, read: async () => stdin, stream: new PassThrough() },
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    clock: () => {
      throw new Error('The clock of the machine was read.');
    },
    offsetsOf: zoneOffset,
  };
  return { io, printed };
}
