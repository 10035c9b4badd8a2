import type { Person } from '../domain/events.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

const ADDRESS = /^(.*?)\s*<([^<>]*)>\s*$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
/** A zone as IANA names it, or an offset from UTC: "Europe/London", "+02:00". */
const ZONE = /^(?:[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+|UTC|[+-]\d\d:\d\d)$/;

/**
 * Somebody as they stand in an address book: "Dana Reyes <dana@acme.com>, CFO, Europe/London". All but the name may be left
 * out; whether the zone is one is for others to say.
 */
export function parsePerson(text: string): Person | Refusal {
  const [first = '', ...details] = text.split(',').map((part) => part.trim());
  const [, named = first, email] = ADDRESS.exec(first) ?? [];
  const name = named.replace(/^"(.*)"$/, '$1').trim();
  if (!/\p{L}/u.test(name)) return refusePerson(text, 'it has no name');
  if (email !== undefined && !EMAIL.test(email)) return refusePerson(text, `"${email}" is no e-mail address`);
  const zone = details.find((part) => ZONE.test(part));
  const role = details.filter((part) => part !== zone && part !== '').join(', ');
  return { name, ...(email && { email }), ...(role && { role }), ...(zone && { zone }) };
}

function refusePerson(text: string, why: string): Refusal {
  return refuse(
    'person-not-understood',
    `"${text}" is not understood: ${why}.`,
    'For example: --person "Dana Reyes <dana@acme.com>, CFO, Europe/London"',
  );
}
