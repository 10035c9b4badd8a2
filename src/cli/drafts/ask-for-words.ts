import type { ChosenParts } from '../../app/draft-parts.ts';
import { forecastOf } from '../../app/workload.ts';
import type { DateContext } from '../../input/dates.ts';
import { nameOf } from '../../views/view-context.ts';
import { sayDate } from '../../views/words/time.ts';
import { readPositiveAmount } from '../run/arguments/amount.ts';
import type { Call } from '../run/call.ts';
import { askAnything, askDate } from '../run/prompts/ask.ts';
import type { OwnWords } from './write-message.ts';

/** The fewest choices that are a choice. */
const FEWEST_CHOICES = 2;

/**
 * Asks in a terminal for what only the person can say: what is new, what they can choose from, the new date of something late, and
 * what extra work costs. Elsewhere it stays a gap.
 */
export async function askForWords(
  call: Call,
  chosen: ChosenParts,
  own: OwnWords,
  dates: DateContext,
): Promise<{ readonly chosen: ChosenParts; readonly own: OwnWords }> {
  if (!call.isInteractive) return { chosen, own };
  const { client, parts } = chosen;
  const isLate = parts.some(({ kind }) => kind === 'late');
  const hasNews = parts.some(({ kind }) => kind === 'update');
  const question = isLate ? 'What happened? (Enter: leave it out)' : 'What is new? (Enter: nothing)';
  const say = own.say ?? (isLate || hasNews ? await askAnything(call, question) : undefined) ?? null;
  return {
    chosen: { ...chosen, parts: await inTurn(await inTurn(parts, askNewDate), askPrice) },
    own: { ...own, say, choices: isLate ? await askChoices(call, own.choices) : own.choices },
  };

  async function askPrice(part: ChosenParts['parts'][number]) {
    const { kind, commitment, price } = part;
    if (kind !== 'price' || price !== undefined || commitment === null) return part;
    const prompts = await call.session.prompts();
    const read = (typed: string) => readPositiveAmount(typed, call.session);
    const asked = `What does "${commitment.title}" cost? (3h, "EUR 300"; Enter: a gap)`;
    return { ...part, price: await prompts.askUntilRead(asked, read) };
  }

  async function askNewDate(part: ChosenParts['parts'][number]) {
    const { kind, commitment, date } = part;
    if (kind !== 'late' || date !== null || commitment === null) return part;
    const holds = forecastOf(call.session.open('read')).propose(commitment).date;
    const view = call.session.viewContext();
    const whom = nameOf(client.uid, view) ?? 'them';
    const asked = `Which new date do you offer ${whom} for "${commitment.title}"? (${sayDate(holds, view)} would hold)`;
    return { ...part, date: (await askDate(call, asked, dates)) ?? null };
  }
}

/** One question after the other. */
async function inTurn<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}

async function askChoices(call: Call, given: readonly string[]): Promise<readonly string[]> {
  const choices = [...given];
  while (choices.length < FEWEST_CHOICES) {
    const choice = await askAnything(
      call,
      `What can they choose? (${choices.length + 1} of ${FEWEST_CHOICES}; Enter: a gap)`,
    );
    if (choice === undefined) break;
    choices.push(choice);
  }
  return choices;
}
