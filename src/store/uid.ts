import { randomFillSync } from 'node:crypto';
import { decodeTime, isValid, ulid } from 'ulid';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';

/** A new uid: 26 characters that sort by time. */
export function newUid(now: Instant): string {
  // A clock may stand before 1970, of which such a uid knows nothing.
  return ulid(Math.max(0, epoch(now)), nextFraction);
}

/** Random numbers are fetched in bulk, because the library asks for 16 in each uid, one by one. */
const POOL = new Uint32Array(512);
let left = 0;

/** A random number from 0 (inclusive) to 1 (exclusive). */
function nextFraction(): number {
  if (left === 0) {
    randomFillSync(POOL);
    left = POOL.length;
  }
  return (POOL[--left] ?? 0) / 2 ** 32;
}

/** When a uid was made; null if it is none. */
export function timeOfUid(uid: string): Instant | null {
  return isValid(uid) ? instant(decodeTime(uid)) : null;
}
