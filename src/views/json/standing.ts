import type { StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A standing promise as programs see it. */
export function standingJson(
  { standing, record, open, next, shifted }: StandingOutlook,
  view: ViewContext,
): object {
  const at = (instant: string | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  const { kept, late, missed } = record;
  return {
    uid: standing.uid,
    kind: standing.kind,
    title: standing.title,
    client: nameOf(standing.client, view),
    who: standing.who === null ? null : (standing.person ?? nameOf(standing.who, view)),
    cadence: standing.cadence.text,
    rrule: standing.cadence.rrule,
    zone: standing.zone,
    onDaysOff: standing.onDaysOff,
    until: standing.until,
    estimateHours: standing.estimate?.hours ?? null,
    project: standing.project,
    madeAt: at(standing.madeAt),
    stoppedAt: at(standing.stoppedAt),
    pauses: standing.pauses.map(({ first, last, because }) => ({ first, last, because })),
    open: open.map(({ number }) => number),
    next: at(open.at(-1)?.due?.at ?? next?.due.at ?? null),
    shifted: shifted.map(({ on, due }) => ({ on: at(on), due: at(due.at) })),
    kept,
    late,
    missed,
    of: kept + late + missed,
  };
}
