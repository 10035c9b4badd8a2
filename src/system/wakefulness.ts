import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A clock that stops while the machine sleeps. */
export interface AwakeClock {
  /** Which start of the machine it counts from. */
  readonly boot: string;
  /** Milliseconds since then. */
  readonly awakeMs: number;
}

/** What a machine tells about when it was awake. Each is null where the system does not tell it. */
export interface Wakefulness {
  readonly readClock: () => AwakeClock | null;
  /** When the machine was last started or woken, in milliseconds since 1970. */
  readonly readLastWake: () => number | null;
}

/** What this machine tells: Linux has such a clock, macOS knows when it woke. */
export const WAKEFULNESS: Wakefulness = {
  readClock: () => (process.platform === 'linux' ? readLinuxClock() : null),
  readLastWake: () => (process.platform === 'darwin' ? readWakeOfMac() : null),
};

/** On Linux, Node's own clock counts from the start of the machine, and stands still while it sleeps. */
function readLinuxClock(): AwakeClock | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return { boot, awakeMs: Number(process.hrtime.bigint() / 1_000_000n) };
  } catch {
    return null;
  }
}

/** How long sysctl may take, in milliseconds. It takes a few. */
const PATIENCE_MS = 1_000;

function readWakeOfMac(): number | null {
  const { stdout } = spawnSync('/usr/sbin/sysctl', ['-n', 'kern.boottime', 'kern.waketime'], {
    encoding: 'latin1',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: PATIENCE_MS,
  });
  return latestTimeIn(stdout ?? '');
}

/**
 * The later of two times as sysctl prints them, `{ sec = 1772440000, usec = 5 } Mon Mar ...`, in milliseconds since 1970;
 * null if these are not two. One that never was is 0.
 */
export function latestTimeIn(printed: string): number | null {
  const seconds = [...printed.matchAll(/\bsec = (\d+)/g)].map(([, digits]) => Number(digits));
  return seconds.length === 2 ? Math.max(...seconds) * 1000 : null;
}
