import { makeAgenda } from '../../app/agenda.ts';
import { readDayAnswers } from '../../app/day-answers.ts';
import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import { decideReview, type ReviewInput } from '../../domain/decisions/review.ts';
import type { Client } from '../../domain/streams/client.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { parseAction, parseAnswer, type TypedAction, type TypedAnswer } from '../../input/answer.ts';
import { questionJson } from '../../views/json/question.ts';
import { plainAnswers } from '../../views/plain/answers.ts';
import { showAnswers } from '../../views/terminal/answers.ts';
import { showDaysOff } from '../../views/terminal/days-off.ts';
import { showQuestions } from '../../views/terminal/questions.ts';
import { wrap } from '../../views/terminal/width.ts';
import { ANSWER_WORDS, sayAnswerBriefly, sayPromised } from '../../views/words/answer.ts';
import { flag, list } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { checkYears } from '../run/check-years.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { datesOfAction, readAction } from './review-action.ts';

export const review = command({
  name: 'review',
  summary: 'answer the four questions, and keep the answers',
  details:
    'For each question it lists the reasons to say no, by client. In a terminal it asks for each answer: Enter never means yes, and c asks for each client. A "no" asks what will be done and by when, and makes that a promise.',
  arguments: {},
  options: {
    answer: list(
      '--answer',
      { placeholder: 'answer', holds: 'words', read: (typed) => orThrow(parseAnswer(typed)) },
      'answer without a terminal: 1=yes, 3=no:"the totals are wrong", 2=unsure',
    ),
    will: list(
      '--will',
      { placeholder: 'action', holds: 'title', read: (typed) => orThrow(parseAction(typed)) },
      'what will be done about a no: 3="send the totals by friday"',
    ),
    client: CLIENT_FILTER,
    history: flag('--history', 'the answers of the last days'),
  },
  examples: [
    ['review', 'the four questions, one key each'],
    ['review --answer 1=yes:"loves the draft" 3=no --will 3="send the totals @joe by friday"', 'for scripts'],
    ['review --client joe --answer 1=yes', 'an answer for one client'],
    ['review --history', 'the trend'],
  ],
  run: async (call) => {
    const { session, options } = call;
    const { answer: answers, will: actions } = options;
    const client = findFilter(session, options.client);
    if (answers.length > 0 || actions.length > 0) return keepAnswers(call, client, answers, actions);
    if (options.history) return showHistory(session, client);
    if (!call.isInteractive) {
      return {
        ...showReview(session, client),
        hints: ['To answer: followup review --answer 1=yes:"loves the draft"'],
      };
    }
    const { walkReview } = await import('./review-walk.ts');
    return walkReview(call, client);
  },
});

/** Records the answers on the command line as one operation. */
async function keepAnswers(
  call: Call,
  client: Client | null,
  typed: readonly TypedAnswer[],
  actions: readonly TypedAction[],
): Promise<Screen> {
  const { session } = call;
  const answers = await readAnswers(session, client, typed, actions);
  const hints: string[] = [];
  for (const { action } of answers) {
    hints.push(...(await checkYears(call, action, datesOfAction(session, action?.client, client))));
  }
  const { execute, startNew } = await import('../../app/execute.ts');
  const steps = answers.map((answer) => startNew(decideReview, answer));
  const { commitments, changes } = execute(session.open('write'), 'review', ...steps);
  const isLeft = answers.some(({ answer, action }) => answer === 'no' && !action);
  const view = session.viewContext();
  return {
    ...showReview(session, client),
    isEcho: true,
    text: () =>
      [
        ...wrap(`Kept: ${answers.map((answer) => sayAnswerBriefly(answer, view)).join('; ')}`, view.width),
        ...commitments.flatMap((commitment) => wrap(sayPromised(commitment, view), view.width, '  ')),
        ...showDaysOff(changes, view),
      ].join('\n'),
    hints: [...(isLeft ? ['A "no" needs something done about it: --will N="WHAT by DATE"'] : []), ...hints],
  };
}

async function readAnswers(
  session: Session,
  client: Client | null,
  answers: readonly TypedAnswer[],
  actions: readonly TypedAction[],
): Promise<ReviewInput[]> {
  refuseTwice(answers.map(({ number }) => number));
  refuseTwice(actions.map(({ number }) => number));
  for (const { number } of actions) {
    if (answers.some((typed) => typed.number === number && typed.answer === 'no')) continue;
    throw new Refusal(
      'action-without-no',
      `--will ${number} goes with a "no" to question ${number}.`,
      `Add: --answer ${number}=no`,
      'usage',
    );
  }
  refuseUnclear(session, client, answers);
  const inputs: ReviewInput[] = [];
  for (const { isClear: _, ...answer } of answers) {
    const words = actions.find(({ number }) => number === answer.number)?.words;
    const action = words === undefined ? undefined : await readAction(session, client, words);
    inputs.push({ ...answer, client: client?.uid, action, at: session.now });
  }
  return inputs;
}

/** Throws a Refusal if words that are neither yes, no nor unsure would replace an answer of today. */
function refuseUnclear(session: Session, client: Client | null, answers: readonly TypedAnswer[]): void {
  const { answeredToday } = makeAgenda(session.open('read'), client);
  for (const { number, isClear, note } of answers) {
    const today = answeredToday.get(number);
    const before = client ? today?.byClient.find((given) => given.client === client.uid) : today?.overall;
    if (isClear || !before) continue;
    throw refuse(
      'answer-unclear',
      `Question ${number} is answered today: ${ANSWER_WORDS[before.answer]}. "${note}" does not say what it is now.`,
      `Say yes, no or unsure: --answer ${number}=unsure:"${note}"`,
    );
  }
}

/** Throws a Refusal if a question is named twice. */
function refuseTwice(numbers: readonly number[]): void {
  const twice = numbers.find((number, index) => numbers.indexOf(number) < index);
  if (twice === undefined) return;
  throw new Refusal('answered-twice', `Question ${twice} is named twice.`, 'Name it once.', 'usage');
}

/** Shows the questions and their answers. */
function showReview(session: Session, client: Client | null): Screen {
  const { questions, answeredToday } = makeAgenda(session.open('read'), client);
  const view = session.viewContext();
  return {
    json: () => questions.map((question) => questionJson(question, answeredToday.get(question.number), view)),
    text: () => showQuestions(questions, answeredToday, view).join('\n'),
  };
}

function showHistory(session: Session, client: Client | null): Screen {
  const byDay = readDayAnswers(session.open('read'), client);
  const view = session.viewContext();
  return {
    json: () =>
      [...byDay].map(([day, answers]) => ({
        day: isoOfDay(day),
        answers: [...answers].map(([number, { answer, note }]) => ({ number, answer, note })),
      })),
    plain: () => plainAnswers(byDay),
    text: () =>
      byDay.size === 0 ? 'Nothing was answered yet. To begin: followup review' : showAnswers(byDay, view),
  };
}
