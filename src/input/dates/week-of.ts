import { startOfWeek } from '../../domain/time/week.ts';
import type { Finder } from './finder.ts';
import { type ReadPiece, theDay } from './piece.ts';

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
    return { kind: 'week', first: which === 'of' ? startOfWeek(context.calendar, day) : day };
  };
}
