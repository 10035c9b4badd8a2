import { describe, expect, it } from 'vitest';
import { explainDamage } from '../../src/app/explain-damage.ts';
import { readOperations } from '../../src/store/journal.ts';
import { ANY_VALUES } from '../support/any-values.ts';
import { type Desk, newFileDesk } from '../support/desk.ts';

function newDamagedDesk(sql: string): Desk {
  const desk = newFileDesk();
  desk.add('Report', 'Joe');
  desk.db.pragma('ignore_check_constraints = ON');
  desk.db.exec(`DROP TRIGGER event_no_update; DROP TRIGGER operation_no_update; ${sql}`);
  return desk;
}

const explained = (sql: string) => explainDamage(newDamagedDesk(sql).db, ANY_VALUES);

describe('an error that nobody expected', () => {
  it.each([
    [
      'a payload that cannot be read',
      `UPDATE event SET payload = '{"at":'`,
      / is damaged: event 0 of .* cannot be read/,
    ],
    [
      'a field that cannot be read',
      `UPDATE event SET payload = '{}'`,
      / is damaged: operation .* is missing/,
    ],
    ['a stream of no kind', `UPDATE event SET stream_kind = 'planet'`, / is damaged: /],
    ['a row that was altered', `UPDATE commitment SET title = 'Rapport'`, / is damaged: commitment differs/],
  ])('is blamed on a file with %s', (_name, sql, message) => {
    expect(explained(sql)).toMatchObject({
      code: 'database-damaged',
      kind: 'database',
      message: expect.stringMatching(message),
    });
  });
  it('is ours if the file is sound', () => {
    expect(explained('')).toBeNull();
  });
  it('is looked into as of one moment, whatever another process records meanwhile', () => {
    const desk = newDamagedDesk('');
    const other = newFileDesk(desk.db.name);
    const recording = { ...ANY_VALUES, isZone: () => other.add('Slides', 'Joe') > 0 };
    expect(explainDamage(desk.db, recording)).toBeNull();
    expect(readOperations(other.db).length).toBeGreaterThan(1);
  });
});
