import { QUESTIONS } from '../../domain/agenda/questions.ts';
import { ANSWERS, type Answer, QUESTION_NUMBERS, type QuestionNumber } from '../../domain/streams/events.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import type { Day } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { ANSWER_WORDS, sayAnswerBriefly } from '../words/answer.ts';
import { answerStyle } from './style.ts';
import { pad, wrap } from './width.ts';

/** A sign for each answer. */
export const MARKS: Readonly<Record<Answer, string>> = { yes: '+', unsure: '?', no: '-' };

/** How many days fit beside the questions. */
const SHOWN_DAYS = 12;

const QUESTION_WIDTH = 26;

/** The answers of the last days: a column for each day, then every answer that was not yes. */
export function showAnswers(
  byDay: ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>>,
  view: ViewContext,
): string {
  const { style, calendar, now } = view;
  const days = [...byDay.keys()].sort((a, b) => a - b).slice(-SHOWN_DAYS);
  const heads = days.map((day) => sayDay(day, calendar, now).split(' ')[1] ?? '');
  const row = (cells: readonly string[]) => cells.map((cell) => cell.padStart(4)).join('');
  const trend = QUESTION_NUMBERS.map((number) => {
    const cells = days.map((day) => {
      const answer = byDay.get(day)?.get(number)?.answer;
      const mark = (answer ? MARKS[answer] : '').padStart(4);
      return answer ? answerStyle(answer, style)(mark) : mark;
    });
    return `${number}  ${pad(QUESTIONS[number], QUESTION_WIDTH)}${cells.join('')}`;
  });
  const told = [...days].reverse().flatMap((day) =>
    QUESTION_NUMBERS.flatMap((number) => {
      const { overall = null, byClient = [] } = byDay.get(day)?.get(number) ?? {};
      return [...(overall ? [overall] : []), ...byClient]
        .filter(({ answer }) => answer !== 'yes')
        .flatMap((given) => {
          const line = `${pad(sayDay(day, calendar, now), 12)}${sayAnswerBriefly(given, view)}`;
          return wrap(line, view.width, ' '.repeat(12));
        });
    }),
  );
  return [
    style.quiet(`   ${pad('', QUESTION_WIDTH)}${row(heads)}`),
    ...trend,
    style.quiet(`   ${ANSWERS.map((answer) => `${MARKS[answer]} ${ANSWER_WORDS[answer]}`).join('  ')}`),
    ...(told.length > 0 ? ['', ...told] : []),
  ].join('\n');
}
