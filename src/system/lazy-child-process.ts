import { createRequire } from 'node:module';

/**
 * Stands in for `node:child_process` in the bundle: commander and the prompts ask for it at their beginning and hardly
 * ever use it, and loading it takes a tenth of the time of a whole command. It is loaded when it is called.
 */
type ChildProcess = typeof import('node:child_process');

const load = createRequire(import.meta.url);

function real(): ChildProcess {
  // Without the prefix, so that the bundler does not put this very file in its place.
  return load('child_process') as ChildProcess;
}

export const spawn: ChildProcess['spawn'] = ((...args: Parameters<ChildProcess['spawn']>) =>
  real().spawn(...args)) as ChildProcess['spawn'];

export const spawnSync: ChildProcess['spawnSync'] = ((...args: Parameters<ChildProcess['spawnSync']>) =>
  real().spawnSync(...args)) as ChildProcess['spawnSync'];
