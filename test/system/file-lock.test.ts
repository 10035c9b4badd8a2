import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '../../src/domain/base/refusal.ts';
import { withFileLock } from '../../src/system/file-lock.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-lock-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const HERE = hostname();
/** A process that is gone. */
const { pid: GONE } = spawnSync(process.execPath, ['-e', '']);

let count = 0;
let path = '';
beforeEach(() => {
  path = join(FOLDER, `${++count}.toml`);
});

/** Leaves a lock of somebody, made some hours ago. */
function leaveLock(holder: string, hours = 0): void {
  writeFileSync(`${path}.lock`, holder);
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(`${path}.lock`, then, then);
}

const refuseHeld = (lock: string, seconds: number) => refuse('held', `${lock} ${seconds}`, '');
const use = () => 'used';
const filesBeside = () => readdirSync(FOLDER).filter((name) => name.startsWith(`${count}.toml`));

/** What becomes of it; the time that passes while a lock is waited for is made up. */
async function take(): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const passing = setInterval(() => vi.advanceTimersByTime(500), 5);
  try {
    return await withFileLock(path, { use, refuseHeld }).catch(({ code }) => code as string);
  } finally {
    clearInterval(passing);
    vi.useRealTimers();
  }
}

describe('a lock', () => {
  it('lets one in after the other, and is gone afterwards', async () => {
    const steps: string[] = [];
    const visit = (name: string) =>
      withFileLock(path, {
        use: async () => {
          steps.push(`${name} in`);
          expect(readFileSync(`${path}.lock`, 'utf8')).toContain(` ${process.pid} `);
          await new Promise((resolve) => setTimeout(resolve, 30));
          steps.push(`${name} out`);
        },
        refuseHeld,
      });
    await Promise.all([visit('one'), visit('other'), visit('third')]);
    for (let index = 0; index < steps.length; index += 2) {
      expect(steps[index + 1]).toBe(steps[index]?.replace('in', 'out'));
    }
    expect(filesBeside()).toEqual([]);
  });
  it.each([
    ['a process that is gone', `${HERE} ${GONE} x`, 0],
    ['another machine, of days ago', 'elsewhere 1 x', 50],
    ['nobody, of a while ago', '', 1],
  ])('of %s is taken away', async (_name, holder, hours) => {
    leaveLock(holder, hours);
    expect(await take()).toBe('used');
    expect(filesBeside()).toEqual([]);
  });
  it('is taken away by one of those who wait for it', async () => {
    leaveLock(`${HERE} ${GONE} x`);
    expect(
      await Promise.all(Array.from({ length: 20 }, () => withFileLock(path, { use, refuseHeld }))),
    ).toEqual(Array.from({ length: 20 }, use));
    expect(filesBeside()).toEqual([]);
  });
  it('is taken away although somebody was killed who wanted to do that', async () => {
    leaveLock(`${HERE} ${GONE} x`);
    writeFileSync(`${path}.lock.removal`, '');
    expect(await take()).toBe('used');
    expect(filesBeside()).toEqual([]);
  });
  it.each([
    ['a process that runs, however long ago it took it', `${HERE} ${process.pid} x`, 50],
    ['another machine, of an hour ago', `elsewhere ${GONE} x`, 1],
    ['who knows whom', 'garbage', 1],
  ])('of %s stays, and that is said', async (_name, holder, hours) => {
    leaveLock(holder, hours);
    expect(await take()).toBe('held');
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(holder);
    expect(filesBeside()).toEqual([`${count}.toml.lock`]);
  });
});
