import { type Agenda, makeAgenda } from '../../app/agenda.ts';
import { execute, startNew } from '../../app/execute.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import { decideReview, type Remedy, type ReviewInput } from '../../domain/decisions/review.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Answer } from '../../domain/streams/events.ts';
import type { Frame } from '../../views/frame.ts';
import { printable } from '../../views/printable.ts';
import { showEvidence, showQuestion } from '../../views/terminal/review.ts';
import { sayAnswer, sayAnswerBriefly } from '../../views/words/answer.ts';
import type { Call } from '../run/call.ts';
import { isInterrupt } from '../run/interrupt.ts';
import { askAnything, askKey, askUntilRead, type Key, say } from '../run/prompts.ts';
import type { Screen } from '../run/screen.ts';
import { checkAnswer, readRemedy } from './remedy.ts';

/** An answer before it is kept. */
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
 * Puts the four questions in a terminal, one key each. Each is recorded as soon as it is answered, and an interrupt loses
 * nothing that was; Enter leaves one for later.
 */
export async function walkReview(call: Call, client: Client | null): Promise<Screen> {
  const { session } = call;
  const agenda = makeAgenda(session.open('read'), client);
  const frame = session.frame(agenda.clients);
  const kept: string[] = [];
  let given: GivenAnswer[] = [];
  const keep = () => {
    if (given.length === 0) return;
    session.refreshClock();
    const steps = given.map((answer) => startNew(decideReview, { ...answer, at: session.now }));
    const { commitments } = execute(session.open('write'), 'review', ...steps);
    kept.push(...given.map((answer) => sayAnswerBriefly(answer, frame)));
    kept.push(...commitments.map(({ number, title }) => `   promised: ${number} ${printable(title)}`));
    given = [];
  };
  say(session.mark);
  try {
    for (const question of agenda.questions) {
      showOne(question, agenda, frame);
      const goesOn = await askQuestion({ call, question, agenda, client, frame, given });
      keep();
      if (!goesOn) break;
    }
  } catch (error) {
    if (!isInterrupt(error)) throw error;
    keep();
    say(sum(kept));
    throw error;
  }
  return { isEcho: true, json: () => null, text: () => sum(kept).join('\n') };
}

function showOne(question: Question, { answeredToday, answeredBefore }: Agenda, frame: Frame): void {
  say(['', ...showQuestion(question, answeredToday.get(question.number), frame)]);
  const last = answeredBefore.get(question.number);
  // An answer that was not yes is among the evidence already.
  if (last && !question.evidence.some(({ fact }) => fact === 'last-answer')) {
    say([frame.style.quiet(`     last time: ${sayAnswer(last, frame)}`)]);
  }
}

function sum(kept: readonly string[]): string[] {
  return kept.length === 0
    ? ['', 'Nothing was answered. The questions stay on today.']
    : ['', 'Kept:', ...kept.map((line) => `  ${line}`)];
}

/** What a question is asked with; `given` takes the answers as they come. */
interface Asking {
  readonly call: Call;
  readonly question: Question;
  readonly agenda: Agenda;
  readonly client: Client | null;
  readonly frame: Frame;
  readonly given: GivenAnswer[];
}

/** Asks one question, for all or client by client; `false` where the review ends here. */
async function askQuestion(asking: Asking): Promise<boolean> {
  const { question, agenda, client, frame } = asking;
  const concerned = client ? [] : clientsIn(question, agenda);
  const split = concerned.length > 0 ? [SPLIT] : [];
  const choice = await askKey([...ANSWER_KEYS, ...split, LATER, QUIT]);
  if (choice !== 'split') return take(asking, choice, client);
  for (const each of [...concerned, null]) {
    const evidence = each ? question.evidence.filter((fact) => fact.client === each.uid) : [];
    const name = each ? printable(each.name) : 'Everybody else';
    say(['', `  ${frame.style.heading(name)}`, ...showEvidence(evidence, frame)]);
    if (!(await take(asking, await askKey([...ANSWER_KEYS, LATER, QUIT]), each))) return false;
  }
  return true;
}

/** Takes an answer, and asks for the words behind it and, after a no, for what will be done about it. */
async function take(
  { call, question, given }: Asking,
  choice: Choice,
  client: Client | null,
): Promise<boolean> {
  if (choice === 'quit') return false;
  if (choice === 'later' || choice === 'split') return true;
  const answer = { number: question.number, answer: choice, client: client?.uid };
  const place = given.push(answer) - 1;
  const note = await askAnything(choice === 'yes' ? 'What says so? (Enter: nothing)' : 'Why?');
  given[place] = { ...answer, note };
  if (choice === 'no') given[place] = { ...answer, note, remedy: await askRemedy(call, answer, client) };
  return true;
}

/** The clients with evidence against a yes, in the order of the evidence. */
function clientsIn({ evidence }: Question, { clients }: Agenda): Client[] {
  const uids = new Set(evidence.map(({ client }) => client));
  return [...uids].flatMap((uid) => clients.find((client) => client.uid === uid) ?? []);
}

async function askRemedy(
  call: Call,
  answer: GivenAnswer,
  client: Client | null,
): Promise<Remedy | undefined> {
  const whom = client ? `for ${client.name}` : '@client or for yourself';
  const remedy = await askUntilRead(
    `What will you do about it, ${whom}? (Enter: nothing yet)`,
    async (words) => {
      const read = await readRemedy(call, words);
      if (read.due) checkAnswer(call, { ...answer, remedy: read });
      return read;
    },
  );
  if (!remedy || remedy.due) return remedy;
  return askUntilRead(
    'By when?',
    async (words) => {
      const dated = { ...remedy, due: await call.readDate(words) };
      checkAnswer(call, { ...answer, remedy: dated });
      return dated;
    },
    'required',
  );
}
