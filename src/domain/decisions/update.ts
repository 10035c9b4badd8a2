import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { type Commitment, hasUpdateClock } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseDate, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';
import { keepTalk, refuseAboutTalk } from './talk.ts';

export interface UpdateInput extends Saying {
  readonly text: string;
  /** The next update, if a time for it was promised. It replaces one occurrence of the cadence. */
  readonly next?: Moment | undefined;
  /** How often updates are owed from now on. */
  readonly cadence?: Cadence | undefined;
  /** The contact that these words are part of. */
  readonly contact?: string | undefined;
}

/** Records that I told them where it stands, with or without news. */
export function decideUpdate(commitment: Commitment, input: UpdateInput, situation: Situation): Decision {
  const { text, next, cadence, contact, at, via } = input;
  const no =
    refuseVerb('update', commitment, input, situation) ??
    refuseDate(next, input, situation) ??
    refuseAboutTalk(commitment, (complaint) => `followup update ${complaint} TEXT`, situation);
  if (no) return no;
  const { kind } = commitment;
  const what = commitment.occurrence ? 'it comes again by itself' : `it is ${KIND_TRAITS[kind].withArticle}`;
  const isComplaint = kind === 'complaint';
  if ((next || cadence) && !hasUpdateClock(commitment) && !isComplaint) {
    return refuse(
      'no-updates-owed',
      `No updates are owed on ${commitment.number}: ${what}.`,
      `To see it again later: followup snooze ${commitment.number} WHEN`,
    );
  }
  if (!text) {
    return refuse(
      'text-missing',
      'What were they told?',
      `Say it: followup update ${commitment.number} "nothing new yet, we have not forgotten you"`,
    );
  }
  // When we speak again about a complaint is a promise of its own.
  const told = {
    type: 'UpdateGiven' as const,
    text,
    next: isComplaint ? undefined : next,
    cadence,
    contact,
    at,
    via,
  };
  return [on(commitment, defined(told)), ...keepTalk(commitment, input, next, situation)];
}
