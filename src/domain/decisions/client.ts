import type { Client } from '../client.ts';
import { type Decision, known, type Saying } from '../decision.ts';
import { refuse } from '../refusal.ts';
import type { Situation } from '../situation.ts';

export interface ClientInput extends Saying {
  readonly client: Client;
  /** IANA name of the zone that they live in; null takes it away, undefined leaves it. */
  readonly zone?: string | null | undefined;
}

/** Puts right what is known about a client; said again it changes nothing. */
export function decideClient(_about: unknown, input: ClientInput, situation: Situation): Decision {
  const { client, zone, at } = input;
  const current = situation.clients.find(({ uid }) => uid === client.uid);
  if (!current)
    return refuse('no-such-client', `There is no client "${client.name}" any more.`, 'See: followup client');
  if (zone === undefined || zone === current.zone) return [];
  const changed = known({ type: 'ClientDetailsChanged' as const, zone, at });
  return [{ stream: { kind: 'client', uid: client.uid }, event: changed }];
}
