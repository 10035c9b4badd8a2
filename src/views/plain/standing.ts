import type { StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A standing promise as fields: number of its last time, kind, title, whom, cadence, next date, kept, of how many. */
export function plainStanding(
  { standing, record, open, last, next }: StandingOutlook,
  view: ViewContext,
): string[] {
  const due = open.at(-1)?.due?.at ?? next?.due.at;
  const { kept, late, missed } = record;
  return [
    last === null ? '' : String(last.number),
    standing.kind,
    standing.title,
    nameOf(standing.who ?? standing.client, view) ?? '',
    standing.cadence.text,
    due === undefined ? '' : toLocalIso(due, view.calendar),
    String(kept),
    String(kept + late + missed),
  ];
}
