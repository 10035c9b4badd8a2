import { type Change, isOn } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';

/** Words that went to a client, from an event of which they are the whole text. */
export interface SentText {
  readonly text: string;
  readonly at: Instant;
}

/** The events that may record words of mine. */
export const SENT_EVENTS = ['ContactRecorded', 'UpdateGiven', 'ReplyGiven', 'DateOffered'] as const;
export type SentEventType = (typeof SENT_EVENTS)[number];

/** The words of mine that an event records; null if it records none, or a contact of its own has them. */
export function sentTextIn(change: Change): SentText | null {
  if (isOn('contact', change)) {
    const { event } = change;
    return event.type === 'ContactRecorded' && event.direction === 'out' ? event : null;
  }
  if (!isOn('commitment', change)) return null;
  const { event } = change;
  switch (event.type) {
    case 'UpdateGiven':
    case 'ReplyGiven':
      return event.contact || !event.text ? null : { text: event.text, at: event.at };
    case 'DateOffered':
      return event.because ? { text: event.because, at: event.at } : null;
    default:
      return null;
  }
}

/** Whether an event tells the client a date: when something comes, or when they hear next. */
export function tellsDate({ event }: Change): boolean {
  switch (event.type) {
    case 'DateOffered':
    case 'DateAgreed':
    case 'DateMoved':
      return true;
    case 'PromiseMade':
      return !event.unsaid;
    case 'UpdateGiven':
      return event.next !== undefined || event.cadence !== undefined;
    default:
      return false;
  }
}
