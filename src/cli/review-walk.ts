import { type Agenda, makeAgenda } from '../app/agenda.ts';
import { execute, starting } from '../app/execute.ts';
import type { Client } from '../domain/client.ts';
import { decideReview, type Remedy, type ReviewInput } from '../domain/decisions/review.ts';
import type { Answer, QuestionNumber } from '../domain/events.ts';
import type { Question } from '../domain/questions.ts';
import { refuse } from '../domain/refusal.ts';
import { ANSWER_WORDS, sayAnswer } from '../views/answer.ts';
import type { Frame } from '../views/frame.ts';
import { printable } from '../views/printable.ts';
import { showEvidence, showQuestion } from '../views/review.ts';
import type { Call } from './call.ts';
import { askAnything, askKey, askUntilRead, type Key, say } from './prompts.ts';
import { readRemedy } from './remedy.ts';
import type { Screen } from './screen.ts';

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
 * Puts the four questions in a terminal, one key each. Each is recorded as soon as it is answered, so an interrupt loses
 * nothing; Enter leaves one for later.
 */
export async function walkReview(call: Call, client: Client | null): Promise<Screen> {
  const { session } = call;
  const agenda = makeAgenda(session.open('read'), client);
  const frame = session.frame(agenda.clients);
  const answered: string[] = [];
  say(session.mark);
  for (const question of agenda.questions) {
    say(['', ...showQuestion(question, agenda.verdicts.get(question.number), frame)]);
    const last = agenda.lastVerdicts.get(question.number);
    if (last) say([frame.style.quiet(`     last time: ${sayAnswer(last, frame)}`)]);
    const answers = await askQuestion(call, question, agenda, client, frame);
    if (answers === null) break;
    if (answers.length === 0) continue;
    session.refreshClock();
    const steps = answers.map((answer) => starting(decideReview, { ...answer, at: session.now }));
    const { commitments } = execute(session.open('write'), 'review', ...steps);
    answered.push(...answers.filter((each) => each.client === client?.uid).map(sayBriefly));
    for (const { number, title } of commitments) answered.push(`   promised: ${number} ${printable(title)}`);
  }
  return {
    isEcho: true,
    json: () => null,
    text: () =>
      answered.length === 0
        ? '\nNothing was answered. The questions stay on today.'
        : ['', 'Kept:', ...answered.map((line) => `  ${line}`)].join('\n'),
  };
}

/** The answers to one question; none where it is left for later, null where the review ends here. */
async function askQuestion(
  call: Call,
  question: Question,
  agenda: Agenda,
  client: Client | null,
  frame: Frame,
): Promise<GivenAnswer[] | null> {
  const concerned = client ? [] : clientsIn(question, agenda);
  const keys = [...ANSWER_KEYS, ...(concerned.length > 0 ? [SPLIT] : []), LATER, QUIT];
  const choice = await askKey(keys);
  if (choice === 'quit') return null;
  if (choice === 'later') return [];
  if (choice !== 'split') return [await askWhy(call, question.number, choice, client)];
  const answers: GivenAnswer[] = [];
  for (const each of concerned) {
    const evidence = question.evidence.filter((fact) => fact.client === each.uid);
    say(['', `  ${frame.style.heading(printable(each.name))}`, ...showEvidence(evidence, frame)]);
    const own = await askKey([...ANSWER_KEYS, LATER, QUIT]);
    if (own === 'quit') return answers.length > 0 ? answers : null;
    if (own !== 'later' && own !== 'split') answers.push(await askWhy(call, question.number, own, each));
  }
  say(['', `  ${frame.style.heading('Everybody else')}`]);
  const rest = await askKey([...ANSWER_KEYS, LATER, QUIT]);
  if (rest !== 'quit' && rest !== 'later' && rest !== 'split') {
    answers.push(await askWhy(call, question.number, rest, null));
  }
  return answers;
}

/** The clients with evidence against a yes, in its order. */
function clientsIn({ evidence }: Question, { clients }: Agenda): Client[] {
  const uids = new Set(evidence.map(({ client }) => client));
  return [...uids].flatMap((uid) => clients.find((client) => client.uid === uid) ?? []);
}

/** Asks for the words behind an answer, and after a no for what will be done about it, and by when. */
async function askWhy(
  call: Call,
  number: QuestionNumber,
  answer: Answer,
  client: Client | null,
): Promise<GivenAnswer> {
  const note = await askAnything(answer === 'yes' ? 'What says so? (Enter: nothing)' : 'Why?');
  const remedy = answer === 'no' ? await askRemedy(call, client) : undefined;
  return { number, answer, note, client: client?.uid, remedy };
}

async function askRemedy(call: Call, client: Client | null): Promise<Remedy | undefined> {
  const remedy = await askUntilRead(
    `What will you do about it, ${client ? `for ${client.name}` : '@client or for yourself'}? (Enter: nothing yet)`,
    (words) => readRemedy(call, words),
  );
  if (!remedy || remedy.due) return remedy;
  const due = await askUntilRead(
    'By when?',
    async (words) => {
      const date = await call.readDate(words);
      if (date.at > call.session.now) return date;
      throw refuse('date-past', `${words} has passed.`);
    },
    'required',
  );
  return { ...remedy, due };
}

function sayBriefly({ number, answer, note }: GivenAnswer): string {
  return printable(`${number} ${ANSWER_WORDS[answer]}${note ? `: ${note}` : ''}`);
}
