import { dayOf } from '../../domain/time/calendar.ts';
import { datedDay } from './calendar-date.ts';
import { type ReadPiece, theDay } from './piece.ts';
import { noSuchDate } from './trouble.ts';

/** `2026-03-05`, `2026/3/5`, `2026.03.05`, `20260305`, and `2026-153`, the 153rd day of the year. */
export const readIsoDay: ReadPiece = (words) => {
  const date =
    /^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})$/.exec(words) ??
    /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/.exec(words);
  if (date?.groups) return datedDay(Number(date.groups.y), Number(date.groups.m), Number(date.groups.d));
  const ordinal = /^(\d{4})-(\d{3})$/.exec(words);
  if (!ordinal) return null;
  const year = Number(ordinal[1]);
  const day = dayOf(year, 1, Number(ordinal[2]));
  return ordinal[2] === '000' || day >= dayOf(year + 1, 1, 1) ? noSuchDate() : theDay(day, 'date');
};
