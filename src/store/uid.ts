import { ulid } from 'ulid';
import { epoch, type Instant } from '../domain/time/moment.ts';

/** A new uid: 26 characters, in the order of time. */
export function newUid(now: Instant): string {
  return ulid(epoch(now));
}
