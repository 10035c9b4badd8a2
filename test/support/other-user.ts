import { spawnSync } from 'node:child_process';
import { LAUNCHER } from './cli.ts';

/** The user, and the group, who own nothing. */
export const NOBODY = 65534;

/**
 * The command that runs another as a user whom permissions hold back, as they do not hold back root; null if that
 * cannot be done here.
 */
export const asOtherUser: readonly string[] | null = findWay();

function findWay(): readonly string[] | null {
  if (process.getuid?.() !== 0) return [];
  const way = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const [program = '', ...words] = [...way, process.execPath, LAUNCHER, '--version'];
  return spawnSync(program, words).status === 0 ? way : null;
}
