import { quoteForShell } from '../base/quote-for-shell.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import type { Client } from '../streams/client.ts';
import type { Person } from '../streams/events.ts';
import { findPerson, matchClient } from '../streams/match-client.ts';
import { ownDomainOf } from './address.ts';
import { isMine, type UnknownCorrespondent } from './correspondent.ts';
import type { Mailbox, MailHead } from './message.ts';

/**
 * The refusal of a message of which nobody knows whose it is, with the command that would record it; `me` are my addresses.
 */
export function refuseUnknown(
  head: MailHead,
  unknown: UnknownCorrespondent,
  clients: readonly Client[],
  me: readonly string[],
): Refusal {
  const { mailbox } = unknown;
  if (mailbox === null) {
    return refuse(
      'to-yourself',
      'it is from you, and to nobody but you',
      'What is meant for a client is recorded with: followup told CLIENT TEXT',
    );
  }
  const likely = likelyClients(unknown, clients);
  const commands = (likely.length > 0 ? likely : [null]).map((client) => recording(mailbox, client));
  const own =
    me.length === 0 && !isMine(head, me)
      ? ` If it is your own address: followup config me.email ${quoteForShell(mailbox.address)}`
      : '';
  return unknown.candidates.length > 1
    ? refuse(
        'correspondent-ambiguous',
        `${mailbox.address} may belong to ${unknown.candidates.map(({ name }) => name).join(' or ')}`,
        `Say to whom, and take it in again: ${commands.join(' or ')}${own}`,
      )
    : refuse(
        'correspondent-unknown',
        `no client has the address ${mailbox.address}`,
        `Say whose it is, and take it in again: ${commands.join(' or ')}.${own}`,
      );
}

/** The clients that an unknown address probably belongs to: by its domain, the name beside it, or the name in its domain. */
export function likelyClients(
  { mailbox, candidates }: UnknownCorrespondent,
  clients: readonly Client[],
): readonly Client[] {
  if (candidates.length > 0 || mailbox === null) return candidates;
  const namesakes = mailbox.name === '' ? [] : clients.filter((client) => findPerson(client, mailbox.name));
  if (namesakes.length > 0) return namesakes;
  const [label = ''] = ownDomainOf(mailbox.address)?.split('.').slice(-2) ?? [];
  const match = matchClient(label, clients);
  return 'found' in match ? [match.found] : [];
}

/** Somebody by the name beside their address, or by the address if there is none. If the client knows them, it is a further address. */
export function personBehind({ name, address }: Mailbox, client: Client | null): Person {
  const known = client && name !== '' ? findPerson(client, name) : undefined;
  if (known?.email === undefined) return { name: known?.name ?? nameOf(name, address), email: address };
  return { name: known.name, email: known.email, otherEmails: [...(known.otherEmails ?? []), address] };
}

function nameOf(name: string, address: string): string {
  const plain = name
    .replace(/["<>,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\p{L}/u.test(plain) && !plain.includes('@')) return plain;
  const [local = ''] = address.split('@');
  return /\p{L}/u.test(local) ? local : address;
}

function recording(mailbox: Mailbox, client: Client | null): string {
  const person = `${nameOf(mailbox.name, mailbox.address)} <${mailbox.address}>`;
  const whom = client === null ? 'NAME --new' : quoteForShell(client.name);
  return `followup client ${whom} --person ${quoteForShell(person)}`;
}
