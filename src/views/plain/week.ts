import { isoOfDay } from '../../domain/time/iso-day.ts';
import type { PlannedWeek } from '../planned-weeks.ts';
import { rounded } from '../words/amount.ts';

/** A week of planned work as fields: its first and last day, hours planned, free and too much. */
export function plainWeek({ first, last, load, free, overload }: PlannedWeek): string[] {
  return [
    isoOfDay(first),
    isoOfDay(last),
    String(rounded(load, 2)),
    String(rounded(free, 2)),
    String(rounded(overload?.hours ?? 0, 2)),
  ];
}
