import { basename } from 'node:path';
import { Refusal } from '../../domain/base/refusal.ts';
import { printable } from '../../views/printable.ts';
import { SHELLS } from '../completion/shells.ts';
import { everyWord, word } from '../run/arguments/argument.ts';
import { flag } from '../run/arguments/option.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import type { Screen } from '../run/screen.ts';

export const completion = command({
  name: 'completion',
  summary: 'make your shell complete what you type',
  takesFileAsItIs: true,
  details:
    'It prints a script for your shell. It completes commands, options, numbers of commitments and clients, each with a description, also after fup. Clients whose names need quotes are left out. The old bash of macOS cannot source the script like that; there, use: eval "$(followup completion bash)"',
  arguments: {
    shell: word(
      '[shell]',
      'bash, zsh or fish (default: the one in $SHELL)',
      SHELLS.map((shell) => ({ word: shell, means: '' })),
    ),
    words: everyWord('[words...]', 'with --candidates: the command line up to the cursor, after --'),
  },
  options: { candidates: flag('--candidates', 'print what can come next, for the scripts') },
  ignoresSettings: true,
  examples: [
    ['completion bash', 'put into ~/.bashrc: source <(followup completion bash)'],
    ['completion zsh', 'put into ~/.zshrc, below compinit: source <(followup completion zsh)'],
    ['completion fish > ~/.config/fish/conf.d/followup.fish', 'once, and again after an update'],
  ],
  run: (call) => {
    const { shell, words } = call.args;
    const all = shell === undefined ? words : [shell, ...words];
    return call.options.candidates ? showCandidates(call, all) : showScript(call, all.join(' '));
  },
});

async function showScript({ session }: Call, named: string): Promise<Screen> {
  const { completionScript } = await import('../completion/scripts.ts');
  const name = named || basename(session.io.env.SHELL ?? '');
  const shell = SHELLS.find((candidate) => candidate === name);
  if (shell === undefined) {
    throw new Refusal(
      'unknown-shell',
      name === '' ? 'Which shell?' : `There is no script for "${name}".`,
      `Name one of: ${SHELLS.join(', ')}.`,
      'usage',
    );
  }
  const script = completionScript(shell);
  // A shell reads it, so no line may be broken to fit.
  const raw = session.globals.json ? {} : { raw: () => [`${script}\n`] };
  return { json: () => ({ shell, script }), text: () => script, ...raw };
}

/**
 * The words that can come next, one a line. Errors give nothing, because whoever is typing has not run a
 * command yet.
 */
async function showCandidates(call: Call, words: readonly string[]): Promise<Screen> {
  let lines: string[] = [];
  try {
    const { candidatesFor } = await import('../completion/candidates.ts');
    const candidates = candidatesFor(words, await call.program.allCommands(), (option) =>
      call.session.databaseFileFor(option),
    );
    // What cannot be typed cannot come next.
    const typeable = candidates.filter(({ value }) => value === printable(value));
    lines = typeable.map(({ value, description }) => `${value}\t${printable(description)}\n`);
  } catch {
    // A locked, damaged or newer file is reported when a command is run.
  }
  return { json: () => null, text: () => '', raw: () => lines };
}
