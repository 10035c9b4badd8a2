import { NO_REASON } from '../../domain/streams/events.ts';
import type { PriceEvent } from '../../domain/streams/price-events.ts';
import type { ViewContext } from '../view-context.ts';
import { sayAmount } from './money.ts';
import { because, by } from './story-clauses.ts';
import { sayDate } from './time.ts';

/** What happened to the price of extra work, as a sentence. */
export function sayPriceEvent(event: PriceEvent, view: ViewContext): string {
  switch (event.type) {
    case 'PricePut':
      return `You named its price${by(event.via)}: ${sayAmount(event.amount)}${
        event.date ? `, by ${sayDate(event.date, view)}` : ''
      }${because(event.because)}.`;
    case 'PriceRejected':
      return `They refused the price${by(event.via)}${
        event.because === NO_REASON ? ', and gave no reason' : `, because: ${event.because}`
      }${event.wanted ? `; they want it by ${sayDate(event.wanted, view)}` : ''}.`;
    case 'PriceApproved':
      return `${event.by} approved the price${by(event.via)}, ${event.inWriting ? 'in writing' : 'not in writing'}.`;
    case 'GivenFree':
      return `You gave it free, because: ${event.because}.`;
  }
}
