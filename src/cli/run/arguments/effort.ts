import { orThrow, refuse } from '../../../domain/base/refusal.ts';
import type { Estimate } from '../../../domain/streams/events.ts';
import { parseEffort } from '../../../input/effort.ts';
import type { Circumstances } from './declaration.ts';

/** Reads an estimate of work: an amount or a range. Throws a Refusal. */
export function readEstimate(text: string, { calendar }: Circumstances): Estimate {
  const estimate = orThrow(parseEffort(text, calendar));
  if (estimate.hours > 0) return estimate;
  throw refuse('no-effort', `"${text}" is not an amount of work.`, 'For example: 2h, 45m, 1.5d');
}

/** Reads an amount of work, in hours. Throws a Refusal. */
export function readEffort(text: string, circumstances: Circumstances): number {
  const { hours, range } = readEstimate(text, circumstances);
  if (!range) return hours;
  throw refuse(
    'duration-not-understood',
    `"${text}" is not a duration.`,
    'A range cannot be recorded; say the longer of the two, such as "3d".',
  );
}
