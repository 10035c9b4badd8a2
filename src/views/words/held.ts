import type { Held } from '../../domain/streams/held.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from './amount.ts';

/** With less than this nobody has waited for anybody. */
const LEAST_DAYS = 0.5;

/** For how long they had it, of all the time: "Acme Corp had it for 9 of 14 working days"; null where that says nothing. */
export function sayHeld(held: readonly Held[], view: ViewContext): string | null {
  const all = held.reduce((sum, { workingDays }) => sum + workingDays, 0);
  const theirs = held.flatMap(({ by, workingDays }) => {
    const name = by === null ? null : nameOf(by, view);
    return name === null || workingDays < LEAST_DAYS
      ? []
      : [`${printable(name)} had it for ${rounded(workingDays, 1)}`];
  });
  if (theirs.length === 0) return null;
  return `${theirs.join(', ')}${held.length > 1 ? ` of ${rounded(all, 1)}` : ''} working days`;
}
