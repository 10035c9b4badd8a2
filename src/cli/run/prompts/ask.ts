import { Refusal } from '../../../domain/base/refusal.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { DateContext } from '../../../input/dates.ts';
import { DatePhrase } from '../arguments/date-phrase.ts';
import type { Call } from '../call.ts';

/** Asks in a terminal for words that the command line lacks; undefined elsewhere. */
export async function ask(call: Call, question: string): Promise<string | undefined> {
  if (!call.isInteractive) return undefined;
  return (await call.session.prompts()).askText(question);
}

/** Asks in a terminal for optional words; undefined elsewhere, and if only Enter is pressed. */
export async function askAnything(call: Call, question: string): Promise<string | undefined> {
  if (!call.isInteractive) return undefined;
  return (await call.session.prompts()).askAnything(question);
}

/** Whether something is so: with --yes it is, a terminal is asked, and elsewhere nobody knows (undefined). */
export async function askWhether(
  call: Call,
  question: string,
  enter: boolean = true,
): Promise<boolean | undefined> {
  if (call.session.globals.yes) return true;
  if (!call.isInteractive) return undefined;
  return (await call.session.prompts()).confirm(question, enter);
}

/** Asks in a terminal for a date that the command line lacks, until there is one; undefined elsewhere. */
export async function askDate(call: Call, question: string, dates: DateContext): Promise<Moment | undefined> {
  if (!call.isInteractive) return undefined;
  const prompts = await call.session.prompts();
  return prompts.askUntilRead(question, (typed) => new DatePhrase(typed).read(dates), 'required');
}

/** Asks for the words of a date that lies ahead, until they are valid; undefined if only Enter is pressed. */
export async function askDateAhead(
  { session }: Call,
  question: string,
  dates: DateContext,
): Promise<string | undefined> {
  const prompts = await session.prompts();
  const date = await prompts.askUntilRead(question, (typed) => new DatePhrase(typed).readAhead(dates));
  return date?.text;
}

/** The text of some words. If there are none, it asks in a terminal and refuses elsewhere. */
export async function textOrAsk(call: Call, words: string, question: string): Promise<string> {
  const text = (await call.text(words)) || (await ask(call, question));
  if (text) return text;
  throw new Refusal('missing-argument', question, 'The words are missing from the command line.', 'usage');
}

/** The reason. If it is missing, it asks in a terminal and refuses elsewhere. */
export async function reasonOrAsk(
  call: Call,
  words: string | undefined,
  question: string,
): Promise<string | undefined> {
  return words === undefined ? ask(call, question) : call.text(words);
}
