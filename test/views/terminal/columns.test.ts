import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { alignRows, type Column, fitWidths } from '../../../src/views/terminal/columns.ts';
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

  it('takes from the widest shrinkable columns, down to their minimum', () => {
    expect(fitWidths(COLUMNS, measure([1, 10, 40, 2]), 50)).toEqual([2, 10, 28, 4]);
    expect(fitWidths(COLUMNS, measure([1, 40, 40, 2]), 50)).toEqual([2, 19, 19, 4]);
    expect(fitWidths(COLUMNS, measure([1, 40, 40, 2]), 20)).toEqual([2, 8, 10, 4]);
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

  it('is empty without rows', () => {
    expect(alignRows(columns, [], 80)).toEqual([]);
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
          const headed = [COLUMNS.map(({ heading = '' }) => ({ text: heading })), ...cells];
          expect(alignRows(COLUMNS, headed, width)).toEqual(table);
        },
      ),
      { numRuns: 40 },
    );
  });
});
