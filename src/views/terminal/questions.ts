import type { Evidence, Question } from '../../domain/agenda/questions.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { ANSWER_WORDS, sayAnswer } from '../words/answer.ts';
import { sayEvidence } from '../words/evidence.ts';
import { answerStyle } from './style.ts';
import { pad, truncate, widthOf, wrap } from './width.ts';

/** How many facts are shown for each question; more would bury the other questions. */
const SHOWN_EVIDENCE = 4;

/** The four questions, with the reasons to say no and today's answers. */
export function showQuestions(
  questions: readonly Question[],
  answered: ReadonlyMap<number, DayAnswer>,
  view: ViewContext,
): string[] {
  return [
    showQuestionsHeading(questions, answered, view),
    ...questions.flatMap((question) => showQuestion(question, answered.get(question.number), view)),
  ];
}

/** The heading of the questions, with the command to answer them while one is unanswered. */
export function showQuestionsHeading(
  questions: readonly Question[],
  answered: ReadonlyMap<number, DayAnswer>,
  { style }: ViewContext,
): string {
  const isAnswered = questions.every(({ number }) => answered.get(number)?.overall);
  return style.heading('Four questions') + (isAnswered ? '' : `  ${style.command('fup review')}`);
}

/** The questions as a checklist, a line each: answered or not, how many facts speak against a yes, and the worst. */
export function showChecklist(
  questions: readonly Question[],
  answered: ReadonlyMap<number, DayAnswer>,
  view: ViewContext,
): string[] {
  const { style, width } = view;
  const longest = Math.max(...questions.map(({ question }) => widthOf(question)));
  return questions.map(({ number, question, evidence }) => {
    const given = answered.get(number)?.overall;
    const [worst] = evidence;
    const facts = worst
      ? `${evidence.length} against: ${sayEvidence(worst, view)}`
      : given
        ? ''
        : 'nothing against';
    const answer = given ? ANSWER_WORDS[given.answer] : '';
    const head = `  [${given ? 'x' : ' '}] ${number}  ${pad(question, longest)}  `;
    const text = truncate([answer, facts].filter(Boolean).join(', '), width - widthOf(head));
    return `${head}${given ? answerStyle(given.answer, style)(text) : worst ? text : style.quiet(text)}`.trimEnd();
  });
}

/** One question with its answers, for everybody and for single clients, and the reasons to say no. */
export function showQuestion(
  { number, question, evidence }: Question,
  given: DayAnswer | undefined,
  view: ViewContext,
): string[] {
  const { style, width } = view;
  const head = `  ${number}  ${question}`;
  const words = given?.overall ? sayAnswer(given, view) : '';
  const styled = given ? answerStyle(given.answer, style) : style.quiet;
  const fits = widthOf(head) + 2 + widthOf(words) <= width;
  const quiet = evidence.length === 0 && !given ? style.quiet('  nothing suggests otherwise') : '';
  return [
    head + (words && fits ? `  ${styled(words)}` : quiet),
    ...(words && !fits ? wrap(words, width - 5).map((line) => `     ${styled(line)}`) : []),
    ...(given?.byClient ?? []).flatMap((each) => {
      const name = printable(nameOf(each.client, view) ?? '');
      const line = `${name}, you answered ${sayAnswer(each, view)}`;
      return wrap(line, width - 7, '  ').map((text) => `     ${answerStyle(each.answer, style)(text)}`);
    }),
    ...showEvidence(evidence, view),
  ];
}

/** Reasons to say no. If there are many, the rest is only counted. */
export function showEvidence(evidence: readonly Evidence[], view: ViewContext): string[] {
  const { style, width } = view;
  const rest = evidence.length - SHOWN_EVIDENCE;
  return [
    ...evidence
      .slice(0, SHOWN_EVIDENCE)
      .flatMap((each) =>
        wrap(
          sayEvidence(each, view, (title) => truncate(title, width / 2)),
          width - 7,
          '  ',
        ),
      )
      .map((line) => `     ${line}`),
    ...(rest > 0 ? [style.quiet(`     and ${rest} more`)] : []),
  ];
}
