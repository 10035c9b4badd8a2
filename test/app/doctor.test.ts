import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { VALUE_CHECKS } from '../../src/cli/run/value-checks.ts';
import { newFileDesk } from '../support/desk.ts';

const failed = (desk: ReturnType<typeof newFileDesk>) =>
  checkFile(desk.db, { values: VALUE_CHECKS })
    .filter(({ ok }) => !ok)
    .map(({ name, detail }) => `${name}: ${detail}`);

describe('doctor', () => {
  it('looks at one moment, whatever another process records meanwhile', () => {
    const desk = newFileDesk();
    desk.add('Report', 'Joe');
    const other = newFileDesk(desk.db.name);
    const { pragma } = desk.db;
    // Between two of its checks, another process writes.
    desk.db.pragma = (...args) => {
      const result = pragma.apply(desk.db, args);
      other.add('Slides', 'Joe');
      return result;
    };
    expect(failed(desk)).toEqual([]);
    expect(other.column('commitment', 'title')).toContain('Slides');
  });

  it.each([
    ['an index', 'DROP INDEX operation_order', 'operation_order'],
    ['a trigger', 'DROP TRIGGER event_no_delete', 'event_no_delete'],
    ['a trigger of somebody else', 'CREATE TRIGGER mine AFTER INSERT ON event BEGIN SELECT 1; END', 'mine'],
  ])('notices %s that is missing, or is not ours', (_name, sql, named) => {
    const desk = newFileDesk();
    desk.add('Report', 'Joe');
    desk.db.exec(sql);
    expect(failed(desk)).toEqual([`journal: its tables are not as they were made: ${named}`]);
  });

  it.each([
    ['a word', `UPDATE event SET payload = replace(payload, 'Report', 'Rapport')`, 'add'],
    ['the time of an operation', `UPDATE operation SET recorded_at = '2026-03-02T09:00:00.001Z'`, 'add'],
    ['a missing event', `DELETE FROM event WHERE type = 'NoteAdded'`, 'note'],
  ])('notices %s that was altered', (_name, sql, verb) => {
    const desk = newFileDesk();
    desk.add('Report', 'Joe');
    desk.note(1);
    desk.db.exec(
      `DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER operation_no_update; ${sql}`,
    );
    expect(failed(desk).find((fault) => fault.startsWith('checksums'))).toContain(`${verb} of `);
  });
});
