import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until the names in a folder are on the disk. Throws the error of the file system. */
export function syncFolder(path: string): void {
  let folder: number | null = null;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch (error) {
    // Some file systems cannot do that with a folder, and do it by themselves; some folders may not be read.
    if (!/^(?:EINVAL|ENOTSUP|EPERM|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (folder !== null) closeSync(folder);
  }
}
