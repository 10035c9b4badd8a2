import { nearWords } from '../../domain/base/edit-distance.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Environment, Io } from '../../system/io.ts';
import { VERSION } from '../../system/version.ts';
import { commandWords, hasFlag, parseLine, refuseUnknown } from './arguments/parse-line.ts';
import type { Command, CommandTable, Run, Typed } from './command.ts';
import { giveAdvice } from './give-advice.ts';
import { print } from './print.ts';
import type { Program } from './program.ts';
import { isUnexpected, remark, report } from './report-error.ts';
import type { Screen } from './screen.ts';
import { Session } from './session/session.ts';

/** A command line, from its words to its exit code. */
export class CommandLine implements Program {
  private session: Session | null = null;

  constructor(
    private readonly argv: readonly string[],
    private readonly io: Io,
    private readonly commands: CommandTable,
  ) {}

  /** Runs it, reports errors, and returns the exit code. */
  async run(): Promise<number> {
    try {
      return await this.perform();
    } catch (error) {
      return this.report(error);
    }
  }

  /** Reports an error, wherever it was thrown, and returns the exit code. */
  async report(error: unknown): Promise<number> {
    const [word] = commandWords(this.argv);
    return report(await this.explain(error), this.io, {
      command: word !== undefined && this.commands.names.includes(word) ? word : undefined,
      isJson: hasFlag(this.argv, '--json'),
      database: this.session?.openDatabase?.name,
      hasRecorded: this.session?.hasRecorded ?? false,
    });
  }

  async allCommands(): Promise<readonly Command[]> {
    return [...(await this.commands.groups()).values()].flat();
  }

  async screenOf(argv: readonly string[], env: Environment): Promise<Screen> {
    const { command, typed, run } = await this.prepare(argv, { ...this.io, env });
    return command.run(typed, run);
  }

  private async perform(): Promise<number> {
    const { argv } = this;
    const [word, ...rest] = commandWords(argv);
    const asksForHelp = hasFlag(argv, '--help') || hasFlag(argv, '-h');
    if (word === undefined && hasFlag(argv, '--version')) return this.printText(VERSION);
    if (word === 'help' || (word === undefined && asksForHelp)) {
      return this.help(rest.find((word) => !word.startsWith('-')));
    }
    if (word !== undefined && asksForHelp && this.commands.names.includes(word)) return this.help(word);

    const line = word === undefined ? ['today', ...argv] : argv;
    const { command, typed, run } = await this.prepare(line, this.io);
    let exitCode = 0;
    for (let screen: Screen | null = await command.run(typed, run); screen; ) {
      exitCode = await print(screen, run.session);
      screen = (await screen.afterwards?.()) ?? null;
    }
    await giveAdvice(run.session, run.session.said);
    const failure = await run.session.backUpToday();
    if (failure !== null) await remark(failure, this.io.stderr);
    return exitCode;
  }

  private async prepare(
    argv: readonly string[],
    io: Io,
  ): Promise<{ readonly command: Command; readonly typed: Typed; readonly run: Run }> {
    const [word = ''] = commandWords(argv);
    const command = await this.commands.find(word);
    if (!command) throw refuseUnknown(argv, this.commands.names);
    const { typed, globals } = parseLine(argv, command);
    const session = await Session.begin(globals, io, command.ignoresSettings);
    if (io === this.io) this.session = session;
    if (!command.takesFileAsItIs) await session.prepareRecurring();
    return { command, typed, run: { session, program: this } };
  }

  /** An error that nobody expected may come from a damaged file, which then is the one to blame. */
  private async explain(error: unknown): Promise<unknown> {
    const db = isUnexpected(error) ? this.session?.openDatabase : null;
    if (!db) return error;
    const { explainDamage } = await import('../../app/explain-damage.ts');
    const { VALUE_CHECKS } = await import('./value-checks.ts');
    return explainDamage(db, VALUE_CHECKS) ?? error;
  }

  private async help(name: string | undefined): Promise<number> {
    const { commandHelp, programHelp } = await import('../help.ts');
    if (name === undefined) return this.printText(programHelp(await this.commands.groups()));
    const command = await this.commands.find(name);
    if (command) return this.printText(commandHelp(command));
    const [near] = nearWords(name, this.commands.names);
    throw new Refusal(
      'unknown-command',
      `There is no command "${name}".`,
      near ? `Did you mean ${near}?` : 'See: followup help',
      'usage',
    );
  }

  private async printText(text: string): Promise<number> {
    await this.io.stdout.write(`${text}\n`);
    return 0;
  }
}
