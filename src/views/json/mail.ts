import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { toLocalIso } from '../local-iso.ts';
import type { MailItem } from '../words/mail.ts';

/** A message as programs see it. */
export function mailJson(item: MailItem, calendar: WorkCalendar): object {
  const { messageId, at, direction, client, about, kind, subject, text, elided } = item;
  return {
    messageId,
    date: toLocalIso(at, calendar),
    direction,
    client,
    about,
    kind: kind === 'taken-back' ? 'known' : kind,
    subject,
    text,
    elided,
  };
}
