import type { Outcome } from '../../app/execute.ts';
import type { Selection } from '../../app/select.ts';
import type { Decide, DecideStart } from '../../domain/decisions/decision.ts';
import type { DateContext } from '../../input/dates.ts';
import type { NamedNumbers } from '../../input/selection.ts';
import type { Argument, ArgumentTable, Declaration, OptionTable } from './arguments/declaration.ts';
import type { Call } from './call.ts';
import type { Command, Run, Typed } from './command.ts';
import { datesAboutSelected } from './date-context.ts';
import { type CallOf, command, readCall } from './declare-command.ts';
import { selectOrChoose } from './prompts/select-or-choose.ts';
import type { Screen } from './screen.ts';
import { showWrite } from './show-write.ts';

/** The arguments of a verb on commitments, of which the first selects them. */
type IdsFirst = ArgumentTable & { readonly id: Argument<NamedNumbers | undefined> };

/** The commitments that the verb is applied to. */
export interface Target {
  readonly selection: Selection;
  /** The context for all dates on the command line. */
  readonly dates: DateContext;
}

/** A verb that is applied to the commitments in its first argument. */
interface VerbOnCommitments<A extends IdsFirst, O extends OptionTable, Input> extends Declaration<A, O> {
  readonly decide: Decide<Input>;
  /** Reads the decision's input from a command line. Throws a Refusal. */
  readonly parse: (call: CallOf<A, O>, target: Target) => Promise<NoInfer<Input>> | NoInfer<Input>;
  readonly show?: (outcome: Outcome, call: CallOf<A, O>, many: boolean) => Screen;
}

/** A command that writes; its input can also be read without recording anything. */
export interface WriteCommand<A extends string, O extends string, Input> extends Command<A, O> {
  readonly parse: (typed: Typed<A, O>, run: Run) => Promise<Input>;
}

/**
 * Declares a write verb on commitments. The runner reads its words, decides in one transaction, and shows the
 * result.
 */
export function verbOnCommitments<A extends IdsFirst, O extends OptionTable, Input>({
  decide,
  parse,
  show = (outcome, { session }, many) => showWrite(outcome, session, { many }),
  ...declaration
}: VerbOnCommitments<A, O, Input>): WriteCommand<keyof A & string, keyof O & string, Input> {
  const read = async (call: CallOf<A, O>) => {
    const { selection, many } = await selectOrChoose(call, call.args.id);
    const dates = datesAboutSelected(call.session, selection);
    return { selection, many, input: await parse(call, { selection, dates }) };
  };
  return {
    ...command<A, O>({
      ...declaration,
      run: async (call) => {
        const { selection, many, input } = await read(call);
        const { applyTo, execute } = await import('../../app/execute.ts');
        const step = applyTo(selection, decide, input);
        return show(execute(call.session.open('write'), declaration.name, step), call, many);
      },
    }),
    parse: async (typed, run) => (await read(readCall(declaration, typed, run))).input,
  };
}

/**
 * What was read for a verb that starts something: its input, the commitment that it is about, and remarks on
 * what was typed.
 */
export interface Start<Input> {
  readonly input: Input;
  readonly about?: Selection | undefined;
  readonly hints?: readonly string[];
}

interface VerbThatStarts<A extends ArgumentTable, O extends OptionTable, Input> extends Declaration<A, O> {
  readonly decide: DecideStart<Input>;
  /** Reads the decision's input from a command line. Throws a Refusal. */
  readonly parse: (call: CallOf<A, O>) => Promise<Start<NoInfer<Input>>> | Start<NoInfer<Input>>;
  readonly show?: (outcome: Outcome, call: CallOf<A, O>) => Screen;
}

/** Declares a write verb that starts something new. */
export function verbThatStarts<A extends ArgumentTable, O extends OptionTable, Input>({
  decide,
  parse,
  show = (outcome, { session }) => showWrite(outcome, session),
  ...declaration
}: VerbThatStarts<A, O, Input>): WriteCommand<keyof A & string, keyof O & string, Start<Input>> {
  return {
    ...command<A, O>({
      ...declaration,
      run: async (call) => {
        const start = await parse(call);
        const screen = show(await recordStart(call, decide, start), call);
        return { ...screen, hints: [...(screen.hints ?? []), ...(start.hints ?? [])] };
      },
    }),
    parse: async (typed, run) => parse(readCall(declaration, typed, run)),
  };
}

/** Records something new as one operation. Throws a Refusal. */
export async function recordStart<Input>(
  { session, verb }: Call,
  decide: DecideStart<Input>,
  { input, about }: Start<Input>,
): Promise<Outcome> {
  const { execute, startNew } = await import('../../app/execute.ts');
  return execute(session.open('write'), verb, startNew(decide, input, about ?? null));
}
