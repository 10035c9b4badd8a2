import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Person } from '../domain/streams/events.ts';

/** A name (quoted if it contains a comma), an e-mail address, and the rest. */
const ENTRY = /^\s*(?:"([^"]+)"|([^,<"]*))\s*(?:<([^<>]*)>)?\s*(?:,(.*))?$/s;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
/** Whether this has the form of an e-mail address. */
export function isAddress(text: string): boolean {
  return EMAIL.test(text);
}

/** An IANA zone or an offset from UTC: "Europe/London", "Etc/GMT+5", "+02:00". */
const ZONE = /^(?:[A-Z][A-Za-z_]+\/[A-Za-z0-9_/+-]+|UTC|[+-]\d\d:\d\d)$/;

/**
 * Reads a person as in an address book: "Dana Reyes <dana@acme.com>, CFO, Europe/London". Everything but the
 * name is optional. Whether the zone exists is checked elsewhere.
 */
export function parsePerson(text: string): Person | Refusal {
  const [, quoted, plain = '', address, rest = ''] = ENTRY.exec(text) ?? [];
  const details = rest.split(',').map((part) => part.trim());
  const name = (quoted ?? plain).trim();
  if (!/\p{L}/u.test(name)) return refusePerson(text, 'it has no name');
  const email = address ?? details.find(isAddress);
  if (email !== undefined && !isAddress(email))
    return refusePerson(text, `"${email}" is not an e-mail address`);
  const zone = details.find((part) => ZONE.test(part));
  const role = details.filter((part) => part !== zone && part !== email && part !== '').join(', ');
  return { name, ...(email && { email }), ...(role && { role }), ...(zone && { zone }) };
}

function refusePerson(text: string, why: string): Refusal {
  return refuse(
    'person-not-understood',
    `"${text}" is not understood: ${why}.`,
    'For example: --person "Dana Reyes <dana@acme.com>, CFO, Europe/London"',
  );
}
