import { findClient } from '../../../app/clients.ts';
import { Refusal, refuse } from '../../../domain/base/refusal.ts';
import type { ClientMention } from '../../../domain/decisions/mention-clients.ts';
import type { Client } from '../../../domain/streams/client.ts';
import { matchClient } from '../../../domain/streams/match-client.ts';
import { readClients } from '../../../store/queries.ts';
import type { Call } from '../call.ts';
import type { Session } from '../session/session.ts';

/** A command that can name a new client, and so has the option to say that it is one. */
export type NamesClients = Call<unknown, { readonly newClient: boolean }>;

/** A client as named. For a near miss this asks in a terminal; elsewhere the decision refuses it. */
export async function mentionClient(
  call: NamesClients,
  name: string | undefined,
): Promise<ClientMention | undefined> {
  const trimmed = name?.trim();
  if (!trimmed) return undefined;
  const { session } = call;
  if (!/[\p{L}\p{N}]/u.test(trimmed)) {
    throw new Refusal('client-missing', `"${trimmed}" is not a name.`, 'Name the client.');
  }
  if (call.options.newClient) return { name: trimmed, isNew: true };
  const match = matchClient(trimmed, readClients(session.open('read').db));
  const [near] = 'near' in match ? match.near : [];
  if (!near || (!call.isInteractive && !session.globals.yes)) return { name: trimmed, isNew: false };
  if (session.globals.yes) return { name: near.name, isNew: false };
  const prompts = await session.prompts();
  const meant = await prompts.confirm(`There is no client "${trimmed}". Do you mean ${near.name}?`);
  return meant ? { name: near.name, isNew: false } : { name: trimmed, isNew: true };
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
