import { Refusal } from '../../domain/base/refusal.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import { type Cadence, nextAfter } from '../../domain/time/cadence.ts';
import { isWorkingDay, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { addDuration, type Duration } from '../../domain/time/duration.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { sayElsewhere, sayInstant, sayMoment, sayZone } from '../../domain/time/wording.ts';
import { printable, printableJson } from '../printable.ts';
import { sayEstimate } from '../words/amount.ts';
import { sayRelative, toLocalIso } from '../words/time.ts';

/** A phrase and what it was understood as, or why not. */
export interface Understood {
  readonly phrase: string;
  readonly value: Moment | Duration | Cadence | Estimate | Refusal;
  /** Clock time of a duration, where it has one. */
  readonly seconds?: number | null;
}

/** A phrase as programs see it, on one line (design 4.3). */
export function phraseJson(understood: Understood, calendar: WorkCalendar): string {
  return printableJson(phraseFields(understood, calendar));
}

/** The fields of a phrase as programs see it. */
export function phraseFields({ phrase, value, seconds }: Understood, calendar: WorkCalendar): object {
  if (value instanceof Refusal) return { phrase, error: value.message };
  if ('rrule' in value) return { phrase, kind: 'cadence', rrule: value.rrule, text: value.text };
  if ('at' in value) {
    const text = sayMoment(value, calendar);
    const [at, until] = edgesOf(value, calendar);
    return { phrase, kind: 'date', at, ...(until && { until }), grain: value.grain, text };
  }
  if ('hours' in value) return { phrase, kind: 'effort', ...value, text: sayEffort(value) };
  return { phrase, kind: 'duration', ...(seconds != null && { seconds }), text: sayDuration(value) };
}

/** A phrase for programs that read lines. */
export function plainPhrase(understood: Understood, calendar: WorkCalendar): string[] {
  const { phrase, value } = understood;
  if (value instanceof Refusal) return [phrase, 'error', value.message];
  if ('rrule' in value) return [phrase, 'cadence', value.rrule];
  if ('hours' in value) return [phrase, 'effort', sayEffort(value)];
  return 'at' in value
    ? [phrase, 'date', ...edgesOf(value, calendar)]
    : [phrase, 'duration', sayDuration(value)];
}

/** When it is, or from when until when. */
function edgesOf({ at, from }: Moment, calendar: WorkCalendar): string[] {
  return [from, at].flatMap((each) => (each === undefined ? [] : toLocalIso(each, calendar)));
}

/** What a phrase means, in full; a duration and a cadence by where they lead from now. */
export function showPhrase(
  value: Moment | Duration | Cadence | Estimate,
  now: Instant,
  calendar: WorkCalendar,
): string {
  if ('hours' in value) return `${sayEffort(value)} of work`;
  if ('rrule' in value) {
    const next = nextAfter(value, now, calendar);
    return `${value.text} (${value.rrule}); after a word now, the next by ${sayInstant(next, calendar)}`;
  }
  if ('at' in value) {
    const isWorked = isWorkingDay(calendar, localDay(calendar, value.at));
    const day = isWorked ? ', the end of that working day' : ', which is no working day';
    const grain = value.grain === 'day' ? day : '';
    const zone = value.zone === calendar.zone ? value.zone : sayThere(value, calendar);
    return `${sayMoment(value, calendar)}, ${sayRelative(value.at, now, calendar)}${grain} (${zone})`;
  }
  return `${sayDuration(value)}; from now until ${sayInstant(addDuration(calendar, now, value), calendar)}`;
}

/** A moment by the clock of the zone that was said: "17:00 London", "14:00-15:00 Tokyo". */
function sayThere({ at, from, zone }: Moment, calendar: WorkCalendar): string {
  const end = sayElsewhere(at, zone, calendar);
  const start =
    from === undefined ? '' : sayElsewhere(from, zone, calendar).replace(` ${sayZone(zone)}`, '-');
  return `${start}${end}`;
}

function sayEffort({ hours, range }: Estimate): string {
  return sayEstimate(hours, range);
}

/** A duration in words: "1 month 3 days", "2 working days". Safe to print. */
export function sayDuration(duration: Duration): string {
  const seconds = duration.seconds ?? 0;
  const minutes = duration.workingMinutes ?? 0;
  const parts: readonly (readonly [number, string])[] = [
    [duration.months ?? 0, 'month'],
    [duration.days ?? 0, 'day'],
    [duration.workingDays ?? 0, 'working day'],
    [Math.floor(minutes / 60), 'working hour'],
    [minutes % 60, 'working minute'],
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ];
  const said = parts
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return printable(said.join(' ') || 'no time');
}
