import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import {
  alignOrWrap,
  alignRows,
  type Column,
  fitWidths,
  rowsFit,
} from '../../../src/views/terminal/columns.ts';
import { renderTable } from '../../../src/views/terminal/table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 8 },
  { heading: 'Title', shrinks: true, least: 10 },
  { heading: 'Move' },
];

const rowsOf = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text })));
const asItIs = (text: string) => text;

const anyRow = fc.tuple(
  fc.constantFrom('1', '12', '1234'),
  fc.constantFrom('Joe', 'Acme Corp', '株式会社ABC', 'A very long name of a client', ''),
  fc.constantFrom('Report', '四半期報告書の作成とレビュー', 'A title that goes on and on', '🎉 Party', ''),
  fc.constantFrom('me', 'them', ''),
);

describe('fitWidths', () => {
  const measure = (...widths: number[][]) => widths;

  it('gives every column what it needs if there is room', () => {
    expect(fitWidths(COLUMNS, measure([1, 3, 20, 2]), 80)).toEqual([2, 6, 20, 4]);
  });

  it('takes from what is furthest above its least, and only then from everything', () => {
    expect(fitWidths(COLUMNS, measure([1, 10, 40, 2]), 50)).toEqual([2, 10, 28, 4]);
    expect(fitWidths(COLUMNS, measure([1, 40, 40, 2]), 50)).toEqual([2, 18, 20, 4]);
    expect(fitWidths(COLUMNS, measure([1, 40, 40, 2]), 30)).toEqual([2, 8, 10, 4]);
    expect(fitWidths(COLUMNS, measure([1, 40, 40, 2]), 20)).toEqual([2, 4, 4, 4]);
  });

  it('leaves out columns, the lowest number first, before it goes below the least', () => {
    const columns: Column[] = [
      { heading: 'No' },
      { shrinks: true, least: 24 },
      { leaves: 2 },
      { leaves: 1 },
      { shrinks: true, least: 17, keepsWords: true },
    ];
    const widths = [2, 60, 8, 12, 22];
    expect(fitWidths(columns, measure(widths), 120)).toEqual([2, 60, 8, 12, 22]);
    expect(fitWidths(columns, measure(widths), 76)).toEqual([2, 24, 8, 12, 22]);
    expect(fitWidths(columns, measure(widths), 71)).toEqual([2, 24, 8, 12, 17]);
    expect(fitWidths(columns, measure(widths), 70)).toEqual([2, 37, 8, 0, 17]);
    expect(fitWidths(columns, measure(widths), 50)).toEqual([2, 27, 0, 0, 17]);
    expect(fitWidths(columns, measure(widths), 40)).toEqual([2, 17, 0, 0, 17]);
  });
});

describe('alignRows', () => {
  const columns = COLUMNS.map(({ heading: _heading, ...column }) => column);

  it('aligns left and right, and drops the spaces at the end', () => {
    expect(alignRows(columns, rowsOf(['1', 'Joe', 'Report', 'me'], ['12', 'Acme', 'Fix', '']), 80)).toEqual([
      ' 1  Joe   Report  me',
      '12  Acme  Fix',
    ]);
  });

  it('leaves out a column that is empty all the way down', () => {
    expect(alignRows(columns, rowsOf(['', 'Joe', 'Report', 'me'], ['', 'Al', 'Fix', 'them']), 80)).toEqual([
      'Joe  Report  me',
      'Al   Fix     them',
    ]);
  });

  it('styles what is left after the cut', () => {
    const style = (text: string) => `<${text}>`;
    expect(alignRows([{ shrinks: true, least: 3 }], [[{ text: 'Report', style }]], 4)).toEqual(['<Rep…>']);
  });

  it('leaves out a column whose cells are empty, whatever its heading', () => {
    expect(alignRows(COLUMNS, rowsOf(['1', '', 'Report', 'me']), 80)).toEqual([' 1  Report  me']);
  });

  it('cuts a date between its words', () => {
    const dates = rowsOf(['Tue 10 Mar 10:00-14:00'], ['Tue 10 Mar 17:00']);
    const cutTo = (least: number) => alignRows([{ shrinks: true, least, keepsWords: true }], dates, least);
    expect(cutTo(17)).toEqual(['Tue 10 Mar 10:00…', 'Tue 10 Mar 17:00']);
    expect(cutTo(14)).toEqual(['Tue 10 Mar…', 'Tue 10 Mar…']);
  });

  it('is empty without rows', () => {
    expect(alignRows(columns, [], 80)).toEqual([]);
  });
});

describe('rowsFit', () => {
  it('says whether rows fit once their columns have shrunk to what they can spare', () => {
    const rows = rowsOf(['1', 'A very long name', 'A title that goes on', 'them']);
    // Two digits, eight and ten columns of what shrinks, four of what does not, and the gaps between.
    expect(rowsFit(COLUMNS, rows, 2 + 8 + 10 + 4 + 6)).toBe(true);
    expect(rowsFit(COLUMNS, rows, 2 + 8 + 10 + 4 + 5)).toBe(false);
  });
});

describe('alignOrWrap', () => {
  it('shows every cell whole, aligned where there is room', () => {
    const rows = rowsOf(['Ana', 'CFO', 'ana@acme.com'], ['Bo', '', 'bo@acme.com']);
    expect(alignOrWrap([{}, {}, {}], rows, 30, '  ')).toEqual([
      'Ana  CFO  ana@acme.com',
      'Bo        bo@acme.com',
    ]);
    expect(alignOrWrap([{}, {}, {}], rows, 16, '  ')).toEqual([
      'Ana, CFO,',
      '  ana@acme.com',
      'Bo, bo@acme.com',
    ]);
  });
});

describe('rows of any text', () => {
  it('fit, start at the same columns, and come out the same as a table and as lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 90 }),
        fc.integer({ min: 40, max: 100 }),
        async (rows, width) => {
          const cells = rows.map((row) => row.map((text) => ({ text })));
          const table = (await renderTable(COLUMNS, cells, width, asItIs)).split('\n');
          expect(table).toHaveLength(rows.length + 1);
          for (const line of table) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          const isFilled = (_: unknown, column: number) => rows.some((row) => row[column] !== '');
          const filled = COLUMNS.filter(isFilled);
          const headed = [
            filled.map(({ heading = '' }) => ({ text: heading })),
            ...cells.map((row) => row.filter(isFilled)),
          ];
          expect(alignRows(filled, headed, width)).toEqual(table);
        },
      ),
      { numRuns: 40 },
    );
  });
});
