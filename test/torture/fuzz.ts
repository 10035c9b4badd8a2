import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/app/doctor.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { CommandLine } from '../../src/cli/run/command-line.ts';
import { openForWriting } from '../../src/store/open.ts';
import { collectIo } from '../support/collected-io.ts';
import { type HostileLine, makeUpLine } from './hostile-line.ts';
import { runProgram } from './program.ts';

/** What a line did. */
interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** How many lines were given, and what was wrong. */
export interface FuzzFigures {
  readonly lines: number;
  readonly byExitCode: ReadonlyMap<number | null, number>;
  readonly slowestMs: number;
  readonly faults: readonly string[];
}

/** The exit codes that a command line may have; 70 is a fault of ours. */
const EXIT_CODES: ReadonlySet<number | null> = new Set([0, 1, 2, 3, 4, 5]);

const MOST_MS = 2_000;

/** What may act on a terminal. Line ends and tabs are ours. */
const UNSAFE = /(?![\n\t]|\r\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** What every file begins with, so that lines find something to work on. */
const BEGINNING: readonly (readonly string[])[] = [
  ['add', 'Report', '--for', 'Acme Corp', '--by', 'friday', '-e', '3h', '--new-client'],
  ['add', 'Logo', '--for', 'Joe', '--agreed', 'in 2 weeks', '-e', '2d', '--new-client'],
  ['promise', 'call back', '--to', 'Joe', '--by', 'tomorrow'],
  ['await', 'the logins', '--from', 'Café Lumière', '--by', 'tomorrow', '--new-client'],
  ['heard', 'Joe', 'when is it ready?', '--needs-reply'],
  ['add', 'Website'],
  ['offer', '1', 'friday'],
];

/** How many lines are given to one file before a new one is begun. */
const LINES_PER_FILE = 250;

/** Gives made-up lines to the program inside this process. */
export function fuzzInProcess(folder: string, lines: number, next: () => number): Promise<FuzzFigures> {
  return fuzz(folder, lines, next, runInside);
}

/** Gives made-up lines to the built program, each in a process of its own. */
export function fuzzProcesses(folder: string, lines: number, next: () => number): Promise<FuzzFigures> {
  return fuzz(folder, lines, next, async ({ words, now }, home) => {
    const again = () => runProgram(join(home, 'followup.db'), words, undefined, { FOLLOWUP_NOW: now });
    const ran = await again();
    // Another process may have had the processor: what is slow is slow twice.
    return ran.ms > MOST_MS ? { ...ran, ms: Math.min(ran.ms, (await again()).ms) } : ran;
  });
}

async function runInside({ words, stdin, now }: HostileLine, home: string): Promise<Ran> {
  const before = process.cpuUsage();
  const { io, printed } = collectIo(
    {
      FOLLOWUP_DB: join(home, 'followup.db'),
      XDG_CONFIG_HOME: home,
      HOME: home,
      // Nothing is found there: no line may run a program of this machine.
      PATH: '',
      FOLLOWUP_NOW: now,
      TZ: 'Europe/Berlin',
    },
    { stdin },
  );
  const exitCode = await new CommandLine(words, io, COMMANDS).run();
  // Not the time by the clock: another process may have had the processor.
  const { user, system } = process.cpuUsage(before);
  return { ...printed, exitCode, ms: (user + system) / 1000 };
}

async function fuzz(
  folder: string,
  lines: number,
  next: () => number,
  run: (line: HostileLine, home: string) => Promise<Ran>,
): Promise<FuzzFigures> {
  const commands = [...(await COMMANDS.groups()).values()].flat().filter(({ name }) => name !== 'demo');
  const byExitCode = new Map<number | null, number>();
  const faults: string[] = [];
  let slowestMs = 0;
  const back = process.cwd();
  for (let given = 0; given < lines; given += LINES_PER_FILE) {
    const home = join(folder, `fuzz-${given}`);
    await prepare(home);
    process.chdir(home);
    for (let nth = 0; nth < Math.min(LINES_PER_FILE, lines - given); nth++) {
      const line = makeUpLine(commands, next);
      const ran = await run(line, home);
      byExitCode.set(ran.exitCode, (byExitCode.get(ran.exitCode) ?? 0) + 1);
      slowestMs = Math.max(slowestMs, ran.ms);
      faults.push(...faultsIn(ran).map((fault) => `${fault}: ${shown(line)}`));
    }
    faults.push(...faultsOfFile(join(home, 'followup.db')));
    process.chdir(back);
    rmSync(home, { recursive: true, force: true });
  }
  return { lines, byExitCode, slowestMs, faults };
}

/** The files that lines name. */
async function prepare(home: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const files: readonly (readonly [name: string, content: string | Buffer])[] = [
    ['junk.bin', Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256))],
    ['journal.json', '{"format":"followup-journal","version":1,"operations":[]}'],
    [
      'tasks.json',
      '[{"description":"from \\ud800 elsewhere","due":"20260305T140000Z","project":"Acme.web"}]',
    ],
    ['todo.txt', '(A) call the bank @joe +house due:2026-03-05\nx 2026-03-01 done already'],
    ['table.csv', 'title,client,due,estimate\nLogo,Joe,friday,3h\nLogo,Joe,friday,1e999h\n'],
  ];
  for (const [name, content] of files) writeFileSync(join(home, name), content);
  for (const words of BEGINNING) await runInside({ words, stdin: '', now: '2026-03-02T09:00' }, home);
}

/** What is wrong with the answer to a line. */
function faultsIn({ exitCode, stdout, stderr, ms }: Ran): string[] {
  const faults: string[] = [];
  if (!EXIT_CODES.has(exitCode)) faults.push(`exit ${exitCode} (${stderr.slice(0, 200)})`);
  if (/^\s+at .+:\d+/m.test(stderr)) faults.push('a stack trace');
  if (UNSAFE.test(stdout)) faults.push(`unsafe output ${JSON.stringify(UNSAFE.exec(stdout)?.[0])}`);
  if (UNSAFE.test(stderr)) faults.push(`unsafe errors ${JSON.stringify(UNSAFE.exec(stderr)?.[0])}`);
  if (ms > MOST_MS) faults.push(`${Math.round(ms)} ms`);
  if (exitCode !== 0 && exitCode !== 3 && stderr + stdout === '') faults.push('it fails without a word');
  return faults;
}

/** What is wrong with a file: whether its journal folds to what its rows say. */
function faultsOfFile(path: string): string[] {
  const db = openForWriting(path);
  try {
    return checkFile(db)
      .filter(({ ok }) => !ok)
      .map(({ name, detail }) => `${name}: ${detail}`);
  } finally {
    db.close();
  }
}

function shown({ words, now }: HostileLine): string {
  return JSON.stringify([
    now,
    ...words.map((word) => (word.length > 80 ? `${word.slice(0, 80)}... (${word.length})` : word)),
  ]);
}
