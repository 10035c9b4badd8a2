import { Refusal } from '../../domain/base/refusal.ts';
import { acceptText } from '../../domain/base/text.ts';
import type { SayingValues } from './arguments/declaration.ts';
import type { Command, Run, Typed } from './command.ts';
import type { Program } from './program.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/** A command line as its command sees it: the values of its arguments and options, and the run. */
export class Call<Arguments = unknown, Options = unknown> {
  readonly session: Session;
  readonly program: Program;

  constructor(
    /** The name of the command. */
    readonly verb: string,
    private readonly run: Run,
    readonly args: Arguments,
    readonly options: Options,
  ) {
    this.session = run.session;
    this.program = run.program;
  }

  /** When and how the words of the line were said, as far as it says so. */
  get saidWith(): SayingValues {
    // In every table of options these names have these types.
    return this.options as SayingValues;
  }

  /** Whether questions can be asked. */
  get isInteractive(): boolean {
    return this.session.isInteractive && !this.run.isPartOfAnother;
  }

  /** The words of a text; `-` reads standard input. Throws a Refusal if they are too many. */
  async text(words: string): Promise<string> {
    // The words of a partial command were typed at a prompt, so `-` has no special meaning in them.
    const isElsewhere = words === '-' && !this.run.isPartOfAnother;
    return acceptText((isElsewhere ? await this.session.io.stdin.read() : words).trim(), 'words');
  }

  /**
   * Runs another command as a part of this one. It asks no questions, because this command has asked them,
   * unless `asks` is set.
   */
  part<A extends string, O extends string>(
    command: Command<A, O>,
    typed: Typed<A, O>,
    { asks = false } = {},
  ): Promise<Screen> {
    const { session, program } = this;
    return command.run(typed, { session, program, isPartOfAnother: !asks });
  }

  /** The refusal of a command line without a required argument. */
  refuseMissing(argument: string): Refusal {
    return new Refusal(
      'missing-argument',
      `Missing required argument '${argument}'.`,
      `See: followup help ${this.verb}`,
      'usage',
    );
  }
}
