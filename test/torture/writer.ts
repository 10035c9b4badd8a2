import { writeSync } from 'node:fs';
import { COMMANDS } from '../../src/cli/commands.ts';
import { CommandLine } from '../../src/cli/run/command-line.ts';
import { collectIo } from '../support/collected-io.ts';
import { numbersFrom } from '../support/numbers.ts';

// A process that records one thing after the other until it is killed. After each command that ends with exit code 0 it
// prints the word that only this command recorded: from then on, that word must never be lost.
const [database = '', name = '', seed = '0'] = process.argv.slice(2);
const next = numbersFrom(Number(seed));
const oneOf = <T>(choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(next() * choices.length)] ?? choices[0];

for (let count = 0; ; count++) {
  const word = `${name}x${count}x`;
  if ((await run(lineWith(word))) === 0) writeSync(1, `${word}\n`);
}

/** A command line that records a word. */
function lineWith(word: string): string[] {
  const client = oneOf(['Acme Corp', 'Joe', 'Café Lumière']);
  return oneOf<() => string[]>([
    () => ['add', `Report ${word}`, '--for', client, '--by', 'friday', '-e', '3h', '--new-client'],
    () => ['add', `Logo ${word}`, '--for', client, '--agreed', 'in 2 weeks', '-w', '--new-client'],
    () => ['promise', `call ${word}`, '--to', client, '--by', 'tomorrow', '--new-client'],
    () => ['told', client, `hello ${word}`, '--new-client'],
    () => ['heard', client, `question ${word}`, '--needs-reply', '--new-client'],
    () => ['note', '.', `note ${word} ${'long '.repeat(Math.floor(next() * 900))}`],
    () => ['drop', '.', '--because', `no budget ${word}`],
  ])();
}

function run(words: readonly string[]): Promise<number> {
  const env = { FOLLOWUP_DB: database, XDG_CONFIG_HOME: `${database}.config`, TZ: 'Europe/Berlin' };
  const { io } = collectIo(env);
  return new CommandLine(words, { ...io, clock: Date.now }, COMMANDS).run();
}
