import { QUESTIONS } from '../../domain/agenda/questions.ts';
import { QUESTION_NUMBERS, type QuestionNumber } from '../../domain/streams/events.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import type { Day } from '../../domain/time/calendar.ts';
import type { ViewContext } from '../view-context.ts';
import { MARKS } from './answers.ts';
import { alignOrWrap } from './columns.ts';

const INDENT = '  ';

/** How many of the last days are shown. */
const SHOWN_DAYS = 30;

/** The answers to the four questions: how many days had a yes, and the last days as signs, oldest first. */
export function showAnswerTrend(
  byDay: ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>>,
  { width, style }: ViewContext,
): string[] {
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const rows = QUESTION_NUMBERS.flatMap((number) => {
    const answers = days.flatMap((day) => byDay.get(day)?.get(number)?.answer ?? []);
    if (answers.length === 0) return [];
    const yes = answers.filter((answer) => answer === 'yes').length;
    const marks = answers.slice(-SHOWN_DAYS).map((answer) => MARKS[answer]);
    return [[`${number}`, QUESTIONS[number], `yes ${yes} of ${answers.length}`, marks.join('')]];
  });
  if (rows.length === 0) return [];
  const cells = rows.map((row) => row.map((text) => ({ text })));
  return [
    ...alignOrWrap([{}, {}, {}, {}], cells, width - INDENT.length, INDENT).map((line) => INDENT + line),
    style.quiet(`${INDENT}+ yes  ? unsure  - no, oldest first`),
  ];
}
