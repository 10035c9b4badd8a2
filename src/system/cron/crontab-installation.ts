import type { InstallationState } from '../../domain/agenda/reminder-jobs.ts';
import type { Crontab } from './crontab.ts';
import { CrontabBlock } from './crontab-block.ts';
import type { Installation } from './installation.ts';
import { filesOf } from './job.ts';
import { wordsOfLine } from './job-lines.ts';

/** The block of a database in the text of a crontab, as `Crontab` reads it. */
export function blockOf(crontab: string, database: string): CrontabBlock {
  return new CrontabBlock(crontab, bytesOf(database));
}

/** The lines of a block, as texts. */
export function linesIn({ lines }: CrontabBlock): string[] {
  return lines.map((line) => Buffer.from(line, 'latin1').toString());
}

/**
 * The lines of a database in the user's crontab. `block` is its block as it was read, and `crontab` is changed only by
 * installing and removing, when it is read again.
 */
export function crontabInstallation(
  crontab: Crontab,
  block: CrontabBlock,
  database: string,
  lines: readonly string[],
): Installation {
  const wanted = lines.map(bytesOf);
  const found = linesIn(block);
  return {
    place: 'crontab',
    lines,
    found,
    named: found.flatMap((line) => filesOf(wordsOfLine(line))),
    state: stateOf(block, wanted),
    install: () => crontab.change((now) => blockOf(now, database).with(wanted)),
    remove: () => crontab.change((now) => blockOf(now, database).without()),
  };
}

function stateOf(block: CrontabBlock, wanted: readonly string[]): InstallationState {
  if (!block.isThere) return 'absent';
  if (block.has(wanted)) return 'current';
  return block.isEdited ? 'edited' : 'outdated';
}

/** A text as a crontab is read: with a character for each byte. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
