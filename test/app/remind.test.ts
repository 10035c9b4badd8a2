import { describe, expect, it } from 'vitest';
import { type Claim, claimReminders } from '../../src/app/remind.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import type { Instant } from '../../src/domain/time/moment.ts';
import { hasCommitted } from '../../src/store/db.ts';
import { readReminderRuns } from '../../src/store/reminders.ts';
import { type Desk, newDesk, newFileDesk, newPath } from '../support/desk.ts';
import { date, march } from '../support/situation.ts';
import { exportOf, take } from '../support/two-desks.ts';

const SETTINGS = { every: { workingDays: 1 }, ahead: { seconds: 7200 } };

function promising(desk: Desk = newDesk()): Desk {
  desk.now = march(2, '09:00');
  const client = { name: 'myself', isNew: false };
  desk.start('promise', decidePromise, { title: 'Letter', client, due: date(3) });
  return desk;
}

function claimAt(desk: Desk, now: Instant): Claim {
  desk.now = now;
  return claimReminders(desk.context, SETTINGS, null);
}

const titlesOf = ({ lines }: Claim) => lines.map(({ commitment }) => commitment?.title);
const marksIn = (desk: Desk) =>
  desk.db
    .prepare('SELECT reason, moment, kind, said_at, claimed_by IS NOT NULL AS claimed FROM reminder_mark')
    .all();

describe('a claim', () => {
  it('counts once it is confirmed', () => {
    const desk = promising();
    const claim = claimAt(desk, march(4, '09:00'));
    expect(titlesOf(claim)).toEqual(['Letter']);
    const mark = { reason: 'promise', moment: march(3), kind: 'first' };
    expect(marksIn(desk)).toEqual([{ ...mark, said_at: null, claimed: 1 }]);
    claim.confirm();
    expect(marksIn(desk)).toEqual([{ ...mark, said_at: march(4, '09:00'), claimed: 0 }]);
    expect(titlesOf(claimAt(desk, march(4, '09:15')))).toEqual([]);
  });
  it('keeps other runs from saying the same meanwhile', () => {
    const desk = promising();
    claimAt(desk, march(4, '09:00'));
    expect(titlesOf(claimAt(desk, march(4, '09:00')))).toEqual([]);
  });
  it('that is released is said by the next run', () => {
    const desk = promising();
    claimAt(desk, march(4, '09:00')).release();
    expect(titlesOf(claimAt(desk, march(4, '09:15')))).toEqual(['Letter']);
  });
  it('of a run that is gone is said by the next one, and so is one that takes too long', () => {
    for (const [holder, after] of [
      ["replace(claimed_by, ':' || substr(claimed_by, instr(claimed_by, ':') + 1), ':999999999:1')", '09:01'],
      ['claimed_by', '09:15'],
    ] as const) {
      const desk = promising();
      claimAt(desk, march(4, '09:00'));
      desk.db.exec(`UPDATE reminder_mark SET claimed_by = ${holder}`);
      expect(titlesOf(claimAt(desk, march(4, after)))).toEqual(['Letter']);
    }
  });
  it('of a repetition that fails leaves what was said before', () => {
    const desk = promising();
    claimAt(desk, march(4, '09:00')).confirm();
    claimAt(desk, march(5, '09:00')).release();
    expect(titlesOf(claimAt(desk, march(5, '09:15')))).toEqual(['Letter']);
    claimAt(desk, march(5, '09:30')).confirm();
    claimAt(desk, march(6, '09:30')).release();
    expect(marksIn(desk)).toMatchObject(
      [
        { kind: 'again', said_at: march(5, '09:30') },
        { kind: 'first', said_at: march(4, '09:00') },
      ].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
  });
  it('does not count as a record, for which a backup would be made', () => {
    const path = newPath();
    promising(newFileDesk(path)).db.close();
    const later = newFileDesk(path);
    const claim = claimAt(later, march(4, '09:00'));
    claim.confirm();
    expect(titlesOf(claim)).toEqual(['Letter']);
    expect(hasCommitted(later.db)).toBe(false);
    later.db.close();
  });
});

describe('marks', () => {
  it('go with the commitment that they are about', () => {
    const desk = promising();
    claimAt(desk, march(4, '09:00')).confirm();
    desk.apply('done', [1], decideDone, {});
    expect(marksIn(desk)).toEqual([]);
  });
  it('go when it was opened again elsewhere, whether its end was known here or not', () => {
    for (const isEndKnown of [true, false]) {
      const [desk, other] = [promising(), newDesk()];
      take(other, exportOf(desk));
      claimAt(desk, march(4, '09:00')).confirm();
      other.now = march(4, '09:05');
      other.apply('done', [1], decideDone, {});
      if (isEndKnown) take(desk, exportOf(other));
      other.apply('reopen', [1], decideReopen, {});
      take(desk, exportOf(other));
      expect(titlesOf(claimAt(desk, march(4, '09:15')))).toEqual(['Letter']);
    }
  });
  it('of long ago are removed, a number at a time, but not those of lines that are still there', () => {
    const desk = promising();
    claimAt(desk, march(4, '09:00')).confirm();
    fillWithOldMarks(desk, 2_500);
    const count = () => desk.db.prepare('SELECT count(*) FROM reminder_mark').pluck().get();
    const left: unknown[] = [];
    // A year later the promise is still late, and its mark as old as the others.
    for (let hour = 10; hour < 14; hour++) {
      claimAt(desk, `2027-03-06T${hour}:00:00.000Z`);
      left.push(count());
    }
    expect(left).toEqual([1_498, 495, 1, 1]);
  });
  it('cost nothing, however many there are', () => {
    const desk = promising();
    const plan = (sql: string, ...values: unknown[]) =>
      (desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(
        ({ detail }) => detail,
      );
    const statements = [
      'SELECT kind FROM reminder_mark WHERE subject = 1 AND reason = 2 AND moment = 3',
      'UPDATE reminder_mark SET claimed_by = NULL WHERE claimed_by = 1',
      'DELETE FROM reminder_mark WHERE subject = 1',
      'SELECT kind FROM reminder_mark WHERE claimed_at < 1 ORDER BY claimed_at LIMIT 9',
    ];
    for (const sql of statements) expect(plan(sql).join('\n')).toMatch(/^SEARCH /);
  });
});

it('remembers the last runs by cron', () => {
  const desk = promising();
  for (let hour = 1; hour < 20; hour++) {
    desk.now = march(4, `${String(hour).padStart(2, '0')}:00`);
    claimReminders(desk.context, SETTINGS, { at: desk.now, boot: null, awakeMs: null });
  }
  expect(readReminderRuns(desk.db).map(({ at }) => at)).toEqual(
    [19, 18, 17, 16, 15, 14, 13, 12].map((hour) => march(4, `${hour}:00`)),
  );
});

function fillWithOldMarks(desk: Desk, count: number): void {
  desk.db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO reminder_mark SELECT 's' || i, 'promise', 'm', 'first', 'x', NULL, '2026-03-04T00:00:00.000Z' FROM n`);
}
