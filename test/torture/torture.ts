import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { numbersFrom } from '../support/numbers.ts';
import { type FuzzFigures, fuzzInProcess, fuzzProcesses } from './fuzz.ts';
import { type Figures, killDuring, killWriters, scenariosWith } from './kills.ts';

/** How much of everything. */
interface Extent {
  readonly writes: number;
  readonly kills: number;
  readonly lines: number;
  readonly processes: number;
}

const LONG: Extent = { writes: 4_000, kills: 60, lines: 100_000, processes: 2_000 };
const SHORT: Extent = { writes: 120, kills: 2, lines: 2_000, processes: 40 };

/** Tortures the program, prints the figures, and returns the exit code: 1 if anything was wrong. */
export async function main(argv: readonly string[]): Promise<number> {
  const { writes, kills, lines, processes } = argv.includes('--short') ? SHORT : LONG;
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
  const reportLines = (how: string, { lines: given, byExitCode, slowestMs, faults: found }: FuzzFigures) => {
    faults += found.length;
    const codes = [...byExitCode].sort().map(([code, count]) => `${count} x ${code}`);
    console.log(
      `lines ${how}: ${given}; exit codes ${codes.join(', ')}; the slowest ${Math.round(slowestMs)} ms; ${found.length} faults`,
    );
    for (const fault of found.slice(0, 20)) console.log(`  ${fault}`);
  };
  try {
    reportLines('in one process', await fuzzInProcess(folder, lines, next));
    reportLines('as processes', await fuzzProcesses(folder, processes, next));
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
