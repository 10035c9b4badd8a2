import type { Proposal } from '../../domain/planning/offer.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRoundHours, sayShare } from '../words/amount.ts';
import { sayIfFewTasks } from '../words/forecast.ts';
import { sayAhead, sayAssumption, sayBuffer } from '../words/proposal.ts';
import { sayDate } from '../words/time.ts';
import { labelled } from './labelled.ts';

/** How a date was found, in three lines: the work before it; the target and the buffer; the date and how sure it is. */
export function showProposal(proposal: Proposal, view: ViewContext): string[] {
  const { date, target, reckoning } = proposal;
  const { hours, chance, isWish, learntFrom } = reckoning;
  return [
    ...labelled(
      'ahead',
      `${sayAhead(reckoning, view)}; then ${sayRoundHours(hours)} for this one${sayAssumption(reckoning)}`,
      view,
    ),
    ...labelled('target', `${sayDate(target, view)} as likely as not; ${sayBuffer(proposal, view)}`, view),
    ...labelled(
      'offer',
      `${sayDate(date, view)}, ${sayShare(chance)} sure${sayIfFewTasks(learntFrom)}${isWish ? ': the date they would like' : ''}`,
      view,
    ),
  ];
}
