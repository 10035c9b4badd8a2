import { wrap } from '../views/terminal/width.ts';
import {
  type Described,
  type NamedPhrases,
  type OptionTable,
  syntaxOf,
} from './run/arguments/declaration.ts';
import { GLOBAL_OPTIONS } from './run/arguments/shared-options.ts';
import type { Command } from './run/command.ts';

const WIDTH = 80;

/** The six verbs of an ordinary day, with a line each to copy. */
const SIX_VERBS: readonly Described[] = [
  ['add "Report" --for Joe', 'somebody asked for something'],
  ['offer 1 "friday 5pm"', 'you say when it can be there'],
  ['agree 1', 'they take the date'],
  ['update 1 "half way"', 'they hear where it stands'],
  ['done 1', 'it is delivered'],
  ['today', 'every morning: what needs you'],
];

/** The help of the whole program: six verbs to start with, then every command in its group. */
export function programHelp(commands: ReadonlyMap<string, readonly Command[]>): string {
  const groups = [...commands].map(([group, members]) => [
    group,
    ...describe(
      members.map(({ name, summary }) => [name, summary]),
      10,
    ),
    '',
  ]);
  return [
    'followup keeps what you owe, what they owe you, and when each client hears next.',
    '',
    'Six verbs to start with',
    ...describe(SIX_VERBS.map(([line, does]) => [`followup ${line}`, does])),
    '',
    ...groups.flat(),
    'Options for every command',
    ...describe(describedOptions(GLOBAL_OPTIONS)),
    '',
    'Examples and details of a command: followup help COMMAND.',
    'fup is short for followup.',
  ].join('\n');
}

/** The help of a command, beginning with examples. */
export function commandHelp(command: Command): string {
  const args = Object.values(command.arguments).map(({ syntax, meaning }) => [syntax, meaning] as const);
  const options = describedOptions(command.options);
  const usage = ['followup', command.name, ...args.map(([syntax]) => syntax)].join(' ');
  const part = (heading: string, entries: readonly Described[]) =>
    entries.length === 0 ? [] : ['', heading, ...describe(entries)];
  return [
    ...wrap(`followup ${command.name}: ${command.summary}. For example:`, WIDTH, '  '),
    ...command.examples.flatMap(([line, does]) => [`  followup ${line}`, `      ${does}`]),
    '',
    `Usage: ${usage}${options.length > 0 ? ' [options]' : ''}`,
    ...(command.details ? ['', ...wrap(command.details, WIDTH)] : []),
    ...part('Arguments', args),
    ...part('Options', options),
    ...(command.forms ?? []).flatMap(([heading, forms]) => ['', heading, ...describeForms(forms)]),
    '',
    'Also --json, --plain and the others of: followup help',
  ].join('\n');
}

function describedOptions(options: OptionTable): Described[] {
  return Object.values(options).map((option) => [syntaxOf(option), option.meaning]);
}

/** Two columns, of which the right one lists phrases; none of them is broken. */
function describeForms(forms: NamedPhrases): string[] {
  return describe(forms.map(([name, phrases]) => [name, phrases.map(unbroken).join(' | ')])).map((line) =>
    line.replaceAll(NO_BREAK, ' '),
  );
}

const NO_BREAK = '\u00a0';

function unbroken(phrase: string): string {
  return phrase.replaceAll(' ', NO_BREAK);
}

/** Two columns; if an entry on the left is too long, its description goes on the next line. */
function describe(entries: readonly Described[], least = 0): string[] {
  const longest = Math.max(least, ...entries.map(([left]) => left.length));
  const column = Math.min(longest, 34);
  return entries.flatMap(([left, right]) => {
    const lines = wrap(right, WIDTH - column - 4);
    const beside = left.length <= column;
    return [
      beside ? `  ${left.padEnd(column)}  ${lines[0]}` : `  ${left}`,
      ...lines.slice(beside ? 1 : 0).map((line) => `  ${' '.repeat(column)}  ${line}`),
    ];
  });
}
