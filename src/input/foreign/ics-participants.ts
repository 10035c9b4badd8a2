import type ICAL from 'ical.js';
import type { Attendee, Participants } from '../../domain/mail/other-side.ts';

/** Who takes part in an entry; rooms do not. */
export function participantsOf(component: ICAL.Component): Participants {
  const organizer = component.getFirstProperty('organizer');
  return {
    organizer: organizer && mailboxOf(organizer),
    attendees: component.getAllProperties('attendee').flatMap((property): Attendee | [] => {
      const mailbox = mailboxOf(property);
      const type = parameter(property, 'cutype').toUpperCase();
      if (mailbox === null || type === 'ROOM' || type === 'RESOURCE') return [];
      return { ...mailbox, hasDeclined: parameter(property, 'partstat').toUpperCase() === 'DECLINED' };
    }),
  };
}

/** Somebody with a name or an address; null if there is neither. */
function mailboxOf(property: ICAL.Property): Attendee | null {
  const value = String(property.getFirstValue() ?? '').trim();
  const [address = ''] = [value.replace(/^mailto:/i, ''), parameter(property, 'email')].filter(isAddress);
  const name = parameter(property, 'cn')
    .replace(/^['"]+|['"]+$/g, '')
    .trim();
  if (name === '' && address === '') return null;
  return { name: isAddress(name) ? '' : name, address: address.toLowerCase(), hasDeclined: false };
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

function parameter(property: ICAL.Property, name: string): string {
  return String(property.getFirstParameter(name) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
