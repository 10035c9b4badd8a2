import type { Held } from '../../domain/streams/held.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** With less than this nobody has waited for anybody. */
const LEAST_DAYS = 1;

/** For how long they had it, of all the time: "Acme Corp had it for 9 of the 14 working days"; null where that says nothing. */
export function sayHeld(held: readonly Held[], view: ViewContext): string | null {
  const all = held.reduce((sum, { workingDays }) => sum + workingDays, 0);
  const theirs = held.flatMap(({ by, workingDays }) => {
    const name = by === null ? null : nameOf(by, view);
    return name === null || workingDays < LEAST_DAYS
      ? []
      : [`${printable(name)} had it for ${Math.round(workingDays)}`];
  });
  if (theirs.length === 0) return null;
  const days = Math.round(all);
  const unit = days === 1 ? 'working day' : 'working days';
  return `${theirs.join(', ')}${held.length > 1 ? ` of the ${days}` : ''} ${unit}`;
}
