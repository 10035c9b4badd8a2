import type { ImportedItem } from '../words/import.ts';

/** A commitment that came in by an import, as fields. */
export function plainImportedItem({ number, kind, client, title, date, work, end }: ImportedItem): string[] {
  return [String(number), kind, client ?? '', title, date, work, end];
}
