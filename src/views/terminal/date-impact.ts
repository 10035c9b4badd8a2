import type { Displacement } from '../../domain/planning/chance.ts';
import type { DateImpact } from '../../domain/planning/date-impact.ts';
import type { Feasibility } from '../../domain/planning/feasibility.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayShare } from '../words/amount.ts';
import { sayIfFewTasks } from '../words/forecast.ts';
import { MOST_NAMED } from '../words/proposal.ts';
import { sayBeside, sayDate, sayWorkingTime } from '../words/time.ts';
import { labelled } from './labelled.ts';
import { showProposal } from './proposal.ts';
import { truncate } from './width.ts';

/** What a change of dates means for the work; follows the description of the commitment. */
export function showDateImpact(impact: DateImpact, view: ViewContext): string[] {
  return impact.kind === 'found'
    ? showProposal(impact.proposal, view)
    : showFeasibility(impact.feasibility, impact, view);
}

/** Whether a date that somebody asked for can be kept; if not, what else would slip and which date fits. */
function showFeasibility(
  { chance, slips, isSure, fits }: Feasibility,
  { earliest, learntFrom }: { readonly earliest: Moment | null; readonly learntFrom: number },
  view: ViewContext,
): string[] {
  const { style, calendar, now } = view;
  const likely = `${sayShare(chance)} likely to be kept${sayIfFewTasks(learntFrom)}`;
  return [
    ...labelled('chance', isSure ? likely : style.late(likely), view),
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
    ...(earliest && !fits
      ? labelled(
          'fits',
          `${sayInstant(earliest.at, calendar, now)} is the earliest that ${slips.length > 0 ? 'holds and lets nothing slip' : 'holds'}`,
          view,
        )
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
