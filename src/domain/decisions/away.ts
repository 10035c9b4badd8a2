import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { type AwaySpan, covers, evolveAway, isBackwards, overlaps, withAway } from '../streams/away.ts';
import type { Change } from '../streams/events.ts';
import { shiftsOf } from '../streams/standing-outlook.ts';
import { type WorkCalendar, withoutAway } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import type { Instant } from '../time/moment.ts';
import { sayDay } from '../time/wording.ts';
import { type Decision, on, type Saying } from './decision.ts';
import type { Situation } from './situation.ts';

export interface AwayInput extends Saying {
  /** A new period away, or one to cancel; ISO dates, and clock times if it does not take whole days. */
  readonly days:
    | (AwaySpan & { readonly note?: string | undefined })
    | { readonly cancel: string; readonly time?: string | undefined };
}

/** Longer than any holiday. A longer period means that somebody mistyped the year. */
const MOST_DAYS = 200;

/** Plans a period away, or cancels one. */
export function decideAway(_about: unknown, input: AwayInput, situation: Situation): Decision {
  const { days, at } = input;
  const { away, calendar } = situation;
  const say = (date: string, time?: string) =>
    [sayDay(dayOfIso(date), calendar), time].filter(Boolean).join(' ');
  if ('cancel' in days) {
    const [stretch, another] = away.filter((period) => covers(period, days.cancel, days.time));
    if (another) {
      return refuse(
        'away-twice',
        `You are away more than once on ${say(days.cancel)}.`,
        `Say which time: followup away --cancel "${days.cancel} ${another.beginsAt}"`,
      );
    }
    if (!stretch) return refuse('not-away', `You are not away on ${say(days.cancel)}.`, 'See: followup away');
    const left = away.filter((period) => period !== stretch);
    return [
      { stream: { kind: 'away', uid: stretch.uid }, event: { type: 'AwayCancelled', at } },
      ...shiftOpenTimes(withAway(withoutAway(calendar), left), at, situation),
    ];
  }
  const { first, last, beginsAt, endsAt, note } = days;
  const length = dayOfIso(last) - dayOfIso(first) + 1;
  if (isBackwards(days)) {
    if (first === last) {
      return refuse('away-backwards', `${endsAt} is not after ${beginsAt}.`, 'Name the earlier time first.');
    }
    return refuse('away-backwards', `${say(last)} lies before ${say(first)}.`, 'Name the first day first.');
  }
  if (length > MOST_DAYS) {
    return refuse('away-too-long', `That is ${length} days.`, 'Check the year of the last day.');
  }
  const other = away.find((period) => overlaps(period, days));
  if (other) {
    return refuse(
      'away-already',
      `You are already away from ${say(other.first, other.beginsAt)} to ${say(other.last, other.endsAt)}.`,
      `To plan again, first: followup away --cancel ${other.beginsAt ? `"${other.first} ${other.beginsAt}"` : other.first}`,
    );
  }
  const planned = defined({ type: 'AwayPlanned' as const, first, last, beginsAt, endsAt, note, at });
  const uid = situation.newId();
  const period = evolveAway(null, planned, uid);
  return [
    { stream: { kind: 'away', uid }, event: planned },
    ...(period ? shiftOpenTimes(withAway(calendar, [period]), at, situation) : []),
  ];
}

/** What was opened of standing promises and is still ahead comes on the day that its rule for days off says now. */
function shiftOpenTimes(calendar: WorkCalendar, at: Instant, situation: Situation): Change[] {
  return situation.standings.flatMap((standing) =>
    shiftsOf(standing, situation.occurrencesOf(standing.uid), calendar, situation.now).map(({ time, due }) =>
      on(time, { type: 'OccurrenceShifted', due, at }),
    ),
  );
}
