import { startOfWeek } from '../../domain/time/week.ts';
import { WEEKDAY, weekdayNamed } from '../words.ts';
import { today } from './date-context.ts';
import { type ReadDay, type ReadPiece, theDay } from './piece.ts';
import { Trouble } from './trouble.ts';
import { readWeekNumber } from './week-number.ts';

const FORM = new RegExp(
  `^(?:(this(?: coming)?|coming|upcoming|next|last|past|previous) )?(${WEEKDAY})( after next)?$`,
);

/** `friday`, `this friday`, `next friday`, `last friday`, `the friday after next`. */
export const readWeekday: ReadDay = (words) => {
  const [, word, name = '', afterNext] = FORM.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === null || (word && afterNext)) return null;
  return { kind: 'weekday', weekday, which: afterNext ? 'after-next' : whichOf(word) };
};

function whichOf(word: string | undefined): 'bare' | 'this' | 'next' | 'last' {
  if (word === 'this' || word === 'next') return word;
  return word === undefined || word.endsWith('coming') ? 'bare' : 'last';
}

/**
 * `next week`, `the following week`, `week after next`, `week 12`: on its own its first day, with a weekday that day
 * of the week.
 */
export const readWeek: ReadPiece = (words, context, direction) => {
  const numbered = readWeekNumber(words, context, direction);
  if (numbered instanceof Trouble) return numbered;
  if (numbered) {
    const { first, weekday } = numbered;
    return weekday === undefined ? { kind: 'week', first } : theDay(first + weekday - 1, 'date');
  }
  const match =
    /^(?:in )?(?:the )?(?:(this|current|next|following|coming|last|previous) (?:(?:working|business|work) ?)?week|(week after next))$/.exec(
      words,
    );
  if (!match) return null;
  const weeks = match[2] ? 2 : { this: 0, current: 0, last: -1, previous: -1 }[match[1] ?? ''];
  return { kind: 'week', first: startOfWeek(context.calendar, today(context)) + 7 * (weeks ?? 1) };
};
