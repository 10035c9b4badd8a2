import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('backtest.mjs', import.meta.url));
const HEAD = 'person,order,started,finished,estimate_hours,actual_hours';

interface Row {
  readonly person: string;
  readonly order: number;
  readonly finished: string;
  readonly estimate: number;
  readonly actual: number;
}

/** Ann finishes a task every third day or so and writes down when; Bob writes down the hours only. */
const ROWS: readonly Row[] = [
  ...Array.from({ length: 32 }, (_, index) => ({
    person: 'ann',
    order: index + 1,
    finished: new Date(Date.UTC(2026, 0, 5 + 3 * index + (index % 4))).toISOString().slice(0, 10),
    estimate: 1 + (index % 5),
    actual: 2 + (index % 3),
  })),
  ...Array.from({ length: 17 }, (_, index) => ({
    person: 'bob',
    order: index + 1,
    finished: '',
    estimate: 4,
    actual: 6,
  })),
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-backtest-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The output of the script for a record, as lines. */
function backtest(rows: readonly Row[]): { tasks: string[]; windows: string[]; printed: string[] } {
  const [effort, tasks, windows] = ['effort', 'tasks', 'windows'].map((name) =>
    join(folder, `${name}.csv`),
  ) as [string, string, string];
  const lines = rows.map((row) => [row.person, row.order, '', row.finished, row.estimate, row.actual].join());
  writeFileSync(effort, `${[HEAD, ...lines].join('\n')}\n`);
  const printed = execFileSync(process.execPath, [SCRIPT, effort, tasks, windows], { encoding: 'utf8' });
  const read = (file: string) => readFileSync(file, 'utf8').trim().split('\n');
  return { tasks: read(tasks), windows: read(windows), printed: printed.trim().split('\n') };
}

describe('the backtest', () => {
  const orders = (lines: string[], person: string) =>
    lines.filter((line) => line.startsWith(person)).map((line) => Number(line.split(',')[1]));

  it('writes a row for each task, and for each full window of five after the first ten', () => {
    const { tasks, windows } = backtest(ROWS);
    expect(tasks[0]).toBe('person,order,p50,p80,p90');
    expect(tasks).toHaveLength(1 + ROWS.length);
    expect(windows[0]).toBe('person,order,hours_p80,hours_p90,days_p80,days_p90');
    expect(orders(windows, 'ann')).toEqual([11, 16, 21, 26]);
    expect(orders(windows, 'bob')).toEqual([11]);
  });

  it('begins with the prior experience', () => {
    expect(backtest(ROWS).tasks).toContain('bob,1,4,6,8');
  });

  it('promises whole days, and none where the dates are not known', () => {
    const { windows } = backtest(ROWS);
    for (const line of windows.filter((one) => one.startsWith('ann')))
      expect(line).toMatch(/,[1-9]\d*,[1-9]\d*$/);
    expect(windows.filter((one) => one.startsWith('bob')).join()).toMatch(/,,$/);
  });

  it('says how wrong each rule is about what a project comes to, and how often the upper bound held', () => {
    const { printed } = backtest(ROWS);
    expect(printed[0]).toMatch(/^5 projects of 5 tasks/);
    expect(printed.slice(2).map((line) => line.replace(/ {2,}.*/, ''))).toEqual([
      'spent / progress',
      'spent + estimate left',
      'estimate x past ratio',
      'spent + learnt distribution',
      'its upper bound (80%) held',
    ]);
    for (const line of printed.slice(2)) expect(line).toMatch(/(?: +\d+(?:\.\d)?%){3}$/);
    // Bob takes half as long again as he says, each time, and whoever looks at his record knows.
    const bob = backtest(ROWS.filter(({ person }) => person === 'bob')).printed;
    expect(bob[4]).toMatch(/past ratio +0% +0% +0%$/);
  });

  it('knows only the past: later tasks change no earlier row', () => {
    const before = backtest(ROWS);
    const turn = 21;
    const later = ROWS.map((row) =>
      row.order < turn ? row : { ...row, actual: 40, finished: row.finished && '2027-06-01' },
    );
    const after = backtest(later);
    const saidBy = (lines: string[], order: number) =>
      lines.slice(1).filter((line) => Number(line.split(',')[1]) <= order);
    expect(saidBy(after.tasks, turn)).toEqual(saidBy(before.tasks, turn));
    expect(saidBy(after.windows, turn)).toEqual(saidBy(before.windows, turn));
    expect(after.tasks).not.toEqual(before.tasks);
    expect(after.windows).not.toEqual(before.windows);
  });
});
