import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import { startOfDay } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import type { Moment } from '../time/moment.ts';
import { sayMoment } from '../time/wording.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface SnoozeInput extends Saying {
  readonly until: Moment;
}

/** Hides a commitment until a time; a day means its start. */
export function decideSnooze(commitment: Commitment, input: SnoozeInput, situation: Situation): Decision {
  const { calendar } = situation;
  const no = refuseVerb('snooze', commitment, input, situation);
  if (no) return no;
  const until =
    input.until.grain === 'day'
      ? { ...input.until, at: startOfDay(calendar, dayMeant(input.until, calendar)) }
      : input.until;
  if (until.at <= situation.now) {
    return refuse(
      'date-past',
      `${sayMoment(until, calendar)} has passed.`,
      'Snooze to a time that lies ahead, such as "tomorrow" or "3pm".',
    );
  }
  return [on(commitment, { type: 'Snoozed', until, at: input.at })];
}
