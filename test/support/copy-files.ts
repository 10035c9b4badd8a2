import { cpSync } from 'node:fs';

/**
 * Copies a folder with a database that nobody has open. Its shared memory is left out: SQLite makes it anew, and removes it when
 * the last connection closes, after which a listing may still name it for a moment.
 */
export function copyFiles(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('-shm') });
}
