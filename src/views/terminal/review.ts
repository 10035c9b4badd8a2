import { type Evidence, QUESTIONS, type Question } from '../../domain/agenda/questions.ts';
import { isoOfDay } from '../../domain/streams/away.ts';
import { ANSWERS, type Answer, QUESTION_NUMBERS, type QuestionNumber } from '../../domain/streams/events.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import type { Day } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { ANSWER_WORDS, sayAnswer, sayAnswerBriefly } from '../words/answer.ts';
import { sayEvidence } from '../words/evidence.ts';
import { pad, widthOf, wrap } from './width.ts';

/** How many facts are shown against each question: more would bury the other questions. */
const SHOWN_EVIDENCE = 4;

/** The four questions, with what speaks against a yes, and what was answered today. */
export function showQuestions(
  questions: readonly Question[],
  answered: ReadonlyMap<number, DayAnswer>,
  view: ViewContext,
): string[] {
  const { style } = view;
  const isAnswered = questions.every(({ number }) => answered.get(number)?.overall);
  return [
    style.heading('Four questions') + (isAnswered ? '' : `  ${style.command('fup review')}`),
    ...questions.flatMap((question) => showQuestion(question, answered.get(question.number), view)),
  ];
}

/** One question with what was answered, for all and for single clients, and what speaks against a yes. */
export function showQuestion(
  { number, question, evidence }: Question,
  given: DayAnswer | undefined,
  view: ViewContext,
): string[] {
  const { style, width } = view;
  const head = `  ${number}  ${question}`;
  const words = given?.overall ? sayAnswer(given, view) : '';
  const styled = given ? styleOf(given.answer, view) : style.quiet;
  const fits = widthOf(head) + 2 + widthOf(words) <= width;
  const quiet = evidence.length === 0 && !given ? style.quiet('  nothing speaks against it') : '';
  return [
    head + (words && fits ? `  ${styled(words)}` : quiet),
    ...(words && !fits ? wrap(words, width - 5).map((line) => `     ${styled(line)}`) : []),
    ...(given?.byClient ?? []).flatMap((each) => {
      const name = printable(nameOf(each.client, view) ?? '');
      const line = `${name}, you answered ${sayAnswer(each, view)}`;
      return wrap(line, width - 7, '  ').map((text) => `     ${styleOf(each.answer, view)(text)}`);
    }),
    ...showEvidence(evidence, view),
  ];
}

/** Facts against a yes; where there are many, the rest is only counted. */
export function showEvidence(evidence: readonly Evidence[], view: ViewContext): string[] {
  const { style, width } = view;
  const rest = evidence.length - SHOWN_EVIDENCE;
  return [
    ...evidence
      .slice(0, SHOWN_EVIDENCE)
      .flatMap((each) => wrap(sayEvidence(each, view, width / 2), width - 7, '  '))
      .map((line) => `     ${line}`),
    ...(rest > 0 ? [style.quiet(`     and ${rest} more`)] : []),
  ];
}

const MARKS: Readonly<Record<Answer, string>> = { yes: '+', unsure: '?', no: '-' };

/** How many days fit beside the questions. */
const SHOWN_DAYS = 12;
const QUESTION_WIDTH = 26;

/** The answers of the last days: a column for each day, then what was said where it was not yes. */
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
      return answer ? styleOf(answer, view)(mark) : mark;
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

/** The day of an answer for programs that read lines. */
export function plainAnswers(byDay: ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>>): string[][] {
  return [...byDay].flatMap(([day, answers]) =>
    [...answers].map(([number, { answer, note }]) => [isoOfDay(day), String(number), answer, note ?? '']),
  );
}

function styleOf(answer: Answer, { style }: ViewContext): (text: string) => string {
  return answer === 'yes' ? style.fine : answer === 'no' ? style.late : style.today;
}
