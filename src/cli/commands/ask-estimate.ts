import { forecastOf } from '../../app/workload.ts';
import type { Workable } from '../../domain/planning/work-left.ts';
import { sayRoundHours } from '../../views/words/amount.ts';
import { readEstimate } from '../run/arguments/effort.ts';
import type { Call } from '../run/call.ts';

/** Asks in a terminal how much work something is; undefined if there is no answer, or nobody to ask. */
export async function askEstimate(call: Call, work: Workable) {
  if (!call.isInteractive) return undefined;
  const { hours } = forecastOf(call.session.open('read')).workLeft(work);
  const prompts = await call.session.prompts();
  return prompts.askUntilRead(
    `How much work is it? (3h, 1.5d, 2-3d; Enter: about ${sayRoundHours(hours)})`,
    (words) => readEstimate(words, call.session),
  );
}
