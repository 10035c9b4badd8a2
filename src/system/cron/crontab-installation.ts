import type { Crontab } from './crontab.ts';
import { type Block, findBlocks, withBlock, withoutBlock } from './crontab-block.ts';
import type { Installation, InstallationState } from './installation.ts';
import { filesOf } from './job.ts';
import { wordsOfLine } from './job-lines.ts';

/**
 * The lines of a database in the user's crontab. `text` is the crontab as it was read, and `crontab` is changed only by
 * installing and removing, when it is read again.
 */
export function crontabInstallation(
  crontab: Crontab,
  text: string,
  database: string,
  lines: readonly string[],
): Installation {
  const name = bytesOf(database);
  const wanted = lines.map(bytesOf);
  const blocks = findBlocks(text, name);
  const found = blocks.flatMap((block) => block.lines.map(textOf));
  return {
    kind: 'crontab',
    lines,
    found,
    named: found.flatMap((line) => filesOf(wordsOfLine(line))),
    state: stateOf(blocks, withBlock(text, name, wanted) === text),
    install: () => crontab.change((now) => withBlock(now, name, wanted)),
    remove: () => crontab.change((now) => withoutBlock(now, name)),
  };
}

function stateOf(blocks: readonly Block[], isSame: boolean): InstallationState {
  if (blocks.length === 0) return 'absent';
  if (isSame) return 'current';
  return blocks.some(({ isEdited }) => isEdited) ? 'edited' : 'outdated';
}

/** A text as a crontab is read: with a character for each byte. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function textOf(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}
