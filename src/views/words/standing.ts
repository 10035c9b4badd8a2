import type { LineOf } from '../../domain/agenda/attention.ts';
import type { Pause, StandingRecord } from '../../domain/streams/standing.ts';
import type { StandingEvent } from '../../domain/streams/standing-events.ts';
import type { StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import type { Occurrence, OnDaysOff } from '../../domain/time/occurrences.ts';
import { sayDay, sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEstimate } from './amount.ts';
import { because, by } from './story-clauses.ts';
import { sayDate } from './time.ts';

/** "3 missed since 6 Nov", of times that nobody has answered for. */
export function sayMissedTimes({ count, first }: LineOf<'missed'>, view: ViewContext): string {
  const since = first.due && sayDate(first.due, view);
  return count === 1 ? `missed: ${since}` : `${count} missed since ${since}`;
}

/** How often it was kept: "kept 11 of 12". Nothing as long as none has a result. */
export function sayKept({ kept, late, missed }: StandingRecord): string | null {
  const all = kept + late + missed;
  return all === 0 ? null : `kept ${kept} of ${all}`;
}

/** How often it was kept, and what became of the others: "kept 11 of 12, 1 late". Nothing as long as none has a result. */
export function sayRecord({ kept, late, missed }: StandingRecord): string | null {
  const all = sayKept({ kept, late, missed });
  if (all === null) return null;
  return [all, ...(late > 0 ? [`${late} late`] : []), ...(missed > 0 ? [`${missed} missed`] : [])].join(', ');
}

/** "weekly status (7), fridays at 16:00: kept 11 of 12, 1 missed". Safe to print. */
export function sayStanding({ standing, record, last }: StandingOutlook, view: ViewContext): string {
  const whose = standing.kind === 'awaiting' ? ` from ${nameOf(standing.who, view)}` : '';
  const number = last === null ? '' : ` (${last.number})`;
  const kept = sayRecord(record);
  return printable(
    `${standing.title}${whose}${number}, ${standing.cadence.text}${kept === null ? '' : `: ${kept}`}`,
  );
}

const ON_DAYS_OFF_WORDS: Readonly<Record<OnDaysOff, string>> = {
  before: 'the working day before',
  after: 'the working day after',
  keep: 'as it is',
};

/** What becomes of a time that falls on a day off: for what they do, only public holidays are. */
export function sayOnDaysOff(onDaysOff: OnDaysOff): string {
  return ON_DAYS_OFF_WORDS[onDaysOff];
}

/** "from Mon 6 Apr to Fri 17 Apr: they are closed". */
export function sayPause({ first, last, because: why }: Pause, { calendar, now }: ViewContext): string {
  const days =
    first === last
      ? sayDay(dayOfIso(first), calendar, now)
      : `${sayDay(dayOfIso(first), calendar, now)} to ${sayDay(dayOfIso(last), calendar, now)}`;
  return `${days}: ${printable(why)}`;
}

/** "Fri 25 Dec is a day off: it comes on Thu 24 Dec". */
export function sayShifted(
  { instead, due }: Occurrence,
  there: WorkCalendar,
  { calendar, now }: ViewContext,
): string {
  const day = instead === null ? '' : sayDay(instead, calendar, now);
  return `${day} is off: it comes on ${sayDay(localDay(there, due.at), calendar, now)}`;
}

/** One event of a standing promise as a sentence of its story. Safe to print. */
export function sayStandingEvent(event: StandingEvent, view: ViewContext): string {
  const { calendar } = view;
  const day = (date: string) => sayDay(dayOfIso(date), calendar);
  switch (event.type) {
    case 'StandingPromiseMade':
      return printable(
        `Promised ${event.cadence.text}${by(event.via)}${event.until === undefined ? '' : `, until ${day(event.until)}`}.`,
      );
    case 'StandingPromiseChanged': {
      const { title, cadence, onDaysOff, until, estimateHours } = event;
      const changed = [
        ...(title === undefined ? [] : [`it is "${title}"`]),
        ...(cadence === undefined ? [] : [cadence.text]),
        ...(onDaysOff === undefined ? [] : [`on days off: ${sayOnDaysOff(onDaysOff)}`]),
        ...(until === undefined ? [] : [until === null ? 'without an end' : `until ${day(until)}`]),
        ...(estimateHours === undefined
          ? []
          : [estimateHours === null ? 'no estimate' : `estimate ${sayEstimate({ hours: estimateHours })}`]),
        ...(event.client === undefined && event.who === undefined ? [] : ['another client']),
      ];
      return printable(`From now on: ${changed.join(', ')}${because(event.because)}.`);
    }
    case 'StandingPromisePaused':
      return printable(
        `They know that it does not come from ${day(event.first)} to ${day(event.last)}${because(event.because)}.`,
      );
    case 'StandingPromiseStopped':
      return printable(`Stopped on ${sayInstant(event.at, calendar)}${because(event.because)}.`);
  }
}
