import { Command as Commander, Option as CommanderOption } from 'commander';
import { Refusal } from '../../../domain/base/refusal.ts';
import type { Typed } from '../command.ts';
import { readOptions } from '../declare-command.ts';
import {
  type Circumstances,
  type Declaration,
  type Option,
  type OptionTable,
  syntaxOf,
  type TypedOption,
} from './declaration.ts';
import { GLOBAL_OPTIONS, type Globals, OPTIONS_WITH_VALUE } from './shared-options.ts';

/** The options of the program are read before there is a calendar. None of them needs one. */
const NO_CALENDAR: Circumstances = {
  get calendar(): never {
    throw new Error('An option of the program asked for the calendar.');
  },
};

/**
 * Splits a command line according to the declaration of its command, into words, options and the options of
 * the program. Throws commander's error or a Refusal if it is not valid.
 */
export function parseLine(
  argv: readonly string[],
  command: Declaration,
): { readonly typed: Typed; readonly globals: Globals } {
  const program = newProgram();
  let typed: Typed = {};
  declare(program, command, (given) => {
    typed = given;
  });
  const takesNegative = Object.values(command.arguments).some(({ mayBeNegative }) => mayBeNegative);
  program.parse(takesNegative ? argv.map(hideMinus) : argv, { from: 'user' });
  const globals = readOptions(GLOBAL_OPTIONS, typedOptions(program, GLOBAL_OPTIONS), NO_CALENDAR);
  return { typed, globals };
}

/** The error for a command line with an unknown command, suggesting near ones. */
export function refuseUnknown(argv: readonly string[], names: readonly string[]): unknown {
  const program = newProgram();
  for (const name of names) program.command(name);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    return error;
  }
  return new Refusal('unknown-command', `There is no command "${argv.join(' ')}".`, null, 'usage');
}

function newProgram(): Commander {
  const program = new Commander('followup')
    .exitOverride()
    .helpCommand(false)
    .helpOption(false)
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .option('--version');
  for (const option of Object.values(GLOBAL_OPTIONS)) program.addOption(toCommander(option));
  return program;
}

/** Declares a command to commander, which passes on what was typed. */
function declare(program: Commander, command: Declaration, take: (typed: Typed) => void): void {
  const declared = program.command(command.name);
  const args = Object.entries(command.arguments);
  for (const [, { syntax, meaning }] of args) declared.argument(syntax, meaning);
  for (const option of Object.values(command.options)) declared.addOption(toCommander(option));
  declared.action((...given: (string | string[] | undefined)[]) =>
    take({
      args: Object.fromEntries(
        args.map(([name], index) => [name, [given[index] ?? []].flat().map(showMinus)]),
      ),
      options: typedOptions(declared, command.options),
    }),
  );
}

/** A minus before an amount, which commander would take for the beginning of an option. */
const NEGATIVE = /^-(?=[\d.,$\u20ac\u00a3\u00a5\u20b9]|[A-Z]{3} ?\d)/;
/** Stands for that minus while commander reads the line; nobody can type it. */
const HIDDEN_MINUS = '\0-';

function hideMinus(word: string): string {
  return word.replace(NEGATIVE, HIDDEN_MINUS);
}

function showMinus(word: string): string {
  return word.startsWith(HIDDEN_MINUS) ? word.slice(1) : word;
}

function showMinusIn(value: TypedOption): TypedOption {
  if (typeof value === 'string') return showMinus(value);
  return value === true ? value : value.map(showMinus);
}

/** Options by the names in their declarations; commander names them by their flags. */
function typedOptions(program: Commander, options: OptionTable): Readonly<Record<string, TypedOption>> {
  const typed = program.opts<Record<string, TypedOption | false | undefined>>();
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const value = typed[toCommander(option).attributeName()];
      return value === undefined || value === false ? [] : [[name, showMinusIn(value)]];
    }),
  );
}

function toCommander(option: Option<unknown>): CommanderOption {
  const declared = new CommanderOption(syntaxOf(option), option.meaning);
  if (option.placeholder === null || option.isList) return declared;
  if (option.repeats) {
    return declared.argParser((value, previous: readonly string[] = []) => [...previous, value]);
  }
  return declared.argParser((value, previous) => {
    if (previous === undefined) return value;
    throw new Refusal(
      'repeated-option',
      `Option '${syntaxOf(option)}' is given twice.`,
      'It takes one value: leave one of them out.',
      'usage',
    );
  });
}

/**
 * The words of a command line from the name of the command on. Before it there can only be options of the
 * program.
 */
export function commandWords(argv: readonly string[]): readonly string[] {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (OPTIONS_WITH_VALUE.includes(word)) index++;
    else if (!word.startsWith('-')) return argv.slice(index);
  }
  return [];
}

/** Whether a command line has an option. What follows -- is text, whatever it looks like. */
export function hasFlag(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(flag);
}
