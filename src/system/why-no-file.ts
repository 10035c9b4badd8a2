import type { Stats } from 'node:fs';

/** Why something is no regular file, worded to follow a colon; null if it is one. */
export function whyNoFile(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'it is a folder';
  return `it is a ${stats.isFIFO() ? 'pipe' : 'device'}, and no file`;
}
