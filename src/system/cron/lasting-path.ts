import { realpathSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { programsNamed } from '../find-program.ts';
import type { Environment } from '../io.ts';

/** A version in a path: nvm's v22.1.0, Homebrew's Cellar/node/22.1.0, the revision of a snap. */
const VERSION = /\d+\.\d+|\/snap\/[^/]+\/\d+\//;

/** Folders whose content is gone after a restart, or when the shell ends as fnm's. */
const FLEETING = /^(?:\/var)?\/run\/|\/fnm_multishells\//;

/**
 * A path of node that survives an upgrade: the `node` on PATH that is the running one, if its path names no version.
 * Else the path of the running one, which Node gives with all links resolved.
 */
export function lastingNode({ PATH = '' }: Environment, running: string = process.execPath): string {
  const isLasting = (path: string) => !namesVersion(path) && !FLEETING.test(path);
  const same = programsNamed('node', PATH.split(':')).filter((path) => realOf(path) === realOf(running));
  return same.find(isLasting) ?? running;
}

/** Whether a path names a version, so that an upgrade takes it away. */
export function namesVersion(path: string): boolean {
  return VERSION.test(path);
}

/** The path of the running program: absolute, and still a link if it is one, because links survive upgrades. */
export function lastingProgram(program: string): string {
  return isAbsolute(program) ? program : resolve(program);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
