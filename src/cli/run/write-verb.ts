import type { Outcome } from '../../app/execute.ts';
import type { Selection } from '../../app/select.ts';
import { connectMessage } from '../../domain/decisions/connect-message.ts';
import type { Decide, DecideStart } from '../../domain/decisions/decision.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import type { DateContext } from '../../input/dates.ts';
import type { NamedNumbers } from '../../input/selection.ts';
import type { Argument, ArgumentTable, Declaration, OptionTable } from './arguments/declaration.ts';
import type { Call } from './call.ts';
import { checkYears } from './check-years.ts';
import type { Command, Run, Typed } from './command.ts';
import { datesAboutSelected, type Said, saidAbout, saidTo, written } from './date-context.ts';
import { type CallOf, command, readCall } from './declare-command.ts';
import type { ReadWord, Speaker } from './mailed-word.ts';
import { selectOrChoose } from './prompts/select-or-choose.ts';
import type { Screen } from './screen.ts';
import { showWrite } from './show-write.ts';

/** The arguments of a verb on commitments, of which the first selects them. */
type IdsFirst = ArgumentTable & { readonly id: Argument<NamedNumbers | undefined> };

/** The commitments that the verb is applied to, and what was said about them. */
export interface Target extends Said {
  readonly selection: Selection;
  /** The client whom the line names as theirs. */
  readonly owner: ClientMention | undefined;
  /** The message in which it was said. */
  readonly mailed: ReadWord | null;
}

/** A verb that is applied to the commitments in its first argument. */
interface VerbOnCommitments<A extends IdsFirst, O extends OptionTable, Input> extends Declaration<A, O> {
  readonly decide: Decide<Input>;
  /** Reads the decision's input from a command line. Throws a Refusal. */
  readonly parse: (call: CallOf<A, O>, target: Target) => Promise<NoInfer<Input>> | NoInfer<Input>;
  /** The client whom the dates concern, if the line itself names one. */
  readonly owner?: (call: CallOf<A, O>) => Promise<ClientMention | undefined>;
  /** Whose words it records, where a message can be given for them; theirs, unless it says otherwise. */
  readonly speaker?: Speaker;
  /** Whether its decision records the message too. */
  readonly keepsMessage?: true;
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
  owner: findOwner,
  speaker = () => 'they',
  keepsMessage,
  show = (outcome, { session }, many) => showWrite(outcome, session, { many }),
  ...declaration
}: VerbOnCommitments<A, O, Input>): WriteCommand<keyof A & string, keyof O & string, Input> {
  const read = async (call: CallOf<A, O>) => {
    // Few lines give a message, and what reads one is large.
    const words = call.saidWith.mail === undefined ? null : await import('./mailed-word.ts');
    const mailed = words && (await words.readMailedWord(call));
    const { selection, many } = await selectOrChoose(call, call.args.id ?? subjectOf(mailed));
    if (mailed) words?.checkWord(call, mailed, selection, speaker);
    const owner = await findOwner?.(call);
    const said = mailed
      ? written(mailed.saying, datesAboutSelected(call.session, selection))
      : await (owner ? saidTo(call, owner) : saidAbout(call, selection));
    const input = await parse(call, { selection, owner, mailed, ...said });
    return { selection, many, input, mailed, dates: said.dates };
  };
  return {
    ...command<A, O>({
      ...declaration,
      run: async (call) => {
        const { selection, many, input, mailed, dates } = await read(call);
        const hints = [...(await checkYears(call, input, dates)), ...(mailed?.remarks ?? [])];
        const { applyTo, execute } = await import('../../app/execute.ts');
        const steps = [applyTo(selection, decide, input)];
        const context = call.session.open('write');
        if (mailed && !keepsMessage) {
          const { keepMessage } = await import('../../app/mailed-word.ts');
          // Words are about one commitment, and these are about the first.
          const about = selection === 'last' ? selection : selection.slice(0, 1);
          steps.push(keepMessage(mailed, about), applyTo(about, connectMessage, mailed.fields.messageId));
        }
        return hinted(show(execute(context, declaration.name, ...steps), call, many), hints);
      },
    }),
    parse: async (typed, run) => (await read(readCall(declaration, typed, run))).input,
  };
}

/** The commitment that a message refers to, if it is one. */
function subjectOf(mailed: ReadWord | null): NamedNumbers | undefined {
  const [only, ...more] = mailed?.about ?? [];
  return only && more.length === 0 ? { selection: [only.number], many: false } : undefined;
}

/**
 * What was read for a verb that starts something: its input, the commitment that it is about, and remarks on
 * what was typed.
 */
export interface Start<Input> {
  readonly input: Input;
  /** The context in which its dates were read. */
  readonly dates: DateContext;
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
  show = (outcome, { session }) => showWrite(outcome, session, { starts: true }),
  ...declaration
}: VerbThatStarts<A, O, Input>): WriteCommand<keyof A & string, keyof O & string, Start<Input>> {
  return {
    ...command<A, O>({
      ...declaration,
      run: async (call) => {
        const start = await parse(call);
        const hints = [...(start.hints ?? []), ...(await checkYears(call, start.input, start.dates))];
        return hinted(show(await recordStart(call, decide, start), call), hints);
      },
    }),
    parse: async (typed, run) => parse(readCall(declaration, typed, run)),
  };
}

function hinted(screen: Screen, hints: readonly string[]): Screen {
  return { ...screen, hints: [...(screen.hints ?? []), ...hints] };
}

/** Records something new as one operation. Throws a Refusal. */
export async function recordStart<Input>(
  { session, verb }: Call,
  decide: DecideStart<Input>,
  { input, about }: Pick<Start<Input>, 'input' | 'about'>,
): Promise<Outcome> {
  const { execute, startNew } = await import('../../app/execute.ts');
  return execute(session.open('write'), verb, startNew(decide, input, about ?? null));
}
