import { addressesOf, type Client } from '../streams/client.ts';
import type { Person } from '../streams/events.ts';
import { goesBy } from '../streams/match-client.ts';
import { isSameAddress, ownDomainOf } from './address.ts';
import type { Mailbox, MailHead } from './message.ts';

/** The client that a message is from or to, and the person there, if they are known. */
export interface Correspondent {
  readonly client: Client;
  readonly person: Person | null;
  /** Other clients that it is to. */
  readonly others: readonly Client[];
}

/** Nobody knows whose the message is. */
export interface UnknownCorrespondent {
  /** Whose address decides: the sender, or the first recipient. Null if I wrote to nobody but myself. */
  readonly mailbox: Mailbox | null;
  /** Clients that it may be; none if nothing speaks for any. */
  readonly candidates: readonly Client[];
}

/** Whether a message is my own, by my addresses. */
export function isMine({ from }: Pick<MailHead, 'from'>, me: readonly string[]): boolean {
  return me.some((address) => isSameAddress(address, from.address));
}

/**
 * The client that a message concerns: the one whose person sent it (From, then Reply-To), else the one to whom alone the
 * domain of the address belongs, unless that is a public provider's. For my own message the recipients decide, in
 * order.
 */
export function findCorrespondent(
  head: Pick<MailHead, 'from' | 'replyTo' | 'recipients'>,
  clients: readonly Client[],
  me: readonly string[],
): Correspondent | UnknownCorrespondent {
  const isOutgoing = isMine(head, me);
  const named = isOutgoing ? head.recipients : [head.from, ...head.replyTo];
  const mailboxes = named.filter(({ address }) => !me.some((mine) => isSameAddress(mine, address)));
  const found = mailboxes.map((mailbox) => ({ mailbox, ...clientsOf(mailbox, clients) }));
  const surest = (['person', 'domain'] as const).flatMap((by) =>
    found.filter((each) => each.by === by && each.clients.length === 1),
  );
  const [first, ...more] = surest;
  const client = first?.clients[0];
  if (!first || !client) {
    const [unclear] = found.filter((each) => each.clients.length > 1);
    const { mailbox = null, clients: candidates = [] } = unclear ?? found[0] ?? {};
    return { mailbox, candidates };
  }
  const others = isOutgoing
    ? more.flatMap((each) => each.clients).filter(({ uid }) => uid !== client.uid)
    : [];
  return { client, person: personWith(first.mailbox, client), others: [...new Set(others)] };
}

/** The clients that an address may belong to, and what says so. Those who are retired count if no other does. */
function clientsOf(
  { address }: Mailbox,
  clients: readonly Client[],
): { readonly by: 'person' | 'domain' | null; readonly clients: readonly Client[] } {
  const theirs = active(
    clients.filter((client) => personWith({ address }, client) || goesBy(client, address)),
  );
  if (theirs.length > 0) return { by: 'person', clients: theirs };
  const domain = ownDomainOf(address);
  const there = domain === null ? [] : active(clients.filter((client) => isAt(domain, client)));
  return there.length > 0 ? { by: 'domain', clients: there } : { by: null, clients: [] };
}

function active(clients: readonly Client[]): readonly Client[] {
  const going = clients.filter(({ retiredAt }) => retiredAt === null);
  return going.length > 0 ? going : clients;
}

function personWith({ address }: Pick<Mailbox, 'address'>, { people }: Client): Person | null {
  return people.find((person) => addressesOf(person).some((each) => isSameAddress(each, address))) ?? null;
}

function isAt(domain: string, { people }: Client): boolean {
  return people.some((person) => addressesOf(person).some((each) => ownDomainOf(each) === domain));
}
