import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { JOURNAL_VERSION } from '../../src/store/migrations.ts';
import { READ_VERSION } from '../../src/store/read-tables.ts';
import { DATASETS, type DatasetName } from './data/datasets.ts';
import { type Made, makeDatabase } from './data/make.ts';
import { BENCH, CACHE, OWN_PROGRAM } from './paths.ts';

/** A made-up file in the cache. */
export interface Kept extends Made {
  readonly name: DatasetName;
  readonly folder: string;
  readonly database: string;
  /** The same commitments as tasks, for another program to import. */
  readonly tasks: string;
}

const WEEK_MS = 7 * 86_400_000;

/**
 * A made-up file from the cache, or a new one if the cached one came from another generator or has other read
 * tables.
 */
export function keptDataset(name: DatasetName): Kept {
  const all = join(CACHE, generatorKey());
  const folder = join(all, name);
  if (!existsSync(folder)) {
    console.error(`Making the ${name} file in ${folder}; it is kept for the next time.`);
    mkdirSync(all, { recursive: true });
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished);
    const { made, tasks } = makeDatabase(join(unfinished, 'followup.db'), DATASETS[name]);
    writeFileSync(join(unfinished, 'made.json'), JSON.stringify(made));
    writeFileSync(join(unfinished, 'tasks.json'), JSON.stringify(tasks));
    renameSync(unfinished, folder);
  }
  removeForgotten(all);
  return {
    ...(JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8')) as Made),
    name,
    folder,
    database: join(folder, 'followup.db'),
    tasks: join(folder, 'tasks.json'),
  };
}

/**
 * The database on which a program is measured. Another build may have other read tables, so it gets its own
 * copy, in which its first run rebuilds them.
 */
export function databaseFor(program: string, { database, folder }: Kept): string {
  if (program === OWN_PROGRAM) return database;
  const copy = join(folder, `${hash([program]).slice(0, 12)}.db`);
  if (!existsSync(copy)) copyFileSync(database, copy);
  return copy;
}

/** Identifies the content of the files: the code that makes them, and the read tables. */
function generatorKey(): string {
  const folder = join(BENCH, 'data');
  const sources = readdirSync(folder).sort();
  return hash([
    String(JOURNAL_VERSION),
    READ_VERSION,
    ...sources.map((file) => readFileSync(join(folder, file), 'utf8')),
  ]).slice(0, 16);
}

/** Files of other generators that have not been used for a week. */
function removeForgotten(current: string): void {
  const now = new Date();
  utimesSync(current, now, now);
  for (const name of readdirSync(CACHE)) {
    const folder = join(CACHE, name);
    if (now.getTime() - statSync(folder).mtimeMs > WEEK_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function hash(texts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('hex');
}
