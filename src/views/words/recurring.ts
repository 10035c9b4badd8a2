import type { RecurringTopic } from '../../domain/statistics/recurring.ts';
import type { Cause } from '../../domain/streams/complaint-events.ts';
import { printable } from '../printable.ts';
import { sayCount, sayHours } from './amount.ts';

const FAULTS: Readonly<Record<Cause, string>> = {
  ours: 'ours',
  theirs: 'theirs',
  both: 'on both sides',
  unknown: 'unknown',
};

/** How often a topic came back, what it took, whose fault it was, and what would remove the need. Safe to print. */
export function sayRecurring({ count, hours, causes, removals }: RecurringTopic): string {
  const faults = causes.map((each) => `${FAULTS[each.cause]} ${each.count}`).join(', ');
  const [removal] = removals;
  return [
    `${sayCount(count, 'time')}${hours > 0 ? `, ${sayHours(hours)}` : ''}`,
    ...(faults === '' ? [] : [`fault: ${faults}`]),
    removal === undefined
      ? 'nobody has said yet what would remove the need'
      : `would remove the need: ${printable(removal)}`,
  ].join('; ');
}
