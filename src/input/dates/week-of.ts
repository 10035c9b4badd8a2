import { weekdayOf } from '../../domain/time/calendar.ts';
import { startOfWeek } from '../../domain/time/week.ts';
import { weekdayName } from '../words.ts';
import type { Finder } from './finder.ts';
import { type ReadPiece, theDay } from './piece.ts';
import { noSuchDate } from './trouble.ts';

const FORM =
  /^(?:the )?(?:w\/(c|e)|(wc)|wk?(?:ee)?k (of|commencing|beginning|starting|ending))(?: on)? (.+)$/;

/**
 * `w/c 9 march`, `week of 9 march`: a week by a day in it, which for `w/c` is its first one. `week ending 13 march` is
 * that day. `findAnchor` reads the day.
 */
export function weeksOf(findAnchor: Finder): ReadPiece {
  return (words, context, direction) => {
    const [, short, joined, long, named = ''] = FORM.exec(words) ?? [];
    const which = { c: 'commencing', e: 'ending' }[short ?? (joined ? 'c' : '')] ?? long;
    if (which === undefined) return null;
    const found = findAnchor(named, context, direction);
    if (!found || !('day' in found)) return null;
    const { day } = found;
    if (which === 'ending') return theDay(day);
    const weekday = weekdayOf(day);
    // Weeks begin on a Monday, to some on a Sunday, and otherwise with the work.
    const begins = weekday <= 1 || day === startOfWeek(context.calendar, day);
    if (which !== 'of' && !begins) {
      return noSuchDate(`names a ${weekdayName(weekday)}, and no week begins with one`);
    }
    return { kind: 'week', first: which === 'of' ? startOfWeek(context.calendar, day) : day };
  };
}
