import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { covers, dayOfIso, overlaps } from '../streams/away.ts';
import { sayDay } from '../time/wording.ts';
import type { Decision, Saying } from './decision.ts';
import type { Situation } from './situation.ts';

export interface AwayInput extends Saying {
  /** A new period away, or one to cancel; ISO dates. */
  readonly days:
    | { readonly first: string; readonly last: string; readonly note?: string | undefined }
    | { readonly cancel: string };
}

/** Longer than any holiday. A longer period means that somebody mistyped the year. */
const MOST_DAYS = 200;

/** Plans a period away, or cancels one. */
export function decideAway(_about: unknown, input: AwayInput, situation: Situation): Decision {
  const { days, at } = input;
  const { away, calendar } = situation;
  const say = (date: string) => sayDay(dayOfIso(date), calendar);
  if ('cancel' in days) {
    const stretch = away.find((period) => covers(period, days.cancel));
    return stretch
      ? [{ stream: { kind: 'away', uid: stretch.uid }, event: { type: 'AwayCancelled', at } }]
      : refuse('not-away', `You are not away on ${say(days.cancel)}.`, 'See: followup away');
  }
  const { first, last, note } = days;
  const length = dayOfIso(last) - dayOfIso(first) + 1;
  if (length < 1) {
    return refuse('away-backwards', `${say(last)} lies before ${say(first)}.`, 'Name the first day first.');
  }
  if (length > MOST_DAYS) {
    return refuse('away-too-long', `That is ${length} days.`, 'Check the year of the last day.');
  }
  const other = away.find((period) => overlaps(period, days));
  if (other) {
    return refuse(
      'away-already',
      `You are already away from ${say(other.first)} to ${say(other.last)}.`,
      `To plan again, first: followup away --cancel ${other.first}`,
    );
  }
  const planned = defined({ type: 'AwayPlanned' as const, first, last, note, at });
  return [{ stream: { kind: 'away', uid: situation.newId() }, event: planned }];
}
