import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';

/** What a path that mail is read from is. */
export type MailPlace = 'file' | 'pipe' | { readonly files: readonly string[] };

/** The flags in the name of a message in a Maildir: deleted, and not sent yet. */
const TRASHED_OR_DRAFT = /[:;!]2,[A-Z]*[DT][A-Z]*$/;

/** The names of messages in a folder that is no Maildir: saved one by one, or numbered (MH). */
const MESSAGE_NAME = /\.(?:eml|mbox|mbx|msg)$|^\d+$/i;

/**
 * What a path is, and for a folder the files with messages in it: in a Maildir all in `new` and `cur` but those that are
 * trashed or drafts; in any other folder those with the name of a message. Throws a Refusal.
 */
export function lookAtMail(path: string): MailPlace {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.isFIFO() ? 'pipe' : 'file';
    const names = new Set(readdirSync(path));
    const isMaildir = names.has('new') && names.has('cur');
    const files = isMaildir
      ? ['new', 'cur'].flatMap((folder) =>
          filesIn(join(path, folder), (name) => !TRASHED_OR_DRAFT.test(name)),
        )
      : filesIn(path, (name) => MESSAGE_NAME.test(name));
    return { files };
  } catch (error) {
    throw new Refusal(
      'file-unreadable',
      `${path} cannot be read: ${sayWhyFailed(error)}.`,
      'Check the path; nothing was taken in.',
    );
  }
}

/** The files in a folder with a name that counts, in order; hidden ones never do. */
function filesIn(folder: string, counts: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && counts(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
