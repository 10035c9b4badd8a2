import type { Displacement } from '../../domain/planning/chance.ts';
import type { DateImpact } from '../../domain/planning/date-impact.ts';
import type { Feasibility } from '../../domain/planning/feasibility.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayShare } from '../words/amount.ts';
import { MOST_NAMED } from '../words/proposal.ts';
import { sayBeside, sayDate, sayWorkingTime } from '../words/time.ts';
import { labelled } from './labelled.ts';
import { showProposal } from './proposal.ts';
import { truncate } from './width.ts';

/** What a change of dates means for the work; follows the description of the commitment. */
export function showDateImpact(impact: DateImpact, view: ViewContext): string[] {
  return impact.kind === 'found'
    ? showProposal(impact.proposal, view)
    : showFeasibility(impact.feasibility, impact.earliest, view);
}

/** Whether a date that somebody asked for can be kept; if not, what else would slip and which date fits. */
function showFeasibility(
  { chance, slips, fits }: Feasibility,
  earliest: Moment | null,
  view: ViewContext,
): string[] {
  if (fits) return labelled('chance', `${sayShare(chance)} likely to be kept`, view);
  const { style, calendar, now } = view;
  return [
    ...labelled('chance', style.late(`${sayShare(chance)} likely to be kept`), view),
    ...slips.slice(0, MOST_NAMED).flatMap(({ commitment, date, holds }, index) => {
      const name = truncate(printable(commitment.title), 22);
      const late = sayWorkingTime(date, holds, view);
      return labelled(
        index === 0 ? 'slips' : '',
        `${commitment.number} ${name}: from ${sayDate(date, view)} to ${sayBeside(date, holds, view)} (${late})`,
        view,
      );
    }),
    ...(slips.length > MOST_NAMED ? labelled('', `and ${slips.length - MOST_NAMED} more`, view) : []),
    ...(earliest
      ? labelled('fits', `${sayInstant(earliest.at, calendar, now)} is the earliest that fits`, view)
      : []),
  ];
}

/** Dates that a change puts in danger. */
export function showEndangered(dates: readonly Displacement[], view: ViewContext): string[] {
  return dates.flatMap(({ work: { commitment, date }, before, after }, index) =>
    labelled(
      index === 0 ? 'danger' : '',
      `${commitment.number} ${truncate(printable(commitment.title), 30)}, due ${sayDate(date, view)}: ${sayShare(before)} before, ${view.style.late(sayShare(after))} now`,
      view,
    ),
  );
}
