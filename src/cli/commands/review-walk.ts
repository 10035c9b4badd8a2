import { type Agenda, makeAgenda } from '../../app/agenda.ts';
import { execute, startNew } from '../../app/execute.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import { type Action, decideReview, type ReviewInput } from '../../domain/decisions/review.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Answer } from '../../domain/streams/events.ts';
import { printable } from '../../views/printable.ts';
import { showEvidence, showQuestion } from '../../views/terminal/questions.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { sayAnswer, sayAnswerBriefly, sayPromised } from '../../views/words/answer.ts';
import { DatePhrase } from '../run/arguments/date-phrase.ts';
import type { Call } from '../run/call.ts';
import { areYearsMeant } from '../run/check-years.ts';
import { isInterrupt } from '../run/prompts/interrupt.ts';
import type { Key, Prompts } from '../run/prompts/prompts.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { checkAnswer, datesOfAction, readAction } from './review-action.ts';

/** An answer before it is recorded. */
type GivenAnswer = Omit<ReviewInput, 'at'>;

type Choice = Answer | 'split' | 'later' | 'quit';

const ANSWER_KEYS: readonly Key<Choice>[] = [
  { key: 'y', label: 'yes', value: 'yes' },
  { key: 'n', label: 'no', value: 'no' },
  { key: 'u', label: 'not sure', value: 'unsure' },
];
const SPLIT: Key<Choice> = { key: 'c', label: 'by client', value: 'split' };
const LATER: Key<Choice> = { key: null, label: 'later', value: 'later' };
const QUIT: Key<Choice> = { key: 'q', label: 'quit', value: 'quit' };

/**
 * Asks the four questions in a terminal, with one key each. Each answer is recorded at once, so that an
 * interrupt loses none; Enter leaves a question for later.
 */
export async function walkReview(call: Call, client: Client | null): Promise<Screen> {
  const { session } = call;
  const prompts = await session.prompts();
  const agenda = makeAgenda(session.open('read'), client);
  const view = session.viewContext();
  const kept: string[] = [];
  let given: GivenAnswer[] = [];
  const keep = () => {
    if (given.length === 0) return;
    session.refreshClock();
    const steps = given.map((answer) => startNew(decideReview, { ...answer, at: session.now }));
    const { commitments } = execute(session.open('write'), 'review', ...steps);
    kept.push(...given.map((answer) => sayAnswerBriefly(answer, view)));
    kept.push(...commitments.map((commitment) => `  ${sayPromised(commitment, view)}`));
    given = [];
  };
  prompts.say(session.mark);
  try {
    for (const question of agenda.questions) {
      showOne(prompts, question, agenda, view);
      const goesOn = await askQuestion({ call, prompts, question, agenda, client, view, given });
      keep();
      if (!goesOn) break;
    }
  } catch (error) {
    if (!isInterrupt(error)) throw error;
    keep();
    prompts.say(summarise(kept));
    throw error;
  }
  return { isEcho: true, json: () => null, text: () => summarise(kept).join('\n') };
}

function showOne(
  prompts: Prompts,
  question: Question,
  { answeredToday, answeredBefore }: Agenda,
  view: ViewContext,
): void {
  prompts.say(['', ...showQuestion(question, answeredToday.get(question.number), view)]);
  const last = answeredBefore.get(question.number);
  // An earlier "no" or "unsure" is already part of the evidence.
  if (last && !question.evidence.some(({ fact }) => fact === 'last-answer')) {
    prompts.say([view.style.quiet(`     last time: ${sayAnswer(last, view)}`)]);
  }
}

function summarise(kept: readonly string[]): string[] {
  return kept.length === 0
    ? ['', 'Nothing was answered. The questions stay on today.']
    : ['', 'Kept:', ...kept.map((line) => `  ${line}`)];
}

/** What is needed to ask a question; `given` collects the answers. */
interface Asking {
  readonly call: Call;
  readonly prompts: Prompts;
  readonly question: Question;
  readonly agenda: Agenda;
  readonly client: Client | null;
  readonly view: ViewContext;
  readonly given: GivenAnswer[];
}

/** Asks a question, for all clients or one by one; returns false if the review is to end here. */
async function askQuestion(asking: Asking): Promise<boolean> {
  const { prompts, question, agenda, client, view } = asking;
  const concerned = client ? [] : clientsIn(question, agenda);
  const split = concerned.length > 0 ? [SPLIT] : [];
  const choice = await prompts.askKey([...ANSWER_KEYS, ...split, LATER, QUIT]);
  if (choice !== 'split') return take(asking, choice, client);
  for (const each of [...concerned, null]) {
    const evidence = each ? question.evidence.filter((fact) => fact.client === each.uid) : [];
    const name = each ? printable(each.name) : 'Everybody else';
    prompts.say(['', `  ${view.style.heading(name)}`, ...showEvidence(evidence, view)]);
    if (!(await take(asking, await prompts.askKey([...ANSWER_KEYS, LATER, QUIT]), each))) return false;
  }
  return true;
}

/** Takes an answer, and asks for a note and, after a "no", for what will be done about it. */
async function take(
  { call, prompts, question, given }: Asking,
  choice: Choice,
  client: Client | null,
): Promise<boolean> {
  if (choice === 'quit') return false;
  if (choice === 'later' || choice === 'split') return true;
  const answer = { number: question.number, answer: choice, client: client?.uid };
  const place = given.push(answer) - 1;
  const note = await prompts.askAnything(
    choice === 'yes' ? 'What makes you say so? (Enter to skip)' : 'Why?',
  );
  given[place] = { ...answer, note };
  if (choice === 'no') {
    given[place] = { ...answer, note, action: await askAction(call, prompts, answer, client) };
  }
  return true;
}

/** The clients with a reason to say no, in order of the evidence. */
function clientsIn({ evidence }: Question, { clients }: Agenda): Client[] {
  const uids = new Set(evidence.map(({ client }) => client));
  return [...uids].flatMap((uid) => clients.find((client) => client.uid === uid) ?? []);
}

/** Asks what will be done and by when, until the year of its date is the one meant. */
async function askAction(
  call: Call,
  prompts: Prompts,
  answer: GivenAnswer,
  client: Client | null,
): Promise<Action | undefined> {
  for (;;) {
    const action = await askDatedAction(call.session, prompts, answer, client);
    const dates = datesOfAction(call.session, action?.client, client);
    if (await areYearsMeant(call, action, dates)) return action;
  }
}

async function askDatedAction(
  session: Session,
  prompts: Prompts,
  answer: GivenAnswer,
  client: Client | null,
): Promise<Action | undefined> {
  const whom = client ? `for ${client.name}` : '@client or for yourself';
  const action = await prompts.askUntilRead(
    `What will you do about it, ${whom}? (Enter: nothing yet)`,
    async (words) => {
      const read = await readAction(session, client, words);
      if (read.due) checkAnswer(session, { ...answer, action: read });
      return read;
    },
  );
  if (!action || action.due) return action;
  const dates = datesOfAction(session, action.client, client);
  return prompts.askUntilRead(
    'By when?',
    async (words) => {
      const dated = { ...action, due: await new DatePhrase(words).read(dates) };
      checkAnswer(session, { ...answer, action: dated });
      return dated;
    },
    'required',
  );
}
