import { hoursIn } from '../../domain/agenda/favours.ts';
import type { Evidence } from '../../domain/agenda/questions.ts';
import { isSnoozed } from '../../domain/agenda/snoozed.ts';
import { unansweredPrice } from '../../domain/streams/commitment.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEstimate, sayHours, sayShare } from './amount.ts';
import { sayAnswer } from './answer.ts';
import { sayUsed } from './project.ts';
import { sayProgress } from './resolution.ts';
import { sayDate, sayDistance } from './time.ts';

/** One reason to say no, as a sentence without its full stop. `shorten` may cut a long title. Safe to print. */
export function sayEvidence(
  evidence: Evidence,
  view: ViewContext,
  shorten: (title: string) => string = (title) => title,
): string {
  const { commitment, since, budget } = evidence;
  const name = nameOf(evidence.client, view);
  const project = budget ? shorten(printable(budget.project.name)) : '';
  const what = commitment ? `${commitment.number} ${shorten(printable(commitment.title))}` : project;
  const whose = [name ?? '', what].filter(Boolean).join(': ');
  const age = since === null ? '' : sayDistance(since, view.now, view.calendar);
  const subject =
    commitment || budget || (evidence.fact === 'last-answer' && whose)
      ? `${whose}, `
      : whose
        ? `${whose} `
        : '';
  return printable(subject + fact());

  function snoozed(): string {
    if (!commitment?.snooze || !isSnoozed(commitment, view.now)) return '';
    return `, snoozed until ${sayDate(commitment.snooze.until, view)}`;
  }

  function fact(): string {
    switch (evidence.fact) {
      case 'complaint':
        return `they complained ${age} ago, ${commitment ? sayProgress(commitment) : ''}`;
      case 'update-overdue':
        return `update ${age} late`;
      case 'promise-overdue':
        return `promise ${age} late`;
      case 'unanswered':
        return since !== null && since < view.now ? `answer ${age} late` : 'not answered yet';
      case 'quiet':
        return `has heard nothing for ${age}`;
      case 'last-answer':
        return evidence.given ? `you answered ${sayAnswer(evidence.given, view)}` : '';
      case 'not-accepted':
        if (commitment?.complaint) return `${sayProgress(commitment)}, not accepted yet`;
        return `delivered ${age} ago, not accepted yet`;
      case 'reopened':
        return 'reopened';
      case 'late':
        return `${age} late${snoozed()}`;
      case 'missed':
        return 'comes again and again, and was missed';
      case 'at-risk':
        return `${sayShare(evidence.chance ?? 0)} likely to be on time`;
      case 'moved':
        return (commitment?.moves ?? 0) > 1 ? `moved ${commitment?.moves} times` : 'moved';
      case 'over-budget':
        return budget ? sayUsed(budget) : '';
      case 'unpriced':
        return commitment && unansweredPrice(commitment)
          ? 'out of scope, its price not approved yet'
          : 'out of scope, without a price';
      case 'delivered-unpriced': {
        const all = evidence.delivered ?? [];
        const hours = all.reduce((sum, each) => sum + hoursIn(each), 0);
        const which = all.map(({ number }) => number).join(', ');
        return `${hours > 0 ? `has ${sayHours(hours)} of` : 'has'} delivered work that nobody has agreed to pay for: ${which}`;
      }
      case 'over-estimate':
        return `${sayHours(commitment?.spentHours ?? 0)} spent of ${sayEstimate(commitment?.estimate ?? { hours: 0 })}`;
    }
  }
}
