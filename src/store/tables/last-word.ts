import type { Db } from '../db.ts';
import { valueStatement } from '../statement.ts';

/** Where my words to clients are: those of a row `row` that are one go to `client` at the time `at`. */
const SOURCES = [
  { table: 'contact', client: 'client', at: 'at', isWord: (row: string) => `${row}.direction = 'out'` },
  {
    table: 'commitment',
    client: 'counterpart',
    at: 'last_word_at',
    isWord: (row: string) => `${row}.counterpart IS NOT NULL AND ${row}.last_word_at IS NOT NULL`,
  },
];

const ALL_WORDS = SOURCES.map(
  ({ table, client, at, isWord }) =>
    `SELECT ${client} AS client, ${at} AS at FROM ${table} WHERE ${isWord(table)}`,
).join(' UNION ALL ');

/** The last word to each client, from all of them. */
const EXPECTED = `SELECT client, max(at) AS at FROM (${ALL_WORDS}) GROUP BY client`;

/** The last word to one client; no row if there is none. */
function lastWordTo(client: string): string {
  const words = SOURCES.map(
    (source) =>
      `SELECT max(${source.at}) AS at FROM ${source.table} WHERE ${source.client} = ${client} AND ${source.isWord(source.table)}`,
  );
  return `SELECT ${client}, max(at) FROM (${words.join(' UNION ALL ')}) HAVING max(at) IS NOT NULL`;
}

/**
 * When each client last heard from me, in a contact or about a commitment. Triggers keep it up to date as SQLite
 * keeps an index, because to find the last word among all that were ever said, a page has to be read for each
 * client and kind of word.
 */
export const LAST_WORDS = {
  name: 'last_word',
  definition: 'CREATE TABLE last_word (client TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT',
  /** Made once all rows are there, as indexes are. */
  indexes: [
    `INSERT INTO last_word ${EXPECTED}`,
    ...SOURCES.flatMap(({ table, client, at, isWord }) => [
      `CREATE TRIGGER last_word_in_${table} AFTER INSERT ON ${table} WHEN ${isWord('NEW')} BEGIN
         INSERT INTO last_word VALUES (NEW.${client}, NEW.${at})
           ON CONFLICT (client) DO UPDATE SET at = max(at, excluded.at);
       END`,
      `CREATE TRIGGER last_word_not_in_${table} AFTER DELETE ON ${table} WHEN ${isWord('OLD')} BEGIN
         DELETE FROM last_word WHERE client = OLD.${client};
         INSERT INTO last_word ${lastWordTo(`OLD.${client}`)};
       END`,
    ]),
  ],
};

/** Whether the table has the last word to each client and nothing else. */
export function areLastWordsRight(db: Db): boolean {
  const differing = `SELECT count(*) FROM (
    SELECT * FROM (SELECT client, at FROM last_word EXCEPT ${EXPECTED})
    UNION ALL SELECT * FROM (${EXPECTED} EXCEPT SELECT client, at FROM last_word))`;
  return valueStatement(db, differing).get() === 0;
}
