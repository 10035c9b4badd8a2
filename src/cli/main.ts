import { processIo } from '../system/io.ts';
import { COMMANDS } from './commands.ts';
import { CommandLine } from './run/command-line.ts';

/** Runs one command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const line = new CommandLine(argv, processIo(), COMMANDS);
  // Errors thrown outside of any command, in a timer or an unawaited promise.
  process.on('uncaughtException', async (error) => process.exit(await line.report(error)));
  process.exitCode = await line.run();
}
