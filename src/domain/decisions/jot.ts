import { Refusal, refuse } from '../base/refusal.ts';
import type { Decision, Saying } from './decision.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';

export interface RememberInput extends Saying {
  readonly client: ClientMention;
  readonly text: string;
}

/**
 * Remembers a fact about a client, who may be new. The other lines of a conversation are recorded by other
 * verbs.
 */
export function decideRemember(_about: unknown, input: RememberInput, situation: Situation): Decision {
  const { client, text, at } = input;
  const mentioned = mentionClients([client], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [uid = ''] = mentioned.uids;
  if (at > situation.now) return refuse('said-in-future', 'That is still ahead.', 'Check --at.');
  return [
    ...mentioned.changes,
    { stream: { kind: 'client', uid }, event: { type: 'FactRemembered', text, at } },
  ];
}
