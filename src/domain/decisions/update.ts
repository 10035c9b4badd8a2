import type { Cadence } from '../cadence.ts';
import type { Commitment } from '../commitment.ts';
import { type Decision, known, on, refuseDate, refuseVerb, type Saying } from '../decision.ts';
import type { Moment } from '../moment.ts';
import { refuse } from '../refusal.ts';
import type { Situation } from '../situation.ts';

export interface UpdateInput extends Saying {
  readonly text: string;
  /** When the next update was promised, in place of one occurrence of the cadence. */
  readonly next?: Moment | undefined;
  /** How often updates are owed from now on. */
  readonly cadence?: Cadence | undefined;
}

/** Records that they were told where it stands, news or none. */
export function decideUpdate(commitment: Commitment, input: UpdateInput, situation: Situation): Decision {
  const { text, next, cadence, at, via } = input;
  const no = refuseVerb('update', commitment, input, situation) ?? refuseDate(next, input, situation);
  if (no) return no;
  if (!text) {
    return refuse(
      'text-missing',
      'What were they told?',
      `Say it: followup update ${commitment.number} "nothing new yet, we have not forgotten you"`,
    );
  }
  return [on(commitment, known({ type: 'UpdateGiven' as const, text, next, cadence, at, via }))];
}
