import type { Reader } from '../reader.ts';
import { readClockTime } from './clock-time.ts';
import { readCloseOfWork } from './close-of-work.ts';
import { readDayOfMonth, readTheDayOfMonth } from './day-of-month.ts';
import { readIsoDay } from './iso-day.ts';
import { readMonthDate } from './month-date.ts';
import { readNamedDay } from './named-day.ts';
import { readNthOfPeriod } from './nth-of-period.ts';
import { readNumericDate } from './numeric-date.ts';
import { readPartOfDay } from './part-of-day.ts';
import { readBoundaryShort, readPeriodAlone, readPeriodBoundary, readWeekend } from './period-boundary.ts';
import type { ReadPiece } from './piece.ts';
import { readWeek, readWeekday } from './weekday.ts';
import { readWindow } from './window.ts';

/**
 * Pieces that include their own short words: "at 5" is a clock time, "the 5" is a day, "5" is neither. No words are read
 * by two readers, so their order decides nothing; that goes for all lists of readers.
 */
export const READERS_AS_TYPED: readonly Reader<ReadPiece>[] = [
  { name: 'day by its number', forms: ['the 14'], read: readTheDayOfMonth },
  {
    name: 'clock time',
    forms: [
      '5pm',
      '17:00',
      '8.30pm',
      'at 5',
      'around 2pm',
      '5 oclock',
      'half past 3',
      'quarter to 5',
      '12 noon',
    ],
    read: readClockTime,
  },
  {
    name: 'window',
    forms: ['14:00-15:00', '9-11am', 'from 2pm to 4pm', 'between 2 and 4'],
    read: readWindow,
  },
  {
    name: 'part of a day',
    forms: ['in the morning', 'early afternoon', 'late evening', 'at lunch', 'first thing'],
    read: readPartOfDay,
  },
  {
    name: 'end of work',
    forms: ['eod', 'cob', 'close of business', 'end of the day'],
    read: readCloseOfWork,
  },
];

/** Days, by themselves or with a clock time. */
export const DAY_READERS: readonly Reader<ReadPiece>[] = [
  {
    name: 'named day',
    forms: ['today', 'tomorrow', 'tmw', 'next working day', 'christmas eve', 'good friday', 'easter 2027'],
    read: readNamedDay,
  },
  {
    name: 'weekday',
    forms: ['friday', 'this friday', 'next friday', 'the friday after next'],
    read: readWeekday,
  },
  {
    name: 'date',
    forms: ['20 march', 'mar 20, 2027', 'the 2nd of may', '20-Mar-26', '3 may next year'],
    read: readMonthDate,
  },
  {
    name: 'date in numbers',
    forms: ['3/20', '3/20/2026', '20.3.2026', '24.12.', '11-30'],
    read: readNumericDate,
  },
  {
    name: 'day of a month',
    forms: ['the 15th', '31st', '20th of next month', '12 of this month'],
    read: readDayOfMonth,
  },
  { name: 'ISO 8601', forms: ['2026-03-20', '20260320', '2026-079'], read: readIsoDay },
  { name: 'week', forms: ['next week', 'week after next', 'week 12', 'KW12', '2026-W12'], read: readWeek },
  { name: 'weekend', forms: ['this weekend', 'next weekend', 'the weekend after next'], read: readWeekend },
  {
    name: 'part of a period',
    forms: [
      'end of next month',
      'start of next week',
      'mid june',
      'early june',
      'late in the month',
      'end of q3',
    ],
    read: readPeriodBoundary,
  },
  { name: 'end of a period', forms: ['eow', 'eom', 'eoq', 'eoy', 'eonm', 'sonw'], read: readBoundaryShort },
  { name: 'month, quarter, year', forms: ['next month', 'june', 'march 2027'], read: readPeriodAlone },
  {
    name: 'day in a period',
    forms: ['first tuesday of october', 'last friday of next month', 'last working day of june'],
    read: readNthOfPeriod,
  },
];
