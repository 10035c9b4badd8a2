import { expect, it } from 'vitest';
import { instant } from '../../src/domain/time/moment.ts';
import { openForReading } from '../../src/store/open.ts';
import { forgetTableMap, keepTableMap, readTableMap } from '../../src/store/table-maps.ts';

it('keeps what was last said about a table, until it is forgotten', () => {
  // A file that is not there is an empty database in memory.
  const db = openForReading('/nowhere/at/all.db');
  const now = instant(0);
  expect(readTableMap(db, 'a\nb')).toBeNull();
  keepTableMap(db, 'a\nb', { title: ['A'] }, now);
  keepTableMap(db, 'a\nb', { title: ['B'], notes: ['A', 'C'] }, now);
  expect(readTableMap(db, 'a\nb')).toEqual({ title: ['B'], notes: ['A', 'C'] });
  expect(readTableMap(db, 'a')).toBeNull();
  forgetTableMap(db, 'a\nb');
  expect(readTableMap(db, 'a\nb')).toBeNull();
});
