import type { HeldUp } from '../../domain/planning/held-up.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** Something of theirs that was late, as programs see it beside what waits for it. */
export function lateOfTheirsJson({ awaiting, ...held }: HeldUp, view: ViewContext): object {
  const { number, title, who, person } = awaiting;
  return { id: number, title, who: person ?? nameOf(who, view), ...lostJson({ awaiting, ...held }, view) };
}

/** What waits for something of theirs that was late, as programs see it beside that. */
export function holdsUpJson(held: HeldUp, view: ViewContext): object {
  const { number, title } = held.commitment;
  return { id: number, title, ...lostJson(held, view) };
}

function lostJson({ lateness, ifNow, movesTo }: HeldUp, { calendar }: ViewContext): object {
  const at = (instant: string | undefined | null) => (instant ? toLocalIso(instant, calendar) : null);
  return {
    workingDays: lateness.workingDays,
    since: at(lateness.missed[0]?.at),
    until: at(lateness.until),
    ifNow: at(ifNow?.at),
    movesTo: at(movesTo?.at),
  };
}
