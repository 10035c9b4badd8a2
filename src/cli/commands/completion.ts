import { basename } from 'node:path';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import type { Screen } from '../run/screen.ts';

export const completion: Command = {
  name: 'completion',
  summary: 'have your shell complete what you type',
  details:
    'It prints a script for your shell, which completes fup as well: commands, options, numbers of commitments and clients, each with what it is. Only clients are offered whose names need no quotes. The old bash of macOS cannot source it like that; there it is: eval "$(followup completion bash)"',
  arguments: [
    ['[shell]', 'bash, zsh or fish; else the one that $SHELL names'],
    ['[words...]', 'with --candidates: the command line up to the cursor, behind --'],
  ],
  options: [['--candidates', 'what can stand next, for the scripts']],
  ignoresSettings: true,
  examples: [
    ['completion bash', 'put into ~/.bashrc: source <(followup completion bash)'],
    ['completion zsh', 'put into ~/.zshrc, below compinit: source <(followup completion zsh)'],
    ['completion fish > ~/.config/fish/conf.d/followup.fish', 'once, and again after an update'],
  ],
  run: (call) => (call.flag('candidates') ? showCandidates(call) : showScript(call)),
};

async function showScript(call: Call): Promise<Screen> {
  const { completionScript, SHELLS } = await import('../completion/scripts.ts');
  const named = [...call.words(0), ...call.words(1)].join(' ');
  const word = named || basename(call.session.io.env.SHELL ?? '');
  const shell = SHELLS.find((each) => each === word);
  if (shell === undefined) {
    throw new Refusal(
      'unknown-shell',
      word === '' ? 'Which shell?' : `There is no script for "${word}".`,
      `Name one of: ${SHELLS.join(', ')}.`,
      'usage',
    );
  }
  const script = completionScript(shell);
  return { json: () => ({ shell, script }), text: () => script };
}

/** What can stand next, a line each; nothing when anything is wrong, because whoever is typing asked no question. */
async function showCandidates(call: Call): Promise<Screen> {
  const words = [...call.words(0), ...call.words(1)];
  let lines: string[] = [];
  try {
    const { candidatesFor } = await import('../completion/candidates.ts');
    const candidates = candidatesFor(words, await call.program.allCommands(), call.session.databaseFile);
    lines = candidates.map(({ value, description }) => `${value}\t${description}\n`);
  } catch {
    // A file that is locked, damaged or newer is spoken of when a command is run.
  }
  return { json: () => null, text: () => '', raw: () => lines };
}
