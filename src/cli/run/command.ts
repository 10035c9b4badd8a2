import { Call, type Run } from './call.ts';
import type {
  ArgumentTable,
  Circumstances,
  Declaration,
  OptionTable,
  TypedOption,
  Values,
} from './declaration.ts';
import type { Screen } from './screen.ts';

/** The words and options of a command line by the names of their declarations, before they are read. */
export interface Typed<Argument extends string = string, Option extends string = string> {
  readonly args?: { readonly [Name in Argument]?: readonly string[] };
  readonly options?: { readonly [Name in Option]?: TypedOption };
}

/** A command: its declaration, and what it does with what was typed. */
export interface Command<Argument extends string = string, Option extends string = string>
  extends Declaration {
  readonly run: (typed: Typed<Argument, Option>, run: Run) => Promise<Screen>;
}

/** Every command of the program. They are loaded one by one: most of the program is not needed by most commands. */
export interface CommandTable {
  /** In the order of the help. */
  readonly names: readonly string[];
  readonly find: (name: string) => Promise<Command | undefined>;
  /** All of them, by the groups of the help. */
  readonly groups: () => Promise<ReadonlyMap<string, readonly Command[]>>;
}

/** A command line that was read with the declaration of its command. */
export type CallOf<Arguments extends ArgumentTable, Options extends OptionTable> = Call<
  Values<Arguments>,
  Values<Options>
>;

/** Declares a command: what it does gets the values that its arguments and options are read as. */
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

/** Reads what was typed with the declaration of its command. Throws a Refusal. */
export function readCall<Arguments extends ArgumentTable, Options extends OptionTable>(
  declaration: Declaration<Arguments, Options>,
  { args = {}, options = {} }: Typed,
  run: Run,
): CallOf<Arguments, Options> {
  const readArgs = mapValues(declaration.arguments, (argument, name) =>
    argument.read(args[name] ?? [], run.session),
  ) as Values<Arguments>;
  return new Call(declaration.name, run, readArgs, readOptions(declaration.options, options, run.session));
}

/** Reads options by their declarations. Throws a Refusal. */
export function readOptions<Options extends OptionTable>(
  options: Options,
  typed: Readonly<Partial<Record<string, TypedOption>>>,
  circumstances: Circumstances,
): Values<Options> {
  return mapValues(options, (option, name) => option.read(typed[name], circumstances)) as Values<Options>;
}

function mapValues<V, T>(
  table: Readonly<Record<string, V>>,
  map: (value: V, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value, name)]));
}
