import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { readEligible } from '../../app/eligible.ts';
import { lazy } from '../../domain/base/memo.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Client } from '../../domain/streams/client.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import { CHANNELS } from '../../domain/streams/events.ts';
import { IMPORTED_KINDS, KINDS, STATES } from '../../domain/streams/kinds.ts';
import { matchClient } from '../../domain/streams/match-client.ts';
import { FORMATS } from '../../input/foreign/format.ts';
import { parseSelection } from '../../input/selection.ts';
import { SETTING_KEYS, SETTINGS } from '../../input/settings.ts';
import type { Db } from '../../store/db.ts';
import { openForReading } from '../../store/open.ts';
import { readClients, readOpenCommitments } from '../../store/queries.ts';
import { printable } from '../../views/printable.ts';
import { truncate } from '../../views/terminal/width.ts';
import { SORT_NAMES } from '../commands/list.ts';
import type { Declaration, Described } from '../run/declaration.ts';
import { GLOBAL_OPTIONS } from '../run/options.ts';
import { SHELLS } from './scripts.ts';

/** A word that can stand next on a command line, and what it is. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

const WIDTH = 60;

/** What an option can be, where that is one of a few words: by its name, or by that of its command too. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  '--via': CHANNELS,
  '--kind': KINDS,
  '--state': STATES,
  '--ball': ['me', 'them'],
  '--sort': SORT_NAMES,
  '--format': FORMATS,
  'import --as': IMPORTED_KINDS,
  'when --as': ['date', 'duration', 'cadence', 'effort'],
};

const HELP: Described = ['help', 'how a command is used, with examples'];
const EVERYWHERE: readonly Described[] = [...GLOBAL_OPTIONS, ['-h, --help', HELP[1]]];
const WITHOUT_COMMAND: readonly Described[] = [['--version', 'which version this is']];

/**
 * What can stand in the place of the last word of a command line, whether or not it begins like that word: shells differ
 * in what they take for a match. The words are those behind the name of the program. Nothing stands where the user alone
 * can know what comes (a text, a date), or the shell (a file). A value needs no quotes, and no shell would find anything
 * to evaluate in a value or a description.
 */
export function candidatesFor(
  words: readonly string[],
  commands: readonly Declaration[],
  usualFile: string,
): Candidate[] {
  const line = readLine(words.slice(0, -1), commands);
  const db = lazy(() => openExisting(line.file ?? usualFile));
  return propose(words.at(-1) ?? '', line, commands, db).map(({ value, description }) => ({
    value,
    description: harmless(description),
  }));
}

/** A command line as far as it is written, without the word under the cursor. */
interface Line {
  /** The word in the place of the command; undefined before there is one. */
  readonly verb: string | undefined;
  readonly command: Declaration | undefined;
  /** The arguments of the command. */
  readonly given: readonly string[];
  readonly options: readonly Option[];
  /** The option whose value comes next. */
  readonly awaited: Option | null;
  /** Whether options may still come: not behind `--`. */
  readonly takesOptions: boolean;
  /** The database file that it names. */
  readonly file: string | undefined;
}

/** An option as it is declared: how it is written, what it takes, and what it is for. */
interface Option {
  readonly names: readonly string[];
  readonly takes: string | undefined;
  readonly isList: boolean;
  readonly meaning: string;
}

function readLine(words: readonly string[], commands: readonly Declaration[]): Line {
  const given: string[] = [];
  let awaited: Option | null = null;
  let takesOptions = true;
  let file: string | undefined;
  for (const word of words) {
    const options = optionsOf(commands.find(({ name }) => name === given[0]));
    const isOption = takesOptions && /^-./.test(word);
    if (awaited && !(awaited.isList && isOption)) {
      if (awaited.names.includes('--db')) file = word;
      if (!awaited.isList) awaited = null;
    } else if (word === '--' && takesOptions) {
      awaited = null;
      takesOptions = false;
    } else if (isOption) {
      const { option, value } = readOption(word, options);
      awaited = option?.takes !== undefined && value === undefined ? option : null;
      if (option?.names.includes('--db')) file = value;
    } else {
      given.push(word);
    }
  }
  const [verb, ...rest] = given;
  const command = commands.find(({ name }) => name === verb);
  return { verb, command, given: rest, options: optionsOf(command), awaited, takesOptions, file };
}

function optionsOf(command: Declaration | undefined): Option[] {
  return [...(command?.options ?? WITHOUT_COMMAND), ...EVERYWHERE].map(optionOf);
}

function optionOf([syntax, meaning]: Described): Option {
  const [, takes, dots] = /<([^.>]+)(\.\.\.)?>/.exec(syntax) ?? [];
  return {
    names: syntax.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? [],
    takes,
    isList: dots !== undefined,
    meaning,
  };
}

/** An option as it is written, and its value where that is written in the same word: `--client=joe`. */
function readOption(
  word: string,
  options: readonly Option[],
): { option: Option | undefined; value: string | undefined } {
  const [name = '', ...rest] = word.split('=');
  const option = options.find(({ names }) => names.includes(name));
  return { option, value: rest.length > 0 ? rest.join('=') : undefined };
}

function propose(word: string, line: Line, commands: readonly Declaration[], db: () => Db): Candidate[] {
  const { verb, command, given, awaited, takesOptions } = line;
  const names = commands.map(({ name, summary }) => ({ value: name, description: summary }));
  const isOption = takesOptions && word.startsWith('-');
  if (awaited && !(awaited.isList && isOption)) return valuesOf(awaited, word, line, db);
  if (isOption) return proposeOptions(word, line, db);
  if (verb === undefined) return [...names, { value: HELP[0], description: HELP[1] }];
  if (verb === 'help') return given.length === 0 ? names : [];
  return command ? proposeArgument(word, command, given, db) : [];
}

function proposeOptions(word: string, line: Line, db: () => Db): Candidate[] {
  const { option, value } = readOption(word, line.options);
  if (value === undefined) {
    return line.options.flatMap(({ names, meaning }) =>
      names.map((name) => ({ value: name, description: meaning })),
    );
  }
  const begin = word.slice(0, word.length - value.length);
  return option ? before(begin, valuesOf(option, value, line, db)) : [];
}

function valuesOf({ names, takes }: Option, word: string, { verb }: Line, db: () => Db): Candidate[] {
  const choices = names.flatMap((name) => CHOICES[`${verb} ${name}`] ?? CHOICES[name] ?? []);
  if (choices.length > 0) return choices.map((value) => ({ value, description: '' }));
  if (takes === 'id') return numbers(word, [], db(), readOpenCommitments(db()));
  return takes === 'client' || takes === 'who' ? slugs(word, db()) : [];
}

function proposeArgument(
  word: string,
  { name: verb, arguments: declared }: Declaration,
  given: readonly string[],
  db: () => Db,
): Candidate[] {
  const last = declared.at(-1);
  const [syntax = ''] = declared[given.length] ?? (last?.[0].includes('...') ? last : []);
  switch (syntax.replace(/[^a-z]/g, '')) {
    case 'id':
      return numbers(word, given, db(), readEligible(db(), verb));
    case 'client':
      return slugs(word, db());
    case 'name':
      // A name that has several words is one word here.
      return given.length === 0 ? slugs(word, db()) : [];
    case 'what':
      return word.startsWith('@') ? before('@', slugs(word.slice(1), db())) : [];
    case 'key':
      return SETTING_KEYS.map((key) => ({ value: key, description: SETTINGS[key].means }));
    case 'shell':
      return SHELLS.map((shell) => ({ value: shell, description: '' }));
    default:
      return [];
  }
}

function before(begin: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ value, description }) => ({ value: begin + value, description }));
}

/** Numbers, to stand behind those that the word has already (`3,5,`); none of those that are named already. */
function numbers(
  word: string,
  given: readonly string[],
  db: Db,
  commitments: readonly Commitment[],
): Candidate[] {
  const begin = word.slice(0, word.lastIndexOf(',') + 1);
  const named = [...given, begin.slice(0, -1)].filter((each) => each !== '');
  const read = named.length > 0 ? parseSelection(named) : null;
  if (read instanceof Refusal) return [];
  const taken = read === null || read.selection === 'last' ? [] : read.selection;
  const names = new Map(readClients(db).map(({ uid, name }) => [uid, name]));
  return commitments
    .filter(({ number }) => !taken.includes(number))
    .map((commitment) => {
      const name = names.get(counterpart(commitment) ?? '');
      const { number, title } = commitment;
      return { value: `${begin}${number}`, description: name === undefined ? title : `${name}: ${title}` };
    });
}

/** Clients by names that no shell needs quotes for; those that cannot be named so are left out. */
function slugs(word: string, db: Db): Candidate[] {
  const clients = readClients(db);
  return clients.flatMap((client) => {
    const slug = slugOf(client, clients);
    if (slug === null) return [];
    // The letter case that was begun with is kept, so that the shell sees the same word go on.
    const goesOn = slug.startsWith(word.toLowerCase()) && word.length === word.toLowerCase().length;
    return { value: goesOn ? word + slug.slice(word.length) : slug, description: client.name };
  });
}

function slugOf({ uid, name }: Client, clients: readonly Client[]): string | null {
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s\-_\u2010-\u2015]+/gu, '-');
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(slug)) return null;
  const match = matchClient(slug, clients);
  return 'found' in match && match.found.uid === uid ? slug : null;
}

/** Signs that mean something to a shell, and what stands for them in a description. */
const STAND_INS: Readonly<Record<string, string>> = {
  "'": '\u2019',
  '"': '\u201d',
  '`': '\u2018',
  $: '\uff04',
  '\\': '\uff3c',
};

function harmless(text: string): string {
  return truncate(
    printable(text).replace(/['"`$\\]/g, (sign) => STAND_INS[sign] ?? ''),
    WIDTH,
  );
}

/** Opens a file that has something in it. A look at a command line makes no database of what is none. */
function openExisting(file: string): Db {
  // The shell has not put the home in the place of the sign for it yet.
  const path = file.replace(/^~(?=\/)/, homedir());
  if (statSync(path).size === 0) throw new Refusal('file-empty', `${path} is empty.`, null, 'database');
  return openForReading(path);
}
