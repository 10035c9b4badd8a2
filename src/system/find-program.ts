import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './io.ts';

/** The path of a program in one of the folders of `PATH`, or of those named besides; null if it is in none. */
export function findProgram(
  name: string,
  { PATH = '' }: Environment,
  besides: readonly string[] = [],
): string | null {
  return programsNamed(name, [...PATH.split(':'), ...besides])[0] ?? null;
}

/** The paths of all programs of this name in these folders. */
export function programsNamed(name: string, folders: readonly string[]): string[] {
  return folders
    .filter(isAbsolute)
    .map((folder) => join(folder, name))
    .filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
