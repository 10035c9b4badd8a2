import { createRequire } from 'node:module';

/**
 * Replaces `node:child_process` in the bundle by a version that is loaded when it is first called. commander
 * and prompts import it at start-up but hardly ever use it, and loading it takes a tenth of the time of a
 * command.
 */
type ChildProcess = typeof import('node:child_process');

const load = createRequire(import.meta.url);

function real(): ChildProcess {
  // Without the `node:` prefix, or the bundler would replace it by this file.
  return load('child_process') as ChildProcess;
}

export const spawn: ChildProcess['spawn'] = ((...args: Parameters<ChildProcess['spawn']>) =>
  real().spawn(...args)) as ChildProcess['spawn'];

export const spawnSync: ChildProcess['spawnSync'] = ((...args: Parameters<ChildProcess['spawnSync']>) =>
  real().spawnSync(...args)) as ChildProcess['spawnSync'];
