import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { toLocalIso } from '../local-iso.ts';
import type { MailItem } from '../words/mail.ts';

/** What programs need not tell apart: it was recorded once, or it is no word to a client or from one. */
const AS_KIND: Readonly<Partial<Record<MailItem['kind'], MailItem['kind']>>> = {
  'taken-back': 'known',
  elsewhere: 'automatic',
};

/** A message as programs see it. */
export function mailJson(item: MailItem, calendar: WorkCalendar): object {
  const { messageId, at, direction, client, about, kind, subject, text, elided } = item;
  return {
    messageId,
    date: toLocalIso(at, calendar),
    direction,
    client,
    about,
    kind: AS_KIND[kind] ?? kind,
    subject,
    text,
    elided,
  };
}
