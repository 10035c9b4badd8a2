import { acceptText, wellFormed } from '../../domain/base/text.ts';
import {
  type Argument,
  type ArgumentTable,
  type Circumstances,
  type Declaration,
  longName,
  type Option,
  type OptionTable,
  type TypedOption,
  type Values,
} from './arguments/declaration.ts';
import { Call } from './call.ts';
import type { Command, Run, Typed } from './command.ts';
import type { Screen } from './screen.ts';

/** A command line read according to the declaration of its command. */
export type CallOf<Arguments extends ArgumentTable, Options extends OptionTable> = Call<
  Values<Arguments>,
  Values<Options>
>;

/** Declares a command, whose `run` receives the values of its arguments and options. */
export function command<Arguments extends ArgumentTable, Options extends OptionTable>({
  run,
  ...declaration
}: Declaration<Arguments, Options> & {
  readonly run: (call: CallOf<Arguments, Options>) => Promise<Screen> | Screen;
}): Command<keyof Arguments & string, keyof Options & string> {
  return {
    ...declaration,
    run: async (typed, context) => run(readCall(declaration, typed, context)),
  };
}

/** Reads what was typed according to the declaration of its command. Throws a Refusal. */
export function readCall<Arguments extends ArgumentTable, Options extends OptionTable>(
  declaration: Declaration<Arguments, Options>,
  { args = {}, options = {} }: Typed,
  run: Run,
): CallOf<Arguments, Options> {
  const before: string[] = [];
  const given = optionWords(declaration.options, options);
  const readArgs = mapValues(declaration.arguments, (argument, name) => {
    const words = acceptWords(args[name] ?? [], argument);
    const value = argument.read(words, run.session, { verb: declaration.name, before, options: given });
    before.push(...words);
    return value;
  }) as Values<Arguments>;
  return new Call(declaration.name, run, readArgs, readOptions(declaration.options, options, run.session));
}

/** Reads options according to their declarations. Throws a Refusal. */
export function readOptions<Options extends OptionTable>(
  options: Options,
  typed: Readonly<Partial<Record<string, TypedOption>>>,
  circumstances: Circumstances,
): Values<Options> {
  return mapValues(options, (option, name) =>
    option.read(acceptValues(typed[name], option), circumstances),
  ) as Values<Options>;
}

/** The words of an argument as they may come in; together they have the length of one text. Throws a Refusal. */
function acceptWords(typed: readonly string[], { holds }: Argument<unknown>): readonly string[] {
  acceptText(typed.join(' '), holds);
  return typed.map(wellFormed);
}

/** The values of an option as they may come in. Throws a Refusal that names the option. */
function acceptValues(given: TypedOption | undefined, option: Option<unknown>): TypedOption | undefined {
  const accept = (value: string) => acceptText(value, option.holds, `--${longName(option)}`);
  if (given === undefined || given === true) return given;
  return typeof given === 'string' ? accept(given) : given.map(accept);
}

/** Options as they are typed, with their long names. */
function optionWords(table: OptionTable, typed: Typed['options'] = {}): string[] {
  return Object.entries(table).flatMap(([name, option]) => {
    const flag = `--${longName(option)}`;
    const value = typed[name] ?? [];
    if (value === true) return [flag];
    return [value].flat().flatMap((word) => [flag, word]);
  });
}

function mapValues<V, T>(
  table: Readonly<Record<string, V>>,
  map: (value: V, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value, name)]));
}
