import { Command as Commander, CommanderError } from 'commander';
import { nearWords } from '../domain/base/edit-distance.ts';
import { Refusal, type RefusalKind } from '../domain/base/refusal.ts';
import { explainSqliteError } from '../store/sqlite-error.ts';
import { printable, printableJson } from '../views/printable.ts';
import { wrap } from '../views/terminal/width.ts';
import { allCommands, COMMAND_NAMES, findCommand } from './commands.ts';
import { Call } from './run/call.ts';
import type { Command } from './run/command.ts';
import { isInterrupt } from './run/interrupt.ts';
import { GLOBAL_OPTIONS } from './run/options.ts';
import type { Program } from './run/program.ts';
import type { Screen } from './run/screen.ts';
import { type Globals, Session } from './run/session.ts';
import { VERSION } from './version.ts';

/** Exit codes of the kinds of refusal (design 4.4). */
const EXIT_CODES: Readonly<Record<RefusalKind, number>> = { refused: 1, usage: 2, missing: 4, database: 5 };
const INTERRUPTED = 130;

/** Runs one command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  // Where nobody reads the errors there is nobody to tell.
  process.stderr.on('error', () => {});
  process.exitCode = await run(argv).catch((error: unknown) => report(error, argv));
}

async function run(argv: readonly string[]): Promise<number> {
  const [word, ...rest] = commandWords(argv);
  const asksForHelp = hasFlag(argv, '--help') || hasFlag(argv, '-h');
  if (word === undefined && hasFlag(argv, '--version')) return printText(VERSION);
  if (word === undefined && !asksForHelp) return run(['today', ...argv]);
  if (word === undefined || word === 'help') {
    const topic = rest.find((each) => !each.startsWith('-'));
    return topic === undefined ? printText(await (await import('./help.ts')).programHelp()) : help(topic);
  }
  if (asksForHelp && COMMAND_NAMES.includes(word)) return help(word);

  const { command, call } = await prepare(argv, process.env);
  let exitCode = 0;
  for (let screen: Screen | null = await command.run(call); screen; ) {
    exitCode = await print(screen, call.session);
    screen = (await screen.afterwards?.()) ?? null;
  }
  return exitCode;
}

/** Takes a command line apart. Throws what commander says of one that is not valid. */
async function prepare(argv: readonly string[], env: NodeJS.ProcessEnv) {
  const program = newProgram();
  const [word = ''] = commandWords(argv);
  const command = await findCommand(word);
  let call: Call | undefined;
  if (command) {
    declare(program, command, async (positional, options) => {
      const session = await Session.begin(program.opts<Globals>(), env, command.ignoresSettings);
      call = new Call(command.name, session, positional, options, PROGRAM);
    });
  } else {
    // All names, so that a typo can be told what it was near to.
    for (const name of COMMAND_NAMES) program.command(name);
  }
  await program.parseAsync(argv, { from: 'user' });
  if (!command || !call)
    throw new Refusal('unknown-command', `There is no command "${word}".`, null, 'usage');
  return { command, call };
}

/** The program, for the commands that deal with others. */
const PROGRAM: Program = {
  allCommands: async () => [...(await allCommands()).values()].flat(),
  perform,
};

async function perform(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Screen> {
  const { command, call } = await prepare(argv, env);
  return command.run(call);
}

async function help(name: string): Promise<number> {
  const command = await findCommand(name);
  if (command) return printText((await import('./help.ts')).commandHelp(command));
  const [near] = nearWords(name, COMMAND_NAMES);
  throw new Refusal(
    'unknown-command',
    `There is no command "${name}".`,
    near ? `Did you mean ${near}?` : 'See: followup help',
    'usage',
  );
}

function printText(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
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

async function print(screen: Screen, session: Session): Promise<number> {
  const { globals } = session;
  const { exitCode = 0, hints = [] } = screen;
  if (screen.raw) {
    for (const piece of screen.raw()) process.stdout.write(piece);
    return exitCode;
  }
  const isForPeople = !globals.json && !(globals.plain && screen.plain);
  const text = globals.json
    ? printableJson(screen.json() ?? null, 2)
    : globals.plain && screen.plain
      ? screen
          .plain()
          .map((row) => row.map(printable).join('\t'))
          .join('\n')
      : await screen.text();
  const isSilent = globals.quiet && screen.isEcho && !globals.json;
  const mark = isForPeople ? session.mark : [];
  if (text !== '' && !isSilent) process.stdout.write(`${[...mark, text].join('\n')}\n`);
  if (!globals.quiet && !globals.json) for (const hint of hints) process.stderr.write(fitted(hint).join(''));
  return exitCode;
}

/** Says what went wrong, why and what to do next, and returns the exit code. */
function report(error: unknown, argv: readonly string[]): number {
  if (isInterrupt(error)) return INTERRUPTED;
  const refusal = toRefusal(error, commandWords(argv)[0]);
  const { code, message, hint, kind, details } = refusal;
  process.stderr.write(
    hasFlag(argv, '--json')
      ? `${printableJson({ error: { code, message, hint, ...(details.length > 0 && { details }) } })}\n`
      : [message, ...details, hint].flatMap((text) => (text ? fitted(text) : [])).join(''),
  );
  return EXIT_CODES[kind];
}

/** A message as lines that end before the terminal does; in a pipe it is one line. */
function fitted(text: string): string[] {
  const width = process.stderr.isTTY ? process.stderr.columns : Number.POSITIVE_INFINITY;
  return wrap(printable(text), width).map((line) => `${line}\n`);
}

function toRefusal(error: unknown, word: string | undefined): Refusal {
  const explained = explainSqliteError(error, 'The database');
  if (explained instanceof Refusal) return explained;
  if (error instanceof CommanderError) return explainUsage(error, word);
  const message = error instanceof Error ? error.message : String(error);
  return new Refusal(
    'unexpected',
    `Something went wrong inside followup: ${message}.`,
    'Nothing was saved. It is a defect: please report it, with the command line.',
  );
}

/** Whether a command line has an option; what follows -- is text, whatever it looks like. */
function hasFlag(argv: readonly string[], flag: string): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(flag);
}

function explainUsage(error: CommanderError, word: string | undefined): Refusal {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`;
  const code = error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const near = suggestion?.replace(/[()]/g, '');
  return new Refusal(
    code,
    message,
    near ?? `See: followup help${word && COMMAND_NAMES.includes(word) ? ` ${word}` : ''}`,
    'usage',
  );
}
