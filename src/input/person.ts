import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Person } from '../domain/streams/events.ts';

/** A name, quoted where it holds a comma, perhaps with an e-mail address, and what stands behind it. */
const ENTRY = /^\s*(?:"([^"]+)"|([^,<"]*))\s*(?:<([^<>]*)>)?\s*(?:,(.*))?$/s;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
/** A zone as IANA names it, or an offset from UTC: "Europe/London", "Etc/GMT+5", "+02:00". */
const ZONE = /^(?:[A-Z][A-Za-z_]+\/[A-Za-z0-9_/+-]+|UTC|[+-]\d\d:\d\d)$/;

/**
 * Somebody as they stand in an address book: "Dana Reyes <dana@acme.com>, CFO, Europe/London". All but the name may be left
 * out; whether the zone is one is for others to say.
 */
export function parsePerson(text: string): Person | Refusal {
  const [, quoted, plain = '', address, rest = ''] = ENTRY.exec(text) ?? [];
  const details = rest.split(',').map((part) => part.trim());
  const name = (quoted ?? plain).trim();
  if (!/\p{L}/u.test(name)) return refusePerson(text, 'it has no name');
  const email = address ?? details.find((part) => EMAIL.test(part));
  if (email !== undefined && !EMAIL.test(email)) return refusePerson(text, `"${email}" is no e-mail address`);
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
