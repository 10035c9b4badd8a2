import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { whyFileFailed } from '../../domain/base/why-file-failed.ts';
import { readPart } from '../../system/read-bytes.ts';
import { whyNoFile } from '../../system/why-no-file.ts';
import { writeDurably } from '../../system/write-durably.ts';
import type { Call } from './call.ts';
import { askWhether } from './prompts/ask.ts';
import { refuseBlank } from './refuse-blank.ts';

/** A file that only its owner may read, unless it was there before and others may. */
const PRIVATE = 0o600;

/** Whether a file is one of ours, going by its beginning. */
type IsOurs = (beginning: string) => boolean;

/** Enough to tell what a file is. */
const BEGINNING = 4096;

/**
 * Writes a file for other programs, whole or not at all. One that is there is replaced if it is ours; else it is asked about in a
 * terminal, and refused elsewhere. Throws a Refusal.
 */
export async function writeFile(
  call: Call,
  file: string,
  pieces: Iterable<string>,
  isOurs: IsOurs,
): Promise<void> {
  await keepOthersFile(call, file, isOurs);
  replaceFile(file, pieces);
}

/** Makes sure that no file of somebody else is replaced: it asks in a terminal. Throws a Refusal. */
export async function keepOthersFile(call: Call, file: string, isOurs: IsOurs): Promise<void> {
  refuseBlank(file);
  if (!orRefuse(file, () => existsSync(file))) return;
  const why = orRefuse(file, () => whyNoFile(statSync(file)));
  if (why !== null) throw refuseWriting(file, why);
  if (isOurs(readPart(file, 0, BEGINNING).toString('utf8'))) return;
  if (await askWhether(call, `${file} already exists. Replace it?`, false)) return;
  throw refuse(
    'file-exists',
    `${file} already exists.`,
    'Name another file, or add --yes to replace it. Nothing was written.',
  );
}

/** Makes sure that there is a folder for a file, before anything is said about what will stand in it. Throws a Refusal. */
export function checkFolderOf(file: string): void {
  orRefuse(file, () => accessSync(dirname(file), constants.W_OK));
}

/** Writes a file, whole or not at all, in place of one that may be there. Throws a Refusal. */
export function replaceFile(file: string, pieces: Iterable<string>): void {
  orRefuse(file, () => {
    const isThere = existsSync(file);
    // A link stays, and what it leads to is written.
    const path = isThere ? realpathSync(file) : file;
    writeDurably(path, pieces, isThere ? statSync(path).mode & 0o777 : PRIVATE);
  });
}

function orRefuse<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const why = whyFileFailed(error);
    throw why === null ? error : refuseWriting(file, why);
  }
}

function refuseWriting(file: string, why: string): Refusal {
  return refuse('file-not-written', `${file} could not be written: ${why}.`, 'Name another file.');
}
