import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { toLocalIso } from '../local-iso.ts';
import type { MailItem } from '../words/mail.ts';

/** A message as fields: when, direction, client, number, kind, subject, Message-ID. */
export function plainMail(item: MailItem, calendar: WorkCalendar): string[] {
  const { messageId, at, direction, client, about, kind, subject } = item;
  return [toLocalIso(at, calendar), direction, client ?? '', String(about ?? ''), kind, subject, messageId];
}
