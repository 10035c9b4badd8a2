import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { awakeMsSince, markAwake } from '../../src/system/awake-time.ts';
import { latestTimeIn, WAKEFULNESS, type Wakefulness } from '../../src/system/wakefulness.ts';

const RUN_AT = '2026-03-02T10:00:00.000Z';

/** A machine an hour after a run of reminders, with what it tells. */
function anHourLater(told: Partial<Wakefulness>, env = {}) {
  const wakefulness = { readClock: () => null, readLastWake: () => null, ...told };
  return { env, clock: () => Date.parse(RUN_AT) + 3_600_000, wakefulness };
}

const failing: Wakefulness = {
  readClock: () => expect.fail('the clock was read'),
  readLastWake: () => expect.fail('the wake was read'),
};

describe('for how long the machine was awake since a run of reminders', () => {
  it('is what a clock that stops in sleep went on since, or since the machine was started again', () => {
    const io = anHourLater({ readClock: () => ({ boot: 'b', awakeMs: 900 }) });
    expect(awakeMsSince({ at: RUN_AT, boot: 'b', awakeMs: 300 }, io)).toBe(600);
    expect(awakeMsSince({ at: RUN_AT, boot: 'a', awakeMs: 300 }, io)).toBe(900);
    expect(awakeMsSince({ at: RUN_AT, boot: null, awakeMs: null }, io)).toBeNull();
  });
  it('is at least the time since it woke', () => {
    const unmarked = { at: RUN_AT, boot: null, awakeMs: null };
    const woken = (ms: number) => anHourLater({ readLastWake: () => Date.parse(RUN_AT) + ms });
    expect(awakeMsSince(unmarked, woken(3_000_000))).toBe(600_000);
    expect(awakeMsSince(unmarked, woken(-5_000_000))).toBe(3_600_000);
  });
  it('is not known where the system does not tell', () => {
    expect(awakeMsSince({ at: RUN_AT, boot: 'b', awakeMs: 300 }, anHourLater({}))).toBeNull();
  });
  it('has no end while FOLLOWUP_NOW holds the clock, and the machine is not asked', () => {
    const io = anHourLater(failing, { FOLLOWUP_NOW: '2026-03-02T11:00' });
    expect(awakeMsSince({ at: RUN_AT, boot: 'b', awakeMs: 300 }, io)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the mark of a run', () => {
  it('is where that clock stands', () => {
    const clock = { boot: 'b', awakeMs: 900 };
    expect(markAwake(anHourLater({ readClock: () => clock }))).toEqual(clock);
  });
  it('is empty where there is no such clock, and while FOLLOWUP_NOW holds the other one', () => {
    const nothing = { boot: null, awakeMs: null };
    expect(markAwake(anHourLater({}))).toEqual(nothing);
    expect(markAwake(anHourLater(failing, { FOLLOWUP_NOW: '2026-03-02T11:00' }))).toEqual(nothing);
  });
});

describe('this machine', () => {
  it.runIf(existsSync('/proc/sys/kernel/random/boot_id'))('has a clock that goes on', async () => {
    const before = WAKEFULNESS.readClock();
    await setTimeout(30);
    const after = WAKEFULNESS.readClock();
    expect(after?.boot).toMatch(/^[\da-f-]{36}$/);
    expect(after?.boot).toBe(before?.boot);
    const passed = (after?.awakeMs ?? 0) - (before?.awakeMs ?? 0);
    expect(passed).toBeGreaterThanOrEqual(29);
    expect(Number.isInteger(after?.awakeMs)).toBe(true);
  });
  it.runIf(process.platform === 'darwin')('tells when it was started or woken', () => {
    expect(WAKEFULNESS.readLastWake()).toBeLessThan(Date.now());
  });
});

describe('the times that macOS prints', () => {
  it.each([
    [1772440000, 1772440900],
    [1772440000, 0],
  ])('are those of the start and of the wake: %i, %i', (start, wake) => {
    const print = (sec: number) => `{ sec = ${sec}, usec = 123456 } Mon Mar  2 09:00:00 2026\n`;
    expect(latestTimeIn(print(start) + print(wake))).toBe(Math.max(start, wake) * 1000);
    expect(latestTimeIn(print(start))).toBeNull();
  });
  it('are none if it prints none', () => {
    expect(latestTimeIn('')).toBeNull();
  });
});
