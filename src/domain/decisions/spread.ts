import type { Client } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, refuseVerb, type Saying } from './guards.ts';
import type { Situation } from './situation.ts';

export interface SpreadInput extends Saying {
  readonly moment: Moment;
}

/** Plans the next update for a time, in place of the one that is late: a word to nobody, and no date moves. */
export function decideUpdateTime(commitment: Commitment, input: SpreadInput, situation: Situation): Decision {
  const { moment, at } = input;
  return (
    refuseVerb('update', commitment, input, situation) ?? [
      on(commitment, { type: 'UpdatePlanned', next: moment, at }),
    ]
  );
}

/** Plans the next word to a client who has heard nothing for too long. */
export function decideWordTime(
  _about: unknown,
  { client, moment, at }: SpreadInput & { readonly client: Client },
): Decision {
  return [{ stream: { kind: 'client', uid: client.uid }, event: { type: 'WordPlanned', next: moment, at } }];
}
