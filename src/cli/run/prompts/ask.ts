import { Refusal } from '../../../domain/base/refusal.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { DateContext } from '../../../input/dates.ts';
import { DatePhrase } from '../arguments/date-phrase.ts';
import type { Call } from '../call.ts';

/** Words that nothing on the command line gave, asked for in a terminal; undefined elsewhere. */
export async function ask(call: Call, question: string): Promise<string | undefined> {
  if (!call.isInteractive) return undefined;
  return (await call.session.prompts()).askText(question);
}

/** Words that need not be there, asked for in a terminal; undefined elsewhere, and for Enter alone. */
export async function askAnything(call: Call, question: string): Promise<string | undefined> {
  if (!call.isInteractive) return undefined;
  return (await call.session.prompts()).askAnything(question);
}

/** A date that nothing on the command line gave, asked for in a terminal until it is one; undefined elsewhere. */
export async function askDate(call: Call, question: string, dates: DateContext): Promise<Moment | undefined> {
  if (!call.isInteractive) return undefined;
  const prompts = await call.session.prompts();
  return prompts.askUntilRead(question, (typed) => new DatePhrase(typed).read(dates), 'required');
}

/** The words of a date that lies ahead, asked for until they are; undefined for Enter alone. */
export async function askDateAhead(
  { session }: Call,
  question: string,
  dates: DateContext,
): Promise<string | undefined> {
  const prompts = await session.prompts();
  return prompts.askUntilRead(question, async (typed) => {
    await new DatePhrase(typed).readAhead(dates);
    return typed;
  });
}

/** A text from its words; without any it is asked for in a terminal, and refused elsewhere. */
export async function textOrAsk(call: Call, words: string, question: string): Promise<string> {
  const text = (await call.text(words)) || (await ask(call, question));
  if (text) return text;
  throw new Refusal('missing-argument', question, 'The words are missing from the command line.', 'usage');
}

/** The reason, asked for in a terminal when it is missing. */
export async function reasonOrAsk(
  call: Call,
  words: string | undefined,
  question: string,
): Promise<string | undefined> {
  return words === undefined ? ask(call, question) : call.text(words);
}
