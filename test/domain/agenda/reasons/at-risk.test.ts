import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { agenda, aMinuteAfter, linesAt, written } from '../../../support/agenda.ts';
import {
  agreed,
  asked,
  commitment,
  moved,
  offered,
  promised,
  snoozed,
  spent,
} from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, forecastAt, march, NOW } from '../../../support/situation.ts';

/** 24 hours of work are likely done in five working days, and sure in seven and a half. */
describe('at-risk', () => {
  const work = (day: number, fields = {}) => [
    asked({ estimateHours: 24 }),
    agreed(date(day), { ...written, ...fields }),
  ];
  const risk = (now: string, ...events: readonly CommitmentEvent[]) =>
    agenda(now, [commitment(...events)]).find(({ reason }) => reason === 'at-risk');

  it('is a matter of today, from its start, while the date does not hold', () => {
    expect(risk(march(5, '09:00'), ...work(13))).toMatchObject({
      severity: 'today',
      due: march(13),
      since: march(5, '00:00'),
      risk: { holds: date(16) },
    });
    expect(risk(march(5, '09:00'), ...work(17))).toBeUndefined();
  });
  it('comes as time passes without work, and goes with work that is done', () => {
    expect(risk(march(6, '09:00'), ...work(17))).toBeUndefined();
    expect(risk(march(9, '09:00'), ...work(17))).toBeDefined();
    expect(risk(march(9, '09:00'), ...work(17), spent(12))).toBeUndefined();
  });
  it('is over once the date has passed: then it is late', () => {
    expect(linesAt(aMinuteAfter(march(6)), ...work(6))).toContain('overdue delivery');
    expect(risk(aMinuteAfter(march(6)), ...work(6))).toBeUndefined();
  });
  it('is hidden by a snooze, and does not exist for work without an estimate or only offered', () => {
    expect(risk(march(5, '09:00'), ...work(13), snoozed(date(10)))).toBeUndefined();
    expect(risk(march(5, '09:00'), asked(), agreed(date(5)))).toBeUndefined();
    expect(risk(march(5, '09:00'), asked({ estimateHours: 24 }), offered(date(6)))).toBeUndefined();
    expect(risk(march(5, '09:00'), promised({ estimateHours: 24, due: date(9) }))).toBeDefined();
  });
  it('counts the work for all clients, even if only one client is shown', () => {
    const other = { ...commitment(...work(6)), uid: 'other', number: 2, client: 'acme' };
    const mine = commitment(asked({ estimateHours: 8 }), agreed(date(9), written));
    const shown = { forecast: forecastAt(NOW, [mine, other]) };
    expect(agenda(NOW, [mine], shown).map(({ reason }) => reason)).toContain('at-risk');
    expect(agenda(NOW, [mine]).map(({ reason }) => reason)).not.toContain('at-risk');
  });
  it('is settled by offering another date, or by moving it once both sides have agreed on one', () => {
    expectSettled('at-risk', march(5, '09:00'), work(13), 'offer 1 DATE --because TEXT', ['DATE', 'TEXT']);
    expect(risk(march(5, '09:00'), ...work(13), moved(date(17), { at: NOW }))).toBeUndefined();
  });
  it('for work without an estimate follows from the work before it, and from the record', () => {
    const unknown = { ...commitment(asked(), agreed(date(6), written)), uid: 'u', number: 2 };
    const before = commitment(asked({ estimateHours: 24 }), agreed(date(5), written));
    const lines = agenda(NOW, [unknown, before]).filter(({ reason }) => reason === 'at-risk');
    expect(lines.map((line) => line.commitment?.number)).toContain(2);
    const finished = Array.from({ length: 8 }, () => ({
      client: 'joe',
      estimateHours: 24,
      spentHours: 24,
      createdAt: march(1),
      closedAt: march(2),
    }));
    const shown = { forecast: forecastAt(NOW, [unknown], { finished }) };
    expect(agenda(NOW, [unknown], shown).map(({ reason }) => reason)).toContain('at-risk');
  });
});
