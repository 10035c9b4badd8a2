import type { Duration } from '../../domain/time/duration.ts';
import { printable } from '../printable.ts';
import { sayCount } from './amount.ts';

/** A duration in words: "1 month 3 days", "2 working days". Safe to print. */
export function sayDuration(duration: Duration): string {
  const seconds = duration.seconds ?? 0;
  const minutes = duration.workingMinutes ?? 0;
  const parts: readonly (readonly [number, string])[] = [
    [duration.months ?? 0, 'month'],
    [duration.days ?? 0, 'day'],
    [duration.workingDays ?? 0, 'working day'],
    [Math.floor(minutes / 60), 'working hour'],
    [minutes % 60, 'working minute'],
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ];
  const said = parts.filter(([count]) => count !== 0).map(([count, unit]) => sayCount(count, unit));
  return printable(said.join(' ') || 'no time');
}
