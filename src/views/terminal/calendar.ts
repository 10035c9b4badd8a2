import type { Forecast } from '../../domain/planning/forecast.ts';
import { isoOfDay } from '../../domain/streams/away.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import {
  type Day,
  dateOf,
  isWorkedWeekday,
  isWorkingDay,
  localDay,
  weekdayOf,
  workingMinutesOn,
} from '../../domain/time/calendar.ts';
import { sayDay, sayDayOff, sayMonth } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded, sayRoundHours } from '../words/amount.ts';
import { pad, truncate, wrap } from './width.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK = 7;
const WIDEST_CELL = 14;

/** What a day of the month holds. */
export interface DayOfMonth {
  readonly day: Day;
  /** Working hours that go to commitments, and those that are taken. */
  readonly free: number;
  readonly load: number;
  /** Why nobody works, on a weekday that is a working day otherwise. */
  readonly off: string | null;
  readonly isWorkingDay: boolean;
  readonly due: readonly Commitment[];
}

/** A month as a page of a calendar: working days with their load, days off, and what is due, so that one sees where work fits. */
export function showCalendar(days: readonly DayOfMonth[], view: ViewContext): string {
  const { style, width } = view;
  const first = days[0]?.day ?? 0;
  const cell = Math.min(WIDEST_CELL, Math.floor(width / WEEK));
  const blanks = (weekdayOf(first) + 6) % WEEK;
  const cells: (DayOfMonth | null)[] = [...Array<null>(blanks).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) =>
    cells.slice(week * WEEK, (week + 1) * WEEK),
  );
  return [
    style.heading(sayMonth(first)),
    '',
    style.quiet(
      WEEKDAYS.map((name) => pad(name, cell))
        .join('')
        .trimEnd(),
    ),
    ...weeks.flatMap((week) => [...showWeek(week, cell, view), '']),
    ...showSums(days, view),
    ...showDaysOff(days, view),
    ...showDue(days, view),
  ].join('\n');
}

/** A month as programs see it: its days. */
export function calendarJson(days: readonly DayOfMonth[], view: ViewContext): object[] {
  return days.map((each) => ({
    date: isoOfDay(each.day),
    workingDay: each.isWorkingDay,
    off: view.calendar.daysOff.get(each.day)?.kind ?? null,
    name: view.calendar.daysOff.get(each.day)?.name ?? null,
    hours: workingMinutesOn(view.calendar, each.day) / 60,
    load: rounded(each.load, 2),
    free: rounded(each.free, 2),
    due: each.due.map(({ number }) => number),
  }));
}

/** The days of a month with their load, and what is due on each or was offered for it. */
export function daysOfMonth(
  first: Day,
  last: Day,
  open: readonly Commitment[],
  forecast: Forecast,
  { calendar, now }: ViewContext,
): DayOfMonth[] {
  const dayOf = ({ due, offer }: Commitment) => {
    const date = due ?? offer?.date ?? null;
    return date && localDay(calendar, date.at);
  };
  const today = localDay(calendar, now);
  const load = forecast.loadByDay(last);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const room = day < today ? 0 : (workingMinutesOn(calendar, day) / 60) * forecast.focus;
    const taken = load.get(day) ?? 0;
    return {
      day,
      load: taken,
      free: Math.max(0, room - taken),
      off: sayDayOff(day, calendar),
      isWorkingDay: isWorkingDay(calendar, day),
      due: open.filter((commitment) => dayOf(commitment) === day),
    };
  });
}

/** A week in lines: the dates with what is off, the load, and the numbers that are due. Lines without anything are left out. */
function showWeek(week: readonly (DayOfMonth | null)[], cell: number, view: ViewContext): string[] {
  const line = (text: (day: DayOfMonth) => string, style: (text: string, day: DayOfMonth) => string) => {
    const shown = week.map((day) => (day ? truncate(text(day), cell - 1) : ''));
    if (shown.every((each) => each === '')) return [];
    return [
      week
        .map((day, index) => {
          const text = shown[index] ?? '';
          return pad(day && text !== '' ? style(text, day) : text, cell);
        })
        .join('')
        .trimEnd(),
    ];
  };
  const { style, calendar, now } = view;
  const isToday = (day: DayOfMonth) => day.day === localDay(calendar, now);
  return [
    ...line(
      (day) => `${dateOf(day.day).date}${isToday(day) ? ' today' : ''}`,
      (text, day) =>
        isToday(day) ? style.today(text) : day.isWorkingDay ? style.heading(text) : style.quiet(text),
    ),
    ...line(
      (day) => (day.off ? printable(day.off) : day.load > 0 ? `${bar(day)} ${sayRoundHours(day.load)}` : ''),
      (text, day) => (day.off ? style.quiet(text) : text),
    ),
    ...line(
      ({ due }) => (due.length === 0 ? '' : `due ${due.map(({ number }) => number).join(',')}`),
      (text) => style.today(text),
    ),
  ];
}

const BAR = 4;

/** How much of the time for commitments is taken. */
function bar({ load, free }: DayOfMonth): string {
  const filled = Math.max(1, Math.round((BAR * load) / (load + free)));
  return '#'.repeat(filled) + '.'.repeat(BAR - filled);
}

/** A month for programs that read lines: its days. */
export function plainCalendar(days: readonly DayOfMonth[], { calendar }: ViewContext): string[][] {
  return days.map(({ day, isWorkingDay: isWorked, load, free, due }) => [
    isoOfDay(day),
    isWorked ? 'work' : (calendar.daysOff.get(day)?.kind ?? 'off'),
    String(rounded(load, 2)),
    String(rounded(free, 2)),
    due.map(({ number }) => number).join(','),
  ]);
}

function showSums(days: readonly DayOfMonth[], { width, style }: ViewContext): string[] {
  const worked = days.filter((day) => day.isWorkingDay).length;
  const sum = (key: 'load' | 'free') => days.reduce((total, day) => total + day[key], 0);
  const text = `${worked} working days; ${sayRoundHours(sum('load'))} of work planned, ${sayRoundHours(sum('free'))} free for commitments.`;
  return wrap(text, width).map((line) => style.quiet(line));
}

/** Days off by what they are for; those in a row are one entry. A weekday that is free anyway is none. */
function showDaysOff(days: readonly DayOfMonth[], { calendar, width, now }: ViewContext): string[] {
  const off = days.filter(({ day, off: name }) => name !== null && isWorkedWeekday(calendar, weekdayOf(day)));
  const entries = off.flatMap(({ day, off: name }, index) => {
    const goesOn = (other: DayOfMonth | undefined) => other?.off === name;
    if (goesOn(off[index - 1])) return [];
    const length = off.slice(index).findIndex((other) => !goesOn(other));
    const last = off.at(length < 0 ? -1 : index + length - 1)?.day ?? day;
    const until = last === day ? '' : ` to ${sayDay(last, calendar, now)}`;
    return [`${sayDay(day, calendar, now)}${until} ${printable(name ?? '')}`];
  });
  return entries.length === 0 ? [] : wrap(`Off: ${entries.join('; ')}`, width, '     ');
}

function showDue(days: readonly DayOfMonth[], view: ViewContext): string[] {
  const { calendar, now, width } = view;
  return days.flatMap(({ day, due }) =>
    due.map((commitment) => {
      const client = nameOf(counterpart(commitment), view);
      const what = `${commitment.number} ${printable(commitment.title)}${client ? `, ${printable(client)}` : ''}`;
      const state = commitment.due ? 'due    ' : 'offered';
      return truncate(`${state}  ${pad(sayDay(day, calendar, now), 10)}  ${what}`, width);
    }),
  );
}
