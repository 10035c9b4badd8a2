import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { Random } from '../bench/data/random.ts';
import { InProcessUser } from '../support/in-process.ts';
import { LOOKS, MOST_MS, timed } from '../support/looks.ts';
import { WEEK } from '../support/whole-journal.ts';

/** How many files to damage. */
const DAMAGES = Number(process.env.DAMAGES ?? 30);

const TABLES = ['commitment', 'client', 'contact', 'away', 'answer', 'person', 'event', 'operation'];

/** What a flipped bit or another program may have left, by the type of a column. */
const GARBAGE: Readonly<Record<string, readonly unknown[]>> = {
  TEXT: [
    '',
    'garbage',
    '99999-01-01',
    '9999-12-31',
    '+275760-09-13T00:00:00.000Z',
    '0001-01-01T00:00:00.000Z',
    '2026-03-0\u0001T09:00:00.000Z',
    '{"at":"garbage"}',
    '{',
    'FREQ=SECONDLY;INTERVAL=0',
    'FREQ=YEARLY;INTERVAL=1e9',
    'Mars/Olympus',
  ],
  INTEGER: [0, -1, 2 ** 40, Number.MAX_SAFE_INTEGER],
  REAL: [-1, 1e308, Number.POSITIVE_INFINITY],
};

/** Overwrites one value in one row, and says which; null if the value cannot stand there. */
function damage(path: string, seed: number): string | null {
  const random = new Random(seed);
  const db = new Database(path);
  try {
    const triggers = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all() as string[];
    for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`);
    db.pragma('ignore_check_constraints = ON');
    const filled = TABLES.filter((table) => db.prepare(`SELECT 1 FROM ${table}`).get());
    const table = random.pick(filled);
    const columns = db.pragma(`table_info(${table})`) as { name: string; type: string; pk: number }[];
    const { name, type } = random.pick(columns.filter(({ pk }) => pk === 0));
    const rowids = db.prepare(`SELECT rowid FROM ${table}`).pluck().all();
    const value = random.pick(GARBAGE[type] ?? []);
    const update = db.prepare(`UPDATE ${table} SET ${name} = ? WHERE rowid = ?`);
    try {
      update.run(value, random.pick(rowids));
    } catch {
      return null;
    }
    // Rows are made anew from what is damaged, as after an update of the program.
    if (random.chance(0.5)) db.exec(`UPDATE meta SET value = 'old' WHERE key = 'read_version'`);
    return `${table}.${name} = ${value}`;
  } finally {
    db.close();
  }
}

describe('a file in which one value was overwritten', () => {
  it('is shown as far as it goes, or called damaged', { timeout: 3_600_000 }, async () => {
    const sound = await new InProcessUser().given(...WEEK);
    const failures: string[] = [];
    let damages = 0;
    for (let seed = 1; seed <= DAMAGES; seed++) {
      const user = sound.copy();
      const what = damage(user.database, seed);
      if (what !== null) damages++;
      for (const command of [...LOOKS, 'add "One more" --for "Acme Corp"', 'undo', 'redo']) {
        const { result, ms } = await timed(() => user.run(command));
        const { exitCode, stderr } = result;
        if (exitCode > 5 || ms > MOST_MS)
          failures.push(`${seed} ${what}: ${command}: ${ms} ms, ${exitCode} ${stderr}`);
        if (/Something went wrong|SQLite/.test(stderr))
          failures.push(`${seed} ${what}: ${command}: ${stderr}`);
      }
      user.leave();
    }
    expect(failures).toEqual([]);
    expect(damages).toBeGreaterThan(DAMAGES / 2);
  });
});
