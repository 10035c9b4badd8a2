// Prints the version and the help from the texts that the build collected, which saves loading the program. A
// test checks that this and src/cli/run/command-line.ts agree on which words ask for them.
const { readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const TEXTS = join(__dirname, '..', 'dist', 'texts.json');

/** Prints the text that a command line asks for; returns whether there was one. */
function answer(argv) {
  const text = textFor(argv);
  return text !== undefined && print(`${text}\n`);
}

function textFor(argv) {
  const texts = readTexts();
  if (texts === undefined) return undefined;
  const [word, ...rest] = commandWords(argv, texts.optionsWithValue);
  const asksForHelp = hasFlag(argv, '--help') || hasFlag(argv, '-h');
  if (word === undefined && hasFlag(argv, '--version')) return texts.version;
  if (word === undefined && !asksForHelp) return undefined;
  if (word === undefined || word === 'help') {
    const topic = rest.find((each) => !each.startsWith('-'));
    return topic === undefined ? texts.program : ownText(texts.commands, topic);
  }
  return asksForHelp ? ownText(texts.commands, word) : undefined;
}

/** The help of a command. If there is no such command, the program itself says so. */
function ownText(commands, name) {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

function readTexts() {
  try {
    return JSON.parse(readFileSync(TEXTS, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The arguments from the command's name on. Before it there can only be options of the program. */
function commandWords(argv, optionsWithValue) {
  for (let index = 0; index < argv.length; index++) {
    if (optionsWithValue.includes(argv[index])) index++;
    else if (!argv[index].startsWith('-')) return argv.slice(index);
  }
  return [];
}

/** Whether a command line has an option. What follows -- is text, whatever it looks like. */
function hasFlag(argv, flag) {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(flag);
}

/**
 * Writes without Node's stream, which takes longer to set up than everything else; returns whether that
 * worked. If it did not, the program itself tries, and reports the error. Only a pipe that is full for the moment is
 * left to the stream, which waits.
 */
function print(text) {
  const all = Buffer.from(text);
  let written = 0;
  try {
    while (written < all.length) written += writeSync(1, all, written);
  } catch (error) {
    // A reader that has seen enough closes the pipe; that is not an error.
    if (error.code === 'EPIPE') return true;
    if (error.code !== 'EAGAIN') return false;
    process.stdout.on('error', () => {});
    process.stdout.write(all.subarray(written));
  }
  return true;
}

module.exports = { answer };
