import { defined } from '../base/defined.ts';
import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import { wakeClient } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { reopenTalks } from './talk.ts';

export interface ReopenInput extends Saying {
  readonly because?: string | undefined;
}

/** Opens a closed commitment again, in its last open state; its dates stand. */
export function decideReopen(commitment: Commitment, input: ReopenInput, situation: Situation): Decision {
  const no = refuseVerb('reopen', commitment, input, situation);
  if (no) return no;
  const { at, because } = input;
  const client = situation.clients.find(({ uid }) => uid === commitment.client);
  return [
    ...(client ? wakeClient(client, at) : []),
    on(commitment, defined({ type: 'Reopened' as const, because, at })),
    ...reopenTalks(commitment, at, situation),
  ];
}
