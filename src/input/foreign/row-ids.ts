import type { Column } from './columns.ts';
import type { Places, Row } from './find-columns.ts';
import { keyOf } from './headings.ts';
import { ContentIds, type ForeignItem, nameOfText } from './item.ts';

/** What makes a row the same one when it comes again, whatever has become of it since: where it stands and its notes do not matter. */
const IDENTIFYING = [
  'title',
  'client',
  'who',
  'project',
  'due',
  'asked',
] as const satisfies readonly Column[];

/** An id that is like no other in the world: that of a ticket, a UUID, a long number. */
const GLOBAL = /^(?=.*\d)(?:\p{L}[\p{L}\d]+-\d+|[\da-f-]{20,}|\d{12,}|[\p{L}\d_-]{15,})$/iu;

/**
 * Gives the rows of a table their ids: that of a column, or one that is made of what is in the row. The headings are part
 * of it, because a table of another kind may use the same row numbers.
 */
export class RowIds {
  private readonly table: string;
  private readonly formerTable: string;
  private readonly seen = new Set<string>();
  private readonly contents = new ContentIds();
  private readonly formerContents = new ContentIds();

  constructor(
    private readonly headings: readonly string[],
    private readonly places: Places,
  ) {
    // Programs repeat a column as often as one row needs it.
    this.table = nameOfText([...new Set(headings.map(keyOf))].join(' ')).slice(0, 8);
    this.formerTable = nameOfText(headings.map(formerKeyOf).join(' ')).slice(0, 8);
  }

  /** The id of a row, and the one that it had in earlier versions. */
  idsOf(
    row: Row,
    cell: (column: Column) => string | undefined,
  ): Pick<ForeignItem, 'source' | 'formerSource'> {
    const id = cell('id');
    const former = id ?? this.formerContents.next(row.cells.join('\n'));
    const content = IDENTIFYING.map((column) => cell(column) ?? '').join('\n');
    const source = id === undefined ? `csv:${this.table}:${this.contents.next(content)}` : this.idIn(row, id);
    if (!this.seen.has(source)) {
      this.seen.add(source);
      return { source, formerSource: `csv:${this.formerTable}:${former}` };
    }
    // The same id for several rows is none.
    return { source: `${source}:${this.contents.next(content)}` };
  }

  private idIn(row: Row, id: string): string {
    const place = this.places.id.find((each) => row.cells[each]?.trim() === id) ?? -1;
    return `csv:${GLOBAL.test(id) ? keyOf(this.headings[place] ?? '') : this.table}:${id}`;
  }
}

/** How headings were compared when the first tables were imported. */
function formerKeyOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
