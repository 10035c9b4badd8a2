import { counterpart } from '../../domain/streams/commitment.ts';
import { dateOf, isWorkedWeekday, localDay, weekdayOf } from '../../domain/time/calendar.ts';
import { weekdaysInOrder } from '../../domain/time/week.ts';
import { sayDay, sayMonth } from '../../domain/time/wording.ts';
import { type PlannedDay, sumOfDays } from '../planned-days.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayRoundHours } from '../words/amount.ts';
import { sayHoursOff } from '../words/away.ts';
import { pad, truncate, wrap } from './width.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEK = 7;
const WIDEST_CELL = 14;

/** A month as a calendar page that shows where work fits: the load of working days, days off, and what is due. */
export function showCalendar(days: readonly PlannedDay[], view: ViewContext): string {
  const { style, width, calendar } = view;
  const first = days[0]?.day ?? 0;
  const weekdays = weekdaysInOrder(calendar);
  const cell = Math.min(WIDEST_CELL, Math.floor(width / WEEK));
  const blanks = weekdays.indexOf(weekdayOf(first));
  const cells: (PlannedDay | null)[] = [...Array<null>(blanks).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) =>
    cells.slice(week * WEEK, (week + 1) * WEEK),
  );
  return [
    style.heading(sayMonth(first)),
    '',
    style.quiet(
      weekdays
        .map((weekday) => pad(WEEKDAYS[weekday] ?? '', cell))
        .join('')
        .trimEnd(),
    ),
    ...weeks.flatMap((week) => [...showWeek(week, cell, view), '']),
    ...showSums(days, view),
    ...showDaysOff(days, view),
    ...showDue(days, view),
  ].join('\n');
}

/** A week in lines: its dates, the load or days off, and the numbers that are due. Empty lines are left out. */
function showWeek(week: readonly (PlannedDay | null)[], cell: number, view: ViewContext): string[] {
  const line = (text: (day: PlannedDay) => string, style: (text: string, day: PlannedDay) => string) => {
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
  const isToday = (day: PlannedDay) => day.day === localDay(calendar, now);
  return [
    ...line(
      (day) => `${dateOf(day.day).date}${isToday(day) ? ' today' : ''}`,
      (text, day) =>
        isToday(day) ? style.today(text) : day.isWorkingDay ? style.heading(text) : style.quiet(text),
    ),
    ...line(
      (day) => (day.off ? printable(day.off) : day.load > 0 ? sayLoad(day, cell) : ''),
      (text, day) => (day.off ? style.quiet(text) : text),
    ),
    ...line(
      ({ due }) => (due.length === 0 ? '' : sayNumbersDue(due, cell)),
      (text) => style.today(text),
    ),
  ];
}

const BAR = 4;

/** A narrower cell shows only hours and numbers. */
const ROOMY_CELL = 10;

function sayLoad(day: PlannedDay, cell: number): string {
  const hours = sayRoundHours(day.load);
  return cell < ROOMY_CELL ? hours : `${bar(day)} ${hours}`;
}

function sayNumbersDue(due: PlannedDay['due'], cell: number): string {
  const numbers = due.map(({ number }) => number).join(',');
  return cell < ROOMY_CELL ? numbers : `due ${numbers}`;
}

/** How much of the time for commitments is taken: "##..". */
function bar({ load, free }: PlannedDay): string {
  const filled = Math.max(1, Math.round((BAR * load) / (load + free)));
  return '#'.repeat(filled) + '.'.repeat(BAR - filled);
}

function showSums(days: readonly PlannedDay[], { width, style }: ViewContext): string[] {
  const worked = days.filter((day) => day.isWorkingDay).length;
  const { load, free } = sumOfDays(days);
  const text = `${worked} working days; ${sayRoundHours(load)} of work planned, ${sayRoundHours(free)} free for commitments.`;
  return wrap(text, width).map((line) => style.quiet(line));
}

function showDaysOff(days: readonly PlannedDay[], view: ViewContext): string[] {
  const all = sayDaysOff(days, view);
  return all.length === 0 ? [] : wrap(`Off: ${all.join('; ')}`, view.width, '     ');
}

/**
 * Days off with their names ("Thu 24 Dec to Fri 25 Dec skiing"); days in a row with one name are one entry, and days that are never
 * worked are none. Days partly away are among them, with their hours. Safe to print.
 */
export function sayDaysOff(days: readonly PlannedDay[], { calendar, now }: ViewContext): string[] {
  const off = days.filter(({ day, off: name }) => name !== null && isWorkedWeekday(calendar, weekdayOf(day)));
  const entries = off.flatMap(({ day, off: name }, index) => {
    const isSame = (other: PlannedDay | undefined) => other?.off === name;
    if (isSame(off[index - 1])) return [];
    const length = off.slice(index).findIndex((other) => !isSame(other));
    const last = off.at(length < 0 ? -1 : index + length - 1)?.day ?? day;
    const until = last === day ? '' : ` to ${sayDay(last, calendar, now)}`;
    return [{ day, text: `${sayDay(day, calendar, now)}${until} ${printable(name ?? '')}` }];
  });
  const partly = days.flatMap(({ day, hoursOff }) =>
    hoursOff.map((hours) => {
      const name = printable(hours.name ?? 'away');
      return { day, text: `${sayDay(day, calendar, now)} ${sayHoursOff(hours)} ${name}` };
    }),
  );
  return [...entries, ...partly].sort((a, b) => a.day - b.day).map(({ text }) => text);
}

function showDue(days: readonly PlannedDay[], view: ViewContext): string[] {
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
