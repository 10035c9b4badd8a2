import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../domain/base/refusal.ts';
import { whyFileFailed } from '../domain/base/why-file-failed.ts';

/**
 * Makes a folder that nobody else can read among the temporary files; its name begins with `prefix`. Throws a
 * Refusal that names the folder for temporary files, which is what has to be put right.
 */
export function makeTemporaryFolder(prefix: string): string {
  const place = tmpdir();
  try {
    return mkdtempSync(join(place, prefix));
  } catch (error) {
    const why = whyFileFailed(error);
    if (why === null) throw error;
    throw refuse(
      'no-temporary-files',
      `The folder for temporary files, ${place}, cannot be used: ${why}.`,
      'Nothing was saved. Set TMPDIR to a folder in which you may write.',
    );
  }
}
