import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../domain/base/refusal.ts';
import { sayWhyFailed } from '../../domain/base/why-file-failed.ts';
import { readPart } from '../../system/read-bytes.ts';
import { isPageName } from '../../views/report/file-name.ts';
import { isInternalPage } from '../../views/report/page.ts';

/** Enough to tell what a page is. */
const BEGINNING = 4096;

/**
 * Removes the pages for a manager that an earlier run wrote to a folder, and this one did not: a client who was renamed has a page
 * under the old name there. Returns how many there were. Throws a Refusal.
 */
export function removeOldPages(folder: string, written: ReadonlySet<string>): number {
  try {
    const old = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() &&
        isPageName(entry.name) &&
        !written.has(entry.name) &&
        isInternalPage(readPart(join(folder, entry.name), 0, BEGINNING).toString('utf8')),
    );
    for (const { name } of old) unlinkSync(join(folder, name));
    return old.length;
  } catch (error) {
    throw refuse(
      'pages-not-removed',
      `The pages are written, but older ones in ${folder} could not be removed: ${sayWhyFailed(error)}.`,
      'Remove them yourself, or write to another folder.',
    );
  }
}
