import { localDay, startOfDay } from '../calendar.ts';
import type { Commitment } from '../commitment.ts';
import { type Decision, on, refuseVerb, type Saying } from '../decision.ts';
import type { Moment } from '../moment.ts';
import { refuse } from '../refusal.ts';
import type { Situation } from '../situation.ts';
import { sayMoment } from '../wording.ts';

export interface SnoozeInput extends Saying {
  readonly until: Moment;
}

/** Hides its lines until a time; a day begins at its start. */
export function decideSnooze(commitment: Commitment, input: SnoozeInput, situation: Situation): Decision {
  const { calendar } = situation;
  const no = refuseVerb('snooze', commitment, input, situation);
  if (no) return no;
  const until =
    input.until.grain === 'day'
      ? { ...input.until, at: startOfDay(calendar, localDay(calendar, input.until.at)) }
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
