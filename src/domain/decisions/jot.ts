import { quoteForShell } from '../base/quote-for-shell.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import { type AgreeInput, decideAgree } from './agree.ts';
import type { Decision, Saying } from './decision.ts';
import { refuseAnotherClient } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';

export interface RememberInput extends Saying {
  readonly client: ClientMention;
  readonly text: string;
}

export interface AgreedInTalkInput extends AgreeInput {
  /** The client that the conversation was with. */
  readonly client: ClientMention;
}

/** Agrees on the date of a commitment in a conversation, which has to concern the client that it was with. */
export function decideAgreedInTalk(
  commitment: Commitment,
  { client, ...input }: AgreedInTalkInput,
  situation: Situation,
): Decision {
  const mentioned = mentionClients([client], input.at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [uid = ''] = mentioned.uids;
  const other = refuseAnotherClient(
    commitment,
    { uid, name: client.name },
    `Check the number; what is open for them: followup list --client ${quoteForShell(client.name)}`,
  );
  return other ?? decideAgree(commitment, input, situation);
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
