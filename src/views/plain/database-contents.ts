import type { DatabaseContents } from '../words/database-contents.ts';

/** How much is in a database, after the path of its file. */
export function plainContents(file: string, { operations, commitments }: DatabaseContents): string[] {
  return [file, String(operations), String(commitments)];
}
