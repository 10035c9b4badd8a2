import { type Day, shiftWorkingDays } from '../../domain/time/calendar.ts';
import type { Pieces } from '../cut-pieces.ts';
import { chooseDay, combinePieces } from './combine-pieces.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import type { Finding } from './finder.ts';
import { beforePart } from './part-of-day.ts';
import type { Piece } from './piece.ts';
import { Trouble } from './trouble.ts';

/**
 * The combined meaning of pieces with "before" in front of them: a day ends with the working day before it,
 * and a window with its start. A clock time stays, and so does an end: before the end of a day is still that
 * day.
 */
export function combineBefore(
  pieces: Pieces<Piece>,
  context: DateContext,
  direction: Direction,
): Finding | Trouble | null {
  const { days, week, weekday, clock, part, close } = pieces;
  if (clock || close || days?.ends || weekday?.ends) {
    const finding = combinePieces(pieces, context, direction);
    return finding && 'from' in finding && finding.from ? { at: finding.from } : finding;
  }
  const earlier = part && beforePart(part);
  if (earlier) return combinePieces({ ...pieces, part: earlier }, context, direction);
  if (!days && !week && !weekday) return null;
  const meant = (named: Day) => dayBefore(named, context, direction);
  const choice = chooseDay(pieces, context, direction, meant);
  return !choice || choice instanceof Trouble ? choice : { day: meant(choice.untimed) };
}

/** The working day before a day; if it has passed but the day has not come, the day before it. */
function dayBefore(day: Day, context: DateContext, direction: Direction): Day {
  const now = today(context);
  const worked = shiftWorkingDays(context.calendar, day, -1);
  return direction === 'ahead' && worked < now && now < day ? day - 1 : worked;
}
