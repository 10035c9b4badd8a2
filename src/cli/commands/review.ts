import { makeAgenda } from '../../app/agenda.ts';
import { readDayAnswers } from '../../app/day-answers.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { decideReview, type ReviewInput } from '../../domain/decisions/review.ts';
import { isoOfDay } from '../../domain/streams/away.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { parseAnswer, parseRemedy } from '../../input/answer.ts';
import { questionJson } from '../../views/json/json.ts';
import { describeCommitment } from '../../views/terminal/commitment.ts';
import { plainAnswers, showAnswers, showQuestions } from '../../views/terminal/review.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import { CLIENT_FILTER } from '../run/options.ts';
import type { Screen } from '../run/screen.ts';
import { readRemedy } from './remedy.ts';

export const review: Command = {
  name: 'review',
  summary: 'the four questions, answered by you and kept',
  details:
    'It names the clients with evidence against a yes. In a terminal it asks for each answer: Enter never means yes, and c asks for each client. A "no" asks what will be done and by when, and makes that a promise.',
  arguments: [],
  options: [
    ['--answer <answer...>', 'answer without a terminal: 1=yes, 3=no:"the totals are wrong", 2=unsure'],
    ['--will <remedy...>', 'what will be done about a no: 3="send the totals by friday"'],
    CLIENT_FILTER,
    ['--history', 'what was answered on the last days'],
  ],
  examples: [
    ['review', 'the four questions, one key each'],
    ['review --answer 1=yes:"loves the draft" 3=no --will 3="send the totals @joe by friday"', 'for scripts'],
    ['review --client joe --answer 1=yes', 'an answer for one client'],
    ['review --history', 'the trend'],
  ],
  run: async (call) => {
    if (call.list('answer').length > 0 || call.list('will').length > 0) return keepAnswers(call);
    if (call.flag('history')) return showHistory(call);
    if (!call.isInteractive) {
      return { ...showReview(call), hints: ['To answer: followup review --answer 1=yes:"loves the draft"'] };
    }
    const { walkReview } = await import('./review-walk.ts');
    return walkReview(call, clientOf(call));
  },
};

/** Keeps the answers of the command line, as one operation. */
async function keepAnswers(call: Call): Promise<Screen> {
  const { session } = call;
  const answers = await readAnswers(call);
  const { execute, startNew } = await import('../../app/execute.ts');
  const steps = answers.map((answer) => startNew(decideReview, answer));
  const { commitments } = execute(session.open('write'), 'review', ...steps);
  const isLeft = answers.some(({ answer, remedy }) => answer === 'no' && !remedy);
  return {
    ...showReview(call, commitments),
    isEcho: true,
    hints: isLeft ? ['A no wants something done about it: --will N="WHAT by DATE"'] : [],
  };
}

async function readAnswers(call: Call): Promise<ReviewInput[]> {
  const client = clientOf(call);
  const answers = call.list('answer').map((text) => orThrow(parseAnswer(text)));
  const remedies = call.list('will').map((text) => orThrow(parseRemedy(text)));
  refuseTwice(answers.map(({ number }) => number));
  refuseTwice(remedies.map(({ number }) => number));
  for (const { number } of remedies) {
    if (answers.some((each) => each.number === number && each.answer === 'no')) continue;
    throw new Refusal(
      'remedy-without-no',
      `--will ${number} goes with a no to question ${number}.`,
      `Add: --answer ${number}=no`,
      'usage',
    );
  }
  const inputs: ReviewInput[] = [];
  for (const answer of answers) {
    const words = remedies.find(({ number }) => number === answer.number)?.words;
    const remedy = words === undefined ? undefined : await readRemedy(call, words);
    inputs.push({ ...answer, client: client?.uid, remedy, at: call.session.now });
  }
  return inputs;
}

/** Throws a Refusal if one question is named twice. */
function refuseTwice(numbers: readonly number[]): void {
  const twice = numbers.find((number, index) => numbers.indexOf(number) < index);
  if (twice === undefined) return;
  throw new Refusal('answered-twice', `Question ${twice} stands there twice.`, 'Say it once.', 'usage');
}

function clientOf(call: Call): Client | null {
  return call.clientFilter(call.session.open('read').db);
}

/** The questions as they stand, and the promises that a review has just made. */
function showReview(call: Call, promised: readonly Commitment[] = []): Screen {
  const { session } = call;
  const { questions, answeredToday, clients } = makeAgenda(session.open('read'), clientOf(call));
  const frame = session.frame(clients);
  return {
    json: () =>
      questions.map((question) => questionJson(question, answeredToday.get(question.number), frame)),
    text: () =>
      [
        ...showQuestions(questions, answeredToday, frame),
        ...promised.flatMap((commitment) => ['', ...describeCommitment(commitment, frame)]),
      ].join('\n'),
  };
}

function showHistory(call: Call): Screen {
  const { session } = call;
  const byDay = readDayAnswers(session.open('read'), clientOf(call));
  const frame = session.frame();
  return {
    json: () =>
      [...byDay].map(([day, answers]) => ({
        day: isoOfDay(day),
        answers: [...answers].map(([number, { answer, note }]) => ({ number, answer, note })),
      })),
    plain: () => plainAnswers(byDay),
    text: () =>
      byDay.size === 0 ? 'Nothing was answered yet. To begin: followup review' : showAnswers(byDay, frame),
  };
}
