import { CHANNELS } from '../../../domain/streams/channel.ts';
import { ids } from './argument.ts';
import { namesOf, type Option, type Values } from './declaration.ts';
import { anyWords, choice, client, date, estimate, flag, text, withOrWithout } from './option.ts';

// Options and arguments that mean the same in every command that has them.

export const VIA = choice(
  '--via',
  CHANNELS,
  'how it was said: email, phone, meeting, chat, letter or other',
  { placeholder: 'channel', noun: 'channel' },
);
export const MAIL = text(
  '--mail',
  'the message that says so, kept with its time and text: a file, or - for standard input',
  'file',
  'title',
);
export const AT = date('--at', 'when it was said or done, if not just now: "yesterday 4pm"', 'when');
export const BECAUSE = text('-r, --because', 'the reason', 'why');
export const BY = date('-b, --by', 'the date it is due');
export const IN_WRITING = flag('-w, --in-writing', 'the date is already in writing');
export const ESTIMATE = estimate('-e, --estimate', 'the work it needs: 3h, 1.5d, 2-3d');
export const EXPLAIN = flag('--explain', 'show how the date was found');
export const NEW_CLIENT = flag(
  '--new-client',
  "the name is a new client's, however similar to an existing one",
);
export const TOPIC = withOrWithout(
  '--topic',
  anyWords('words', 'title'),
  'what it came from; without words, a list to choose from',
);
export const NEXT = date('--next', 'when they hear from you next, as you promised', 'when');
export const CLIENT_FILTER = client('-c, --client', 'only what concerns one client');

/** The options of the program itself, which may appear anywhere on the command line. */
export const GLOBAL_OPTIONS = {
  json: flag('--json', 'print JSON'),
  plain: flag('--plain', 'print fields separated by tabs'),
  color: flag('--no-color', 'print without colours'),
  input: flag('--no-input', 'never ask anything'),
  advice: flag('--no-advice', 'no remarks on words that clients take badly'),
  yes: flag('-y, --yes', 'answer yes where a question would be asked'),
  quiet: flag('-q, --quiet', 'print nothing but what was asked for'),
  db: text('--db', 'use another database file', 'file', 'title'),
};

/** The values of the program's options. Colours, questions and advice are on by default. */
export type Globals = Values<typeof GLOBAL_OPTIONS>;

/** The names of the global options that are followed by a value. */
export const OPTIONS_WITH_VALUE: readonly string[] = Object.values<Option<unknown>>(GLOBAL_OPTIONS).flatMap(
  (option) => (option.placeholder === null ? [] : namesOf(option)),
);

export const ID = ids(
  '[id]',
  'the commitment: 12; several: 3,5,7-9; or . for the one last changed; left out, a list to choose from',
);
export const IDS = ids(
  '[id...]',
  'the commitments: 12; several: 3 5, 7-9; or . for the one last changed; left out, a list to choose from',
);
