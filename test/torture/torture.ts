import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { numbersFrom } from '../support/numbers.ts';
import { type Figures, killDuring, killWriters, scenariosWith } from './kills.ts';

/** How much of everything. */
interface Extent {
  readonly writes: number;
  readonly kills: number;
}

const LONG: Extent = { writes: 4_000, kills: 60 };
const SHORT: Extent = { writes: 120, kills: 2 };

/** Tortures the program, prints the figures, and returns the exit code: 1 if anything was wrong. */
export async function main(argv: readonly string[]): Promise<number> {
  const { writes, kills } = argv.includes('--short') ? SHORT : LONG;
  const seed = Number(argv.find((word) => /^\d+$/.test(word)) ?? 1);
  const next = numbersFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'followup-torture-'));
  let faults = 0;
  const report = ({ what, tried, killed, faults: found, note }: Figures) => {
    faults += found.length;
    console.log(
      `${what}: ${tried}, killed ${killed} times; ${found.length} faults${note ? `; ${note}` : ''}`,
    );
    for (const fault of found.slice(0, 10)) console.log(`  ${fault}`);
  };
  try {
    const database = join(folder, 'followup.db');
    report(await killWriters(database, writes, next));
    const quiet = join(folder, 'quiet.db');
    settle(database);
    cpSync(database, quiet);
    for (const scenario of await scenariosWith(quiet))
      report(await killDuring(scenario, folder, kills, next));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    faults === 0
      ? 'Nothing was lost.'
      : `${faults} faults. To try the same again: npm run torture -- ${seed}`,
  );
  return faults === 0 ? 0 : 1;
}

/** Writes the log of a database into its file, so that the file can be copied. */
function settle(database: string): void {
  const db = new Database(database);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
