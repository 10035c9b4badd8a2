import { startOfWeek } from '../../domain/time/week.ts';
import { WEEKDAY, weekdayNamed } from '../words.ts';
import { today } from './date-context.ts';
import type { ReadDay, ReadPiece } from './piece.ts';

const FORM = new RegExp(`^(?:(this(?: coming)?|coming|next|last|past|previous) )?(${WEEKDAY})$`);

/** `friday`, `this friday`, `next friday`, `last friday`. */
export const readWeekday: ReadDay = (words) => {
  const match = FORM.exec(words);
  const weekday = weekdayNamed(match?.[2] ?? '');
  if (!match || weekday === null) return null;
  const [, word] = match;
  const which =
    word === 'this' || word === 'next'
      ? word
      : word === undefined || word.endsWith('coming')
        ? 'bare'
        : 'last';
  return { kind: 'weekday', weekday, which };
};

/**
 * `next week`, `the following week`, `week after next`: on its own its first day, with a weekday that day
 * of the week.
 */
export const readWeek: ReadPiece = (words, context) => {
  const match =
    /^(?:in )?(?:the )?(?:(this|current|next|following|coming|last|previous) week|(week after next))$/.exec(
      words,
    );
  if (!match) return null;
  const weeks = match[2] ? 2 : { this: 0, current: 0, last: -1, previous: -1 }[match[1] ?? ''];
  return { kind: 'week', first: startOfWeek(context.calendar, today(context)) + 7 * (weeks ?? 1) };
};
