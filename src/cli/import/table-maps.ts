import { orThrow, refuse } from '../../domain/base/refusal.ts';
import { type ColumnMap, parseColumnMap, tableKey } from '../../input/foreign/column-map.ts';
import type { SaidMaps } from '../../input/foreign/find-header.ts';
import { forgetTableMap, keepTableMap, readTableMap } from '../../store/table-maps.ts';
import { decodeText } from '../../system/decode-text.ts';
import { readBytes } from '../../system/read-bytes.ts';
import type { ImportCall } from './import-call.ts';

/** The word that forgets what was said. */
const NONE = 'none';

/** Far more than anybody says about a table. */
const MOST_BYTES = 100_000;

/** What was said about the columns of tables: on this command line, and before. */
export class TableMaps implements SaidMaps {
  readonly given: ColumnMap | null;
  private readonly isForgotten: boolean;

  /** Throws a Refusal if what was said cannot be understood. */
  constructor(private readonly call: ImportCall) {
    const { map } = call.options;
    this.isForgotten = map.some((words) => words.trim().toLowerCase() === NONE);
    if (this.isForgotten && map.length > 1) {
      throw refuse(
        'map-contradicts',
        '--map none forgets what was said, so nothing else can be said with it.',
        'Leave one of them out.',
      );
    }
    this.given =
      map.length === 0 || this.isForgotten ? null : orThrow(parseColumnMap(map.map(pairsOf).join('\n')));
  }

  remembered = (headings: readonly string[]): ColumnMap | null =>
    this.isForgotten ? null : readTableMap(this.call.session.open('read').db, tableKey(headings));

  /** What is used for a table, and whether that was said on this command line; null if nothing is. */
  usedFor(headings: readonly string[]): { readonly map: ColumnMap; readonly isNew: boolean } | null {
    if (this.given) return { map: this.given, isNew: true };
    const map = this.remembered(headings);
    return map && { map, isNew: false };
  }

  /** Keeps for the next time what was said, or forgets it. */
  keep(headings: readonly string[] | undefined): void {
    if (headings === undefined || !(this.given || this.isForgotten)) return;
    const { db, now } = this.call.session.open('write');
    if (this.given) keepTableMap(db, tableKey(headings), this.given, now);
    else forgetTableMap(db, tableKey(headings));
  }
}

/** Pairs as typed, or those in a file: a word without "=" is a path. Throws a Refusal. */
function pairsOf(words: string): string {
  if (words.includes('=')) return words;
  const decoded = decodeText(readBytes(words, () => MOST_BYTES));
  if (decoded) return decoded.text;
  throw refuse('encoding-unknown', `${words} is no text in an encoding that is known.`, 'Save it as UTF-8.');
}
