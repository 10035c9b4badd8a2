import { type Refusal, refuse } from '../../domain/base/refusal.ts';

const BEGINNING = /^BEGIN:\s*(VCALENDAR|VCARD)\s*$/im;

/** Whether a text is an iCalendar file; a Refusal for contacts, and for what only has the name of a calendar; null for all else. */
export function recogniseCalendar(content: string, name: string): 'ics' | Refusal | null {
  const [beginning, what] = BEGINNING.exec(content.slice(0, 100)) ?? [];
  if (beginning !== undefined && content.startsWith(beginning)) {
    return what?.toUpperCase() === 'VCALENDAR' ? 'ics' : refuseContacts();
  }
  if (/\.vcf$/.test(name)) return refuseContacts();
  return /\.(?:ics|ical|ifb|icalendar|vcs)$/.test(name) ? refuseOther() : null;
}

function refuseContacts(): Refusal {
  return refuse(
    'contacts',
    'These are contacts (vCard), without anything that is due.',
    'Nothing was imported. To record a client: followup client NAME --new --person "NAME <ADDRESS>"',
  );
}

function refuseOther(): Refusal {
  return refuse(
    'not-a-calendar',
    'This is no calendar: it does not begin with BEGIN:VCALENDAR.',
    'Nothing was imported. Export it again as iCalendar (.ics), or say what it is with --format.',
  );
}
