import type { ProjectEvent } from '../../domain/streams/events.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayAmount, sayMoney } from './money.ts';
import { saySpent } from './spent.ts';

/** What an event says about a project, as a sentence of its story. Safe to print. */
export function sayProjectEvent(event: ProjectEvent, view: ViewContext): string {
  return printable(sentence(event, view));
}

function sentence(event: ProjectEvent, view: ViewContext): string {
  const because = 'because' in event && event.because ? `, because: ${event.because}` : '';
  switch (event.type) {
    case 'ProjectStarted': {
      const client = event.client === undefined ? null : nameOf(event.client, view);
      return `${event.name} began${client === null ? '' : ` for ${client}`}.`;
    }
    case 'ProjectDetailsChanged':
      return [
        ...(event.name === undefined ? [] : [`It is called ${event.name} now.`]),
        ...(event.client === undefined
          ? []
          : [event.client === null ? 'It is for nobody.' : `It is for ${nameOf(event.client, view)}.`]),
        ...(event.rate === undefined
          ? []
          : [event.rate === null ? 'It has no rate.' : `An hour costs ${sayMoney(event.rate)}.`]),
      ].join(' ');
    case 'BudgetSet':
      return [
        `Budget ${sayAmount(event.amount)}${event.monthly ? ' a month' : ''}`,
        event.until === undefined ? '' : ` until ${sayDay(dayOfIso(event.until), view.calendar, view.now)}`,
        event.by === undefined ? '' : `, approved by ${event.by}`,
        `${because}.`,
      ].join('');
    case 'BudgetRemoved':
      return `No budget any more${because}.`;
    case 'BudgetSeen':
      return `Seen how far the budget is used${because}.`;
    case 'SpentOnProject':
      return `${saySpent(event)}.`;
    case 'ProjectClosed':
      return `Closed${because}.`;
    case 'ProjectReopened':
      return 'Reopened.';
    case 'ProjectMerged':
      return 'Merged into the other project of its name.';
    case 'ProjectAdopted':
      return 'The other project of its name was merged into it.';
  }
}
