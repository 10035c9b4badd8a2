import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { listBackups } from '../../src/store/backup-folder.ts';
import { damaged } from '../support/damage.ts';
import { finish, runProgram } from './program.ts';

/** What was tried, how often it was killed, and what was wrong afterwards. */
export interface Figures {
  readonly what: string;
  readonly tried: number;
  readonly killed: number;
  readonly faults: readonly string[];
  readonly note?: string;
}

const WRITER = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../node_modules/.cache/followup-torture/writer.mjs',
);

/** How many processes write at the same time. */
const WRITERS = 3;

/**
 * Lets several processes write into a file and kills them at random moments, until so many writes were acknowledged. Every
 * one of them has to be there once, and every other one once or not at all.
 */
export async function killWriters(
  database: string,
  acknowledged: number,
  next: () => number,
): Promise<Figures> {
  const words: string[] = [];
  const faults: string[] = [];
  let killed = 0;
  const writeAndDie = async (lane: number) => {
    for (let life = 0; words.length < acknowledged; life++) {
      const name = `l${lane}n${life}`;
      const child = spawn(process.execPath, [WRITER, database, name, String(Math.floor(next() * 1e9))]);
      const { stdout, stderr } = await finish(child, next() * 1000, true);
      killed++;
      // A word that was cut off while it was printed was not acknowledged.
      words.push(...stdout.split('\n').slice(0, -1));
      if (stderr !== '') faults.push(stderr.slice(0, 300));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, lane) => writeAndDie(lane)));
  const counts = new Map<string, number>();
  const journal = JSON.parse((await runProgram(database, ['export'])).stdout) as { operations: object[] };
  for (const operation of journal.operations) {
    for (const word of new Set(JSON.stringify(operation).match(/l\d+n\d+x\d+x/g))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  for (const word of words) if (!counts.has(word)) faults.push(`${word} was acknowledged and is not there`);
  for (const [word, count] of counts) if (count !== 1) faults.push(`${word} is there ${count} times`);
  faults.push(...(await faultsOf(database)), ...(await faultsOfCopy(database)));
  const unsaid = counts.size - words.length;
  return {
    what: `writes by ${WRITERS} processes`,
    tried: words.length,
    killed,
    faults,
    note: `${words.length} acknowledged and there once; ${unsaid} there whole without having been acknowledged`,
  };
}

/** What the program itself finds wrong with a file. */
async function faultsOf(database: string): Promise<string[]> {
  const { exitCode, stdout, stderr } = await runProgram(database, ['doctor', '--json']);
  if (exitCode === 0) return [];
  return [`doctor: ${exitCode} ${stderr}${stdout}`.slice(0, 500)];
}

/** Whether a file differs from one into which its journal was imported. */
async function faultsOfCopy(database: string): Promise<string[]> {
  const exported = await runProgram(database, ['export']);
  const [file, copy] = [`${database}.json`, `${database}.copy`];
  writeFileSync(file, exported.stdout);
  const { exitCode, stderr } = await runProgram(copy, ['import', file]);
  const again = await runProgram(copy, ['export']);
  if (exitCode !== 0) return [`import of the export: ${stderr}`];
  return again.stdout === exported.stdout ? [] : ['the export of the imported export differs'];
}

/** Something long that is killed, and what has to be true of the file afterwards. */
export interface Scenario {
  readonly what: string;
  /** Prepares a file at this path. */
  readonly prepare: (database: string) => Promise<void> | void;
  readonly words: (database: string) => readonly string[];
  /** Faults after it was killed, or has finished. */
  readonly check: (database: string) => Promise<string[]>;
}

/** Runs something again and again, and kills it at a random moment of the time that it takes. */
export async function killDuring(
  scenario: Scenario,
  folder: string,
  times: number,
  next: () => number,
): Promise<Figures> {
  const faults: string[] = [];
  let killed = 0;
  let usual = 0;
  for (let time = 0; time <= times; time++) {
    const home = join(folder, 'kill');
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    const database = join(home, 'followup.db');
    await scenario.prepare(database);
    // The first is not killed, to see how long it takes.
    const killAfter = time === 0 ? undefined : usual * (0.05 + 0.95 * next());
    const { exitCode, stderr, ms } = await runProgram(database, scenario.words(database), killAfter);
    if (time === 0) usual = ms;
    if (exitCode === null) killed++;
    else if (exitCode !== 0) faults.push(`${exitCode}: ${stderr}`.slice(0, 300));
    faults.push(...(await scenario.check(database)), ...(await faultsOf(database)));
  }
  return { what: scenario.what, tried: times, killed, faults };
}

/** All scenarios, with a file that has been written to. */
export async function scenariosWith(database: string): Promise<Scenario[]> {
  const journal = (await runProgram(database, ['export'])).stdout;
  const copyTo = (path: string) => cpSync(database, path);
  const exported = async (path: string) => (await runProgram(path, ['export'])).stdout;
  const isUnchanged = async (path: string) =>
    (await exported(path)) === journal ? [] : ['the journal is not what it was'];
  const change = (path: string, sql: string) => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };
  const besides = (path: string) => join(dirname(path), 'copy.db');
  return [
    {
      what: 'import of a journal',
      prepare: (path) => writeFileSync(besides(path), journal),
      words: (path) => ['import', besides(path)],
      check: async (path) => {
        const there = await exported(path);
        const isAll = there === journal;
        const isNone = !there.includes('"id"');
        const again = await runProgram(path, ['import', besides(path)]);
        return [
          ...(isAll || isNone ? [] : ['a part of the import is there']),
          ...(again.exitCode === 0 ? await isUnchanged(path) : [again.stderr]),
        ];
      },
    },
    {
      what: 'migration from the first version',
      prepare: (path) => {
        copyTo(path);
        const later = ['checksum', 'reminder_mark', 'reminder_run', 'draft', 'advice_given', 'table_map'].map(
          (table) => `DROP TABLE ${table};`,
        );
        change(path, `DROP INDEX event_message; ${later.join(' ')} PRAGMA user_version = 1`);
      },
      words: () => ['list'],
      check: isUnchanged,
    },
    {
      what: 'rebuild of the read tables',
      prepare: (path) => {
        copyTo(path);
        change(path, `UPDATE meta SET value = 'old' WHERE key = 'read_version'`);
      },
      words: () => ['list'],
      check: isUnchanged,
    },
    {
      what: 'backup over an older one',
      prepare: async (path) => {
        copyTo(path);
        await runProgram(path, ['backup', besides(path)]);
      },
      words: (path) => ['backup', besides(path), '--force'],
      check: async (path) => {
        const faults = [...(await faultsOf(besides(path))), ...(await isUnchanged(besides(path)))];
        await runProgram(path, ['backup', besides(path), '--force']);
        const left = readdirSync(dirname(path)).filter((name) => name.startsWith('.followup-'));
        return [...faults, ...left.map((name) => `${name} was left behind`)];
      },
    },
    {
      what: 'restore',
      prepare: async (path) => {
        await runProgram(path, ['add', 'something else']);
        cpSync(database, besides(path));
      },
      words: (path) => ['restore', besides(path), '--yes'],
      check: async (path) => {
        const there = await exported(path);
        return there === journal || there.includes('something else')
          ? []
          : ['neither the old content nor the new'];
      },
    },
    {
      what: 'repair of a damaged file',
      prepare: (path) => writeFileSync(path, damaged(readFileSync(database), 5)),
      words: () => ['doctor', '--fix'],
      check: async (path) => {
        const { exitCode, stderr } = await runProgram(path, ['doctor', '--fix']);
        return exitCode === 0 ? await isUnchanged(path) : [stderr];
      },
    },
    {
      what: 'backup of the day',
      prepare: copyTo,
      words: () => ['add', 'first thing of the day'],
      check: async (path) => {
        const faults = await Promise.all(listBackups(path).map(({ file }) => faultsOf(file)));
        const { stderr } = await runProgram(path, ['add', 'second thing of the day']);
        return [...faults.flat(), ...(stderr === '' ? [] : [stderr])];
      },
    },
  ];
}
