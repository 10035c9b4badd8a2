import { Command as Commander } from 'commander';
import { nearWords } from '../../domain/base/edit-distance.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Environment, Io } from '../../system/io.ts';
import { VERSION } from '../../system/version.ts';
import { Call } from './call.ts';
import type { Command, CommandTable } from './command.ts';
import { GLOBAL_OPTIONS } from './options.ts';
import { print } from './print.ts';
import type { Program } from './program.ts';
import { report } from './report.ts';
import type { Screen } from './screen.ts';
import { type Globals, Session } from './session.ts';

/** One command line, from its words to its exit code. */
export class CommandLine implements Program {
  private session: Session | null = null;

  constructor(
    private readonly argv: readonly string[],
    private readonly io: Io,
    private readonly commands: CommandTable,
  ) {}

  /** Runs it, reports what goes wrong, and returns the exit code. */
  async run(): Promise<number> {
    try {
      return await this.perform();
    } catch (error) {
      return this.report(error);
    }
  }

  /** Reports an error, wherever it was thrown, and returns the exit code. */
  report(error: unknown): Promise<number> {
    const [word] = commandWords(this.argv);
    return report(error, this.io, {
      command: word !== undefined && this.commands.names.includes(word) ? word : undefined,
      isJson: hasFlag(this.argv, '--json'),
      hasRecorded: this.session?.hasRecorded ?? false,
    });
  }

  async allCommands(): Promise<readonly Command[]> {
    return [...(await this.commands.groups()).values()].flat();
  }

  async screenOf(argv: readonly string[], env: Environment): Promise<Screen> {
    const { command, call } = await this.prepare(argv, { ...this.io, env });
    return command.run(call);
  }

  private async perform(): Promise<number> {
    const { argv } = this;
    const [word, ...rest] = commandWords(argv);
    const asksForHelp = hasFlag(argv, '--help') || hasFlag(argv, '-h');
    if (word === undefined && hasFlag(argv, '--version')) return this.printText(VERSION);
    if (word === 'help' || (word === undefined && asksForHelp)) {
      return this.help(rest.find((each) => !each.startsWith('-')));
    }
    if (word !== undefined && asksForHelp && this.commands.names.includes(word)) return this.help(word);

    const { command, call } = await this.prepare(word === undefined ? ['today', ...argv] : argv, this.io);
    this.session = call.session;
    let exitCode = 0;
    for (let screen: Screen | null = await command.run(call); screen; ) {
      exitCode = await print(screen, call.session);
      screen = (await screen.afterwards?.()) ?? null;
    }
    return exitCode;
  }

  /** Takes a command line apart. Throws what commander says of one that is not valid. */
  private async prepare(argv: readonly string[], io: Io) {
    const program = newProgram();
    const [word = ''] = commandWords(argv);
    const command = await this.commands.find(word);
    let call: Call | undefined;
    if (command) {
      declare(program, command, async (positional, options) => {
        const session = await Session.begin(program.opts<Globals>(), io, command.ignoresSettings);
        call = new Call(command.name, session, positional, options, this);
      });
    } else {
      // All names, so that a typo can be told what it was near to.
      for (const name of this.commands.names) program.command(name);
    }
    await program.parseAsync(argv, { from: 'user' });
    if (!command || !call)
      throw new Refusal('unknown-command', `There is no command "${word}".`, null, 'usage');
    return { command, call };
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

function newProgram(): Commander {
  const program = new Commander('followup')
    .exitOverride()
    .helpCommand(false)
    .helpOption(false)
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .option('--version');
  for (const [syntax, meaning] of GLOBAL_OPTIONS) program.option(syntax, meaning);
  return program;
}

function declare(
  program: Commander,
  command: Command,
  begin: (positional: (string | string[] | undefined)[], options: Record<string, unknown>) => Promise<void>,
): void {
  const declared = program.command(command.name);
  for (const [syntax, meaning] of command.arguments) declared.argument(syntax, meaning);
  for (const [syntax, meaning] of command.options) declared.option(syntax, meaning);
  declared.action(async (...given: unknown[]) => {
    const positional = given.slice(0, command.arguments.length) as (string | string[] | undefined)[];
    await begin(positional, declared.opts<Record<string, unknown>>());
  });
}

/** The words of a command line from the name of the command on: what stands before it can only be options of the program. */
function commandWords(argv: readonly string[]): readonly string[] {
  const takesValue = new Set(
    GLOBAL_OPTIONS.filter(([syntax]) => syntax.includes('<')).map(([syntax]) => syntax.split(' ')[0]),
  );
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (takesValue.has(word)) index++;
    else if (!word.startsWith('-')) return argv.slice(index);
  }
  return [];
}

/** Whether a command line has an option; what follows -- is text, whatever it looks like. */
function hasFlag(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(flag);
}
