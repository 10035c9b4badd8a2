import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fills a disk, or makes room on it again. */
interface Filling {
  /** Leaves this many bytes, if any. */
  readonly all: (left?: number) => void;
  readonly none: () => void;
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]).status === 0;
}

/** Whether a small disk can be had here, which takes root. */
export const hasSmallDisk = canMount();

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'followup-disk-'));
  const isMounted = mount(folder);
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return isMounted;
}

/** Puts a folder with its files on a disk of one megabyte while `use` runs. */
export async function onSmallDisk(folder: string, use: (fill: Filling) => Promise<void>): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'followup-disk-'));
  cpSync(folder, files, { recursive: true });
  if (!mount(folder)) throw new Error(`Nothing can be mounted at ${folder}.`);
  const filling = join(folder, 'filling');
  try {
    cpSync(files, folder, { recursive: true });
    await use({
      // The shell goes on until nothing fits any more.
      all: (left = 0) => {
        spawnSync('bash', ['-c', 'cat /dev/zero > "$0"', filling]);
        truncateSync(filling, statSync(filling).size - left);
      },
      none: () => writeFileSync(filling, ''),
    });
  } finally {
    spawnSync('umount', [folder]);
    rmSync(files, { recursive: true });
  }
}
