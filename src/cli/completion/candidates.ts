import { statSync } from 'node:fs';
import { readEligible } from '../../app/eligible.ts';
import { lazy } from '../../domain/base/memo.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { wholeHandle } from '../../domain/streams/client-handle.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import { isSameName, typeableWords, withoutAccents } from '../../domain/streams/names.ts';
import { parseSelection } from '../../input/selection.ts';
import type { Db } from '../../store/db.ts';
import { openForReading } from '../../store/open.ts';
import { readProjects } from '../../store/projects.ts';
import { readClientNames, readClients, readOpenCommitments } from '../../store/queries.ts';
import { printable } from '../../views/printable.ts';
import { truncate } from '../../views/terminal/width.ts';
import { type Candidates, type Declaration, namesOf, type Option } from '../run/arguments/declaration.ts';
import { flag } from '../run/arguments/option.ts';
import { GLOBAL_OPTIONS } from '../run/arguments/shared-options.ts';

/** A word that can come next on a command line, with a description. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

const WIDTH = 60;

const HELP = ['help', 'how a command is used, with examples'] as const;

/** Options that every command has. */
const EVERYWHERE: readonly Option<unknown>[] = [
  ...Object.values(GLOBAL_OPTIONS),
  flag('-h, --help', HELP[1]),
];
const WITHOUT_COMMAND: readonly Option<unknown>[] = [flag('--version', 'which version this is')];

/**
 * What can take the place of the last word of a command line, whether or not it begins like that word: shells
 * differ in what they count as a match. The words are those after the name of the program. There are no
 * candidates where only the user can know what comes next (a text, a date), or only the shell (a file). No
 * value needs quotes, and there is nothing in a value or a description that a shell would evaluate.
 */
export function candidatesFor(
  words: readonly string[],
  commands: readonly Declaration[],
  fileNamed: (option: string | undefined) => string,
): Candidate[] {
  const line = readLine(words.slice(0, -1), commands);
  const db = lazy(() => openExisting(fileNamed(line.file)));
  return propose(words.at(-1) ?? '', line, commands, db).map(({ value, description }) => ({
    value,
    description: harmless(description),
  }));
}

/** A command line so far, without the word under the cursor. */
interface Line {
  /** The name of the command; undefined before there is one. */
  readonly verb: string | undefined;
  readonly command: Declaration | undefined;
  /** The arguments of the command. */
  readonly given: readonly string[];
  readonly options: readonly Option<unknown>[];
  /** The option whose value comes next. */
  readonly awaited: Option<unknown> | null;
  /** Whether options may still follow, which they may not after `--`. */
  readonly takesOptions: boolean;
  /** The database file given by --db. */
  readonly file: string | undefined;
}

function readLine(words: readonly string[], commands: readonly Declaration[]): Line {
  const typedArguments: string[] = [];
  let awaited: Option<unknown> | null = null;
  let takesOptions = true;
  let file: string | undefined;
  for (const word of words) {
    const options = optionsOf(commands.find(({ name }) => name === typedArguments[0]));
    const isOption = takesOptions && /^-./.test(word);
    if (awaited && !(awaited.isList && isOption)) {
      if (awaited === GLOBAL_OPTIONS.db) file = word;
      if (!awaited.isList) awaited = null;
    } else if (word === '--' && takesOptions) {
      awaited = null;
      takesOptions = false;
    } else if (isOption) {
      const { option, value } = readOption(word, options);
      awaited = option && option.placeholder !== null && value === undefined ? option : null;
      if (option === GLOBAL_OPTIONS.db) file = value;
    } else {
      typedArguments.push(word);
    }
  }
  const [verb, ...rest] = typedArguments;
  const command = commands.find(({ name }) => name === verb);
  return { verb, command, given: rest, options: optionsOf(command), awaited, takesOptions, file };
}

function optionsOf(command: Declaration | undefined): readonly Option<unknown>[] {
  return [...(command ? Object.values(command.options) : WITHOUT_COMMAND), ...EVERYWHERE];
}

/** An option as written, and its value if that is in the same word: `--client=joe`. */
function readOption(
  word: string,
  options: readonly Option<unknown>[],
): { option: Option<unknown> | undefined; value: string | undefined } {
  const [name = '', ...rest] = word.split('=');
  const option = options.find((candidate) => namesOf(candidate).includes(name));
  return { option, value: rest.length > 0 ? rest.join('=') : undefined };
}

function propose(word: string, line: Line, commands: readonly Declaration[], db: () => Db): Candidate[] {
  const { verb, command, given, awaited, takesOptions } = line;
  const names = commands.map(({ name, summary }) => ({ value: name, description: summary }));
  const isOption = takesOptions && word.startsWith('-');
  if (awaited && !(awaited.isList && isOption))
    return valuesOf(awaited.candidates, word, { verb: verb ?? '', given: [] }, db);
  if (isOption) return proposeOptions(word, line, db);
  if (verb === undefined) return [...names, { value: HELP[0], description: HELP[1] }];
  if (verb === 'help') return given.length === 0 ? names : [];
  return command ? proposeArgument(word, command, given, db) : [];
}

function proposeOptions(word: string, line: Line, db: () => Db): Candidate[] {
  const { option, value } = readOption(word, line.options);
  if (value === undefined) {
    return line.options.flatMap((choice) =>
      namesOf(choice).map((name) => ({ value: name, description: choice.meaning })),
    );
  }
  const begin = word.slice(0, word.length - value.length);
  const place = { verb: line.verb ?? '', given: [] };
  return option ? prefixed(begin, valuesOf(option.candidates, value, place, db)) : [];
}

function proposeArgument(
  word: string,
  { name: verb, arguments: declared }: Declaration,
  given: readonly string[],
  db: () => Db,
): Candidate[] {
  const all = Object.values(declared);
  const index = Math.min(given.length, all.length - 1);
  const argument = all[index];
  const isPast = given.length > index && !argument?.syntax.includes('...');
  return argument && !isPast
    ? valuesOf(argument.candidates, word, { verb, given: given.slice(index) }, db)
    : [];
}

/** Where a value is needed: for which command, and after which words of the same argument. */
interface Place {
  readonly verb: string;
  readonly given: readonly string[];
}

function valuesOf(candidates: Candidates, word: string, { verb, given }: Place, db: () => Db): Candidate[] {
  switch (candidates) {
    case null:
      return [];
    case 'open-commitments':
      return numbers(word, given, db(), readOpenCommitments(db()));
    case 'eligible-commitments':
      return numbers(word, given, db(), readEligible(db(), verb));
    case 'clients':
      // A name of several words is one word here.
      return given.length === 0 ? slugs(word, db()) : [];
    case 'projects':
      return given.length === 0 ? projectSlugs(word, db()) : [];
    case 'what-is-spent-on':
      return given.length === 0
        ? [
            ...numbers(word, given, db(), readEligible(db(), verb)),
            ...projectSlugs(word, db()),
            ...slugs(word, db()),
          ]
        : [];
    case 'clients-behind-@':
      return word.startsWith('@') ? prefixed('@', slugs(word.slice(1), db())) : [];
    default:
      return candidates.map(({ word: value, means }) => ({ value, description: means }));
  }
}

function prefixed(begin: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ value, description }) => ({ value: begin + value, description }));
}

/** Numbers to follow those already in the word (`3,5,`), without repeating any that were given. */
function numbers(
  word: string,
  given: readonly string[],
  db: Db,
  commitments: readonly Commitment[],
): Candidate[] {
  const begin = word.slice(0, word.lastIndexOf(',') + 1);
  const named = [...given, begin.slice(0, -1)].filter((number) => number !== '');
  const read = named.length > 0 ? parseSelection(named) : null;
  if (read instanceof Refusal) return [];
  const taken = read === null || read.selection === 'last' ? [] : read.selection;
  const names = readClientNames(db);
  return commitments
    .filter(({ number }) => !taken.includes(number))
    .map((commitment) => {
      const name = names.get(counterpart(commitment) ?? '');
      const { number, title } = commitment;
      return { value: `${begin}${number}`, description: name === undefined ? title : `${name}: ${title}` };
    });
}

/** Clients by names that need no quotes in any shell; clients without such a name are left out. */
function slugs(word: string, db: Db): Candidate[] {
  const clients = readClients(db);
  return clients.flatMap((client) => {
    const slug = client.retiredAt === null ? wholeHandle(client, clients) : null;
    if (slug === null) return [];
    // Keeps the letters that the user typed, so that the shell sees a continuation of the same word.
    const typed = word.toLowerCase();
    const begun = [slug, withoutAccents(slug)].find((each) => each.startsWith(typed));
    const goesOn = begun !== undefined && word.length === typed.length;
    return { value: goesOn ? word + begun.slice(word.length) : slug, description: client.name };
  });
}

/** Projects by names that need no quotes in any shell: their words, joined by dashes. */
function projectSlugs(word: string, db: Db): Candidate[] {
  const projects = readProjects(db).filter(({ closedAt }) => closedAt === null);
  return projects.flatMap((project) => {
    const slug = typeableWords(project.name).join('-');
    const isUnclear =
      slug === '' || projects.some((other) => other !== project && isSameName(other.name, slug));
    if (isUnclear || !isSameName(project.name, slug)) return [];
    const typed = word.toLowerCase();
    const value =
      slug.startsWith(typed) && word.length === typed.length ? word + slug.slice(word.length) : slug;
    return [{ value, description: project.name }];
  });
}

/** Characters that mean something to a shell, and their replacements in descriptions. */
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

/** Opens a file that has content: completing a command line must not turn an empty file into a database. */
function openExisting(path: string): Db {
  if (statSync(path).size === 0) throw new Refusal('file-empty', `${path} is empty.`, null, 'database');
  return openForReading(path);
}
