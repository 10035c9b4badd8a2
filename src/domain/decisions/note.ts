import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface NoteInput extends Saying {
  readonly text: string;
  /** Evidence: a path or a web address. */
  readonly link?: string | undefined;
}

/** Records a note. Nobody was told, so no clock restarts. */
export function decideNote(commitment: Commitment, input: NoteInput, situation: Situation): Decision {
  const { text, link, at } = input;
  const no = refuseVerb('note', commitment, input, situation);
  if (no) return no;
  if (!text && !link)
    return refuse('text-missing', 'What is the note?', `Use: followup note ${commitment.number} TEXT`);
  return [on(commitment, defined({ type: 'NoteAdded' as const, text, link, at }))];
}
