import { type Commitment, isAwaited } from '../../../domain/streams/commitment.ts';
import type { Call } from '../call.ts';
import { askWhether } from './ask.ts';

/** Whether with their words came what they had promised; where it was a question, the words are the answer. */
export async function askWhetherItCame(call: Call, about: Commitment | null | undefined): Promise<boolean> {
  if (!about || !isAwaited(about) || about.question !== null) return false;
  return (await askWhether(call, `Has it come: ${about.title}?`, false)) ?? false;
}
