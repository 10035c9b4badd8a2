import { orThrow, Refusal, refuse } from '../../../domain/base/refusal.ts';
import type { Estimate } from '../../../domain/streams/events.ts';
import { parseEffort } from '../../../input/effort.ts';
import type { Circumstances } from './declaration.ts';
import type { PhraseBehind } from './second-number.ts';

/** Reads an estimate of work: an amount or a range. Throws a Refusal. */
export function readEstimate(text: string, { calendar }: Circumstances): Estimate {
  const estimate = orThrow(parseEffort(text, calendar));
  if (estimate.hours > 0) return estimate;
  throw refuse('no-effort', `"${text}" is not an amount of work.`, 'For example: 2h, 45m, 1.5d');
}

/** Reads an amount of work, in hours. Throws a Refusal, also if only the words behind a number are one. */
export function readEffort(
  text: string,
  circumstances: Circumstances,
  behindNumber: PhraseBehind | null = null,
): number {
  const isEffort = (words: string) => !(parseEffort(words, circumstances.calendar) instanceof Refusal);
  if (behindNumber && !isEffort(text) && isEffort(behindNumber.words)) throw behindNumber.refusal;
  const { hours, range } = readEstimate(text, circumstances);
  if (!range) return hours;
  throw refuse(
    'duration-not-understood',
    `"${text}" is not a duration.`,
    'A range cannot be recorded; say the longer of the two, such as "3d".',
  );
}
