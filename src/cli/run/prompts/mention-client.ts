import { findClient } from '../../../app/clients.ts';
import { Refusal, refuse } from '../../../domain/base/refusal.ts';
import { acceptText } from '../../../domain/base/text.ts';
import { type ClientMention, candidatesIn, refuseMatch } from '../../../domain/decisions/mention-clients.ts';
import type { Client } from '../../../domain/streams/client.ts';
import { matchClient } from '../../../domain/streams/match-client.ts';
import { readClients } from '../../../store/queries.ts';
import type { Call } from '../call.ts';
import type { Session } from '../session/session.ts';
import { askWhether } from './ask.ts';

/** A command that can name a new client, and so has the option to say that it is one. */
export type NamesClients = Call<unknown, { readonly newClient: boolean }>;

/** A client as named. If it is unclear who is meant, this asks in a terminal; elsewhere the decision refuses it. */
export async function mentionClient(
  call: NamesClients,
  name: string | undefined,
): Promise<ClientMention | undefined> {
  if (!name?.trim()) return undefined;
  const typed = readName(name);
  if (call.options.newClient) return { name: typed, isNew: true };
  const candidates = candidatesIn(matchClient(typed, knownClients(call)));
  const [candidate, ...others] = candidates;
  if (!candidate) return { name: typed, isNew: false };
  if (others.length > 0) return chooseAmong(call, typed, candidates);
  const isMeant = await askWhether(call, `There is no client "${typed}". Do you mean ${candidate.name}?`);
  return isMeant ? { name: candidate.name, isNew: false } : { name: typed, isNew: isMeant === false };
}

async function chooseAmong(
  call: NamesClients,
  name: string,
  candidates: readonly Client[],
): Promise<ClientMention> {
  if (!call.isInteractive) return { name, isNew: false };
  const prompts = await call.session.prompts();
  return prompts.chooseFromList(`Who is "${name}"?`, [
    ...candidates.map((client) => ({ name: client.name, value: { name: client.name, isNew: false } })),
    { name: `a new client, ${name}`, value: { name, isNew: true } },
  ]);
}

/** Like `mentionClient`, for a client who is meant for several decisions. Throws a Refusal if it stays unclear. */
export async function mentionClearly(
  call: NamesClients,
  name: string | undefined,
): Promise<ClientMention | undefined> {
  const mention = await mentionClient(call, name);
  if (!mention || mention.isNew) return mention;
  const match = matchClient(mention.name, knownClients(call));
  if (candidatesIn(match).length > 0) throw refuseMatch(mention.name, match);
  return mention;
}

/**
 * A client who is there already, for words that are recorded. A name that may mean them is asked about in a terminal, and refused
 * elsewhere. Throws a Refusal.
 */
export async function mentionKnown(call: Call, name: string): Promise<Client> {
  const { db } = call.session.open('read');
  const match = matchClient(name, readClients(db));
  if ('found' in match) return match.found;
  const candidates = candidatesIn(match);
  const [candidate, ...others] = candidates;
  if (!candidate) return findClient(db, name);
  if (others.length > 0 && call.isInteractive) {
    const prompts = await call.session.prompts();
    const choices = candidates.map((client) => ({ name: client.name, value: client }));
    return prompts.chooseFromList(`Who is "${name}"?`, choices);
  }
  const isMeant =
    others.length === 0 &&
    (await askWhether(call, `There is no client "${name}". Do you mean ${candidate.name}?`));
  if (isMeant) return candidate;
  throw refuse(
    others.length > 0 ? 'client-ambiguous' : 'client-near-miss',
    `There is no client "${name}", but there is ${candidates.map((client) => client.name).join(', ')}.`,
    'Use that name.',
  );
}

function knownClients({ session }: NamesClients): readonly Client[] {
  return readClients(session.open('read').db);
}

/** A name as typed. Throws a Refusal for what cannot be one. */
export function readName(typed: string): string {
  const name = acceptText(typed.trim(), 'title');
  if (/[\p{L}\p{N}]/u.test(name)) return name;
  throw new Refusal('client-missing', `"${name}" is not a name.`, 'Name the client.');
}

/**
 * The client in an argument. If it was left out, this lets the user choose in a terminal, and refuses
 * elsewhere.
 */
export async function clientOrChoose(call: NamesClients, name: string | undefined): Promise<ClientMention> {
  if (name === undefined) {
    if (!call.isInteractive) throw call.refuseMissing('client');
    const { chooseClient } = await import('./choose.ts');
    return { name: await chooseClient(call.session), isNew: false };
  }
  const client = await mentionClient(call, name);
  if (client) return client;
  throw refuse('client-missing', 'Who was it with?', 'Name the client first.');
}

/** The client that a viewing command is limited to; null for all. Throws a Refusal. */
export function findFilter(session: Session, name: string | undefined): Client | null {
  return name === undefined ? null : findClient(session.open('read').db, name);
}
