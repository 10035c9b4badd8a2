import { orThrow, refuse } from '../../domain/base/refusal.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import type { DateContext } from '../../input/dates.ts';
import type { Title } from '../../input/title.ts';
import { DatePhrase } from './arguments/date-phrase.ts';
import type { Call } from './call.ts';
import { askWhether } from './prompts/ask.ts';
import { mentionClient, type NamesClients } from './prompts/mention-client.ts';

/** What was understood from the words of a new commitment, for `add`, `promise` and `await`. */
export interface NewCommitment extends Omit<Title, 'client'> {
  readonly hints: readonly string[];
}

/** Options that mean the same as the inline forms of a title and take precedence over them. */
interface Options {
  readonly by: DatePhrase | undefined;
  readonly estimate?: Estimate | undefined;
}

/** How a title is to be read. */
interface TitleReading {
  /** What to ask if there is no title. */
  readonly question: string;
  /** The option that names the client, and its value. */
  readonly client: { readonly option: string; readonly given: string | undefined };
  /** Whether a date was given already, so that the title need not end in one. */
  readonly hasDate?: boolean;
}

/** The client that a title names with an @. */
export async function inlineClient(text: string): Promise<string | undefined> {
  const { findClientIn } = await import('../../input/title.ts');
  return findClientIn(text);
}

/** The client that an option gives or the words name with an @; if neither does, it asks in a terminal. */
export async function clientOrAsk(
  call: NamesClients,
  given: string | undefined,
  words: string,
  askWho: () => Promise<string | undefined>,
): Promise<ClientMention | undefined> {
  const named = await mentionClient(call, given ?? (await inlineClient(words)));
  return named ?? mentionClient(call, await askWho());
}

/**
 * Reads a title with its inline forms; options take precedence. If a title ends like a date without `by`,
 * this asks about it in a terminal, and elsewhere gives a hint.
 */
export async function readNewCommitment(
  call: Call<unknown, Options>,
  text: string,
  dates: DateContext,
  { question, client, hasDate = false }: TitleReading,
): Promise<NewCommitment> {
  const { readTitle } = await import('../../input/title.ts');
  const { client: inline, ...read } = orThrow(await readTitle(text, dates));
  const { options } = call;
  const by = (await options.by?.read(dates)) ?? read.by;
  const estimate = options.estimate ?? read.estimate;
  if (!read.title) {
    throw refuse('text-missing', question, 'A title needs words besides @client, +project and the like.');
  }
  const hints = [
    ...overridden(client.option, client.given, inline, `@${inline}`),
    ...overridden('by', options.by, read.by, `by ${read.by?.text}`),
    ...overridden('estimate', options.estimate, read.estimate, 'the estimate'),
  ];
  const understood = { ...read, hints, ...(by && { by }), ...(estimate && { estimate }) };
  return by || hasDate || !read.endsLikeDate
    ? understood
    : askAboutClosing(call, understood, read.endsLikeDate, dates);
}

/** A remark about an inline form that an option overrode, because it is gone from the title. */
function overridden(option: string, given: unknown, inline: unknown, words: string): string[] {
  return given === undefined || inline === undefined
    ? []
    : [`Left out of the title: ${words}, because --${option} wins.`];
}

/** Words before a date that `by` replaces; "before" changes its meaning. */
const LEAD = /^(?:(?:by|on|until|due) )+/i;

async function askAboutClosing(
  call: Call,
  read: NewCommitment,
  closing: string,
  dates: DateContext,
): Promise<NewCommitment> {
  const isDate = await askWhether(call, `Is "${closing}" the date?`);
  if (isDate === undefined) {
    return {
      ...read,
      hints: [
        ...read.hints,
        `The title ends in "${closing}". If that is the date, write: by ${closing.replace(LEAD, '')}`,
      ],
    };
  }
  if (!isDate) return read;
  const { withoutClosing } = await import('../../input/title.ts');
  const by = await new DatePhrase(closing).read(dates);
  return { ...read, title: withoutClosing(read.title, closing), by };
}
