import { existsSync, realpathSync, statSync } from 'node:fs';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { whyFileFailed } from '../../domain/base/why-file-failed.ts';
import { readBeginning } from '../../system/read-beginning.ts';
import { whyNoFile } from '../../system/why-no-file.ts';
import { writeDurably } from '../../system/write-durably.ts';
import type { Call } from './call.ts';
import { askWhether } from './prompts/ask.ts';
import { refuseBlank } from './refuse-blank.ts';

/** A file that only its owner may read, unless it was there before and others may. */
const PRIVATE = 0o600;

/**
 * Writes a file for other programs, whole or not at all. One that is there is replaced if it is ours, going by its beginning; else
 * it is asked about in a terminal, and refused elsewhere. Throws a Refusal.
 */
export async function writeFile(
  call: Call,
  file: string,
  pieces: Iterable<string>,
  isOurs: (beginning: string) => boolean,
): Promise<void> {
  refuseBlank(file);
  const isThere = orRefuse(file, () => existsSync(file));
  if (isThere) {
    const why = orRefuse(file, () => whyNoFile(statSync(file)));
    if (why !== null) throw refuseWriting(file, why);
    const isReplaced =
      orRefuse(file, () => isOurs(readBeginning(file))) ||
      (await askWhether(call, `${file} already exists. Replace it?`, false));
    if (!isReplaced) {
      throw refuse(
        'file-exists',
        `${file} already exists.`,
        'Name another file, or add --yes to replace it. Nothing was written.',
      );
    }
  }
  orRefuse(file, () => {
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
