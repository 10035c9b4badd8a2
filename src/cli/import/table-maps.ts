import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
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

/** How it was said which heading holds what: on this command line, before, or that it no longer counts. */
export type Saying = 'now' | 'before' | 'forgotten';

/** What was said about the columns of tables: on this command line, and before. */
export class TableMaps implements SaidMaps {
  readonly given: ColumnMap | null;
  private readonly isForgotten: boolean;
  private counting: { readonly map: ColumnMap; readonly said: Saying } | null = null;

  /** Throws a Refusal if what was said cannot be understood. */
  constructor(private readonly call: ImportCall) {
    const { map } = call.options;
    this.isForgotten = map.some((words) => words.trim().toLowerCase() === NONE);
    if (this.isForgotten && map.length > 1) throw refuseBoth();
    const isGiven = map.length > 0 && !this.isForgotten;
    this.given = isGiven ? orThrow(parseColumnMap(map.map(pairsOf).join('\n'))) : null;
  }

  remembered = (headings: readonly string[]): ColumnMap | null =>
    readTableMap(this.call.session.open('read').db, tableKey(headings));

  /** What counts for a table. With `--map none` what was said before is forgotten at once: it may keep the table from being read. */
  countingFor = (headings: readonly string[]): ColumnMap | null => {
    const map = this.given ?? this.remembered(headings);
    if (map === null) return null;
    this.counting = { map, said: this.given ? 'now' : this.isForgotten ? 'forgotten' : 'before' };
    if (!this.isForgotten) return map;
    if (!this.call.options.dryRun) forgetTableMap(this.call.session.open('write').db, tableKey(headings));
    return null;
  };

  /** What counted for the table that was read, and how it was said; null if nothing was. */
  get said(): { readonly map: ColumnMap; readonly said: Saying } | null {
    return this.counting;
  }

  /** Keeps for the next time what was said of the table with these headings. */
  keep(headings: readonly string[] | undefined): void {
    if (headings === undefined || !this.given) return;
    const { db, now } = this.call.session.open('write');
    keepTableMap(db, tableKey(headings), this.given, now);
  }
}

function refuseBoth(): Refusal {
  return new Refusal(
    'map-contradicts',
    '--map none forgets what was said, so nothing else can be said with it.',
    'Leave one of them out.',
    'usage',
  );
}

/** Pairs as typed, or those in a file: a word without "=" is a path. Throws a Refusal. */
function pairsOf(words: string): string {
  if (words.includes('=')) return words;
  const decoded = decodeText(readBytes(words, () => MOST_BYTES));
  if (decoded) return decoded.text;
  throw refuse('encoding-unknown', `${words} is no text in an encoding that is known.`, 'Save it as UTF-8.');
}
