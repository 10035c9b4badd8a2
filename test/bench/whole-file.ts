import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { node } from './circumstances.ts';
import { databaseFor, type Kept } from './kept.ts';
import type { Sample, Stopwatch } from './measure/stopwatch.ts';

/** The time to import a journal: all of it, and the first half of its operations. */
export interface Import {
  readonly whole: Sample & { readonly commitments: number };
  readonly half: Sample & { readonly commitments: number };
}

/** Exports a file, and imports the export, and half of it, into new files. */
export async function measureImport(stopwatch: Stopwatch, program: string, dataset: Kept): Promise<Import> {
  return inFolder(dataset, async (folder) => {
    const whole = join(folder, 'whole.json');
    exportTo(whole, program, databaseFor(program, dataset));
    const half = join(folder, 'half.json');
    await writeHalf(whole, half, dataset.operations);
    const importing = async (file: string) => {
      const database = `${file}.db`;
      const sample = await stopwatch.run(node([program, 'import', file], database));
      return { ...sample, commitments: count(database) };
    };
    return { half: await importing(half), whole: await importing(whole) };
  });
}

/** The time to rebuild the read tables, as the first command after an update of the program does. */
export async function measureRebuild(stopwatch: Stopwatch, program: string, dataset: Kept): Promise<Sample> {
  return inFolder(dataset, async (folder) => {
    const copy = join(folder, 'copy.db');
    copyFileSync(databaseFor(program, dataset), copy);
    const db = new Database(copy);
    db.prepare(`UPDATE meta SET value = 'of another version' WHERE key = 'read_version'`).run();
    db.close();
    return stopwatch.run(node([program, 'show', String(dataset.subjects.agreed)], copy));
  });
}

async function inFolder<T>({ folder }: Kept, use: (folder: string) => Promise<T>): Promise<T> {
  const own = mkdtempSync(join(folder, 'whole-'));
  try {
    return await use(own);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function exportTo(file: string, program: string, database: string): void {
  const { words, env } = node([program, 'export'], database);
  const output = openSync(file, 'w');
  const [command = '', ...args] = words;
  const { status } = spawnSync(command, args, { env, stdio: ['ignore', output, 'inherit'] });
  closeSync(output);
  if (status !== 0 || !existsSync(file)) throw new Error('The export failed.');
}

/** An export has one operation a line, between a first and a last line. */
async function writeHalf(whole: string, half: string, operations: number): Promise<void> {
  const output = createWriteStream(half);
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(whole) })) {
    const isLast = line >= Math.floor(operations / 2);
    if (!output.write(`${isLast ? text.replace(/,$/, '') : text}\n`)) await once(output, 'drain');
    if (isLast) break;
    line++;
  }
  output.end(']}\n');
  await once(output, 'finish');
}

function count(database: string): number {
  const db = new Database(database, { readonly: true });
  const commitments = Number(db.prepare('SELECT count(*) FROM commitment').pluck().get());
  db.close();
  return commitments;
}
