import { describe, expect, it } from 'vitest';
import { isShownAsItNears, linesAt, momentOf, severityAt, written } from '../../../support/agenda.ts';
import { accepted, agreed, asked, finished, offered } from '../../../support/given.ts';
import { expectSettled, expectWithThem, lineOf } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('delivery', () => {
  isShownAsItNears('delivery', asked(), agreed(date(9), written));

  it('does not exist while a request is asked or offered', () => {
    expect(severityAt('delivery', [asked({ wantedBy: date(4) })], march(20))).toEqual([null]);
    expect(severityAt('delivery', [asked(), offered(date(4))], march(20))).toEqual([null]);
  });
  it('is the old date while a new one is only offered', () => {
    expect(momentOf('delivery', march(6), asked(), agreed(date(6)), offered(date(20)))).toBe(march(6));
  });
  it('is gone once the request is closed', () => {
    expect(linesAt(march(20), asked(), agreed(date(6)), finished('Delivered'), accepted())).toEqual([]);
  });
  it('is settled by the delivery on its day', () => {
    expectSettled('delivery', march(6, '12:00'), [asked(), agreed(date(6), written)], 'done 1');
  });
  it('once it has passed calls for a new date, which is then for them to answer', () => {
    const late = [asked(), agreed(date(6), written)];
    expectWithThem('delivery', march(9), late, 'offer 1 DATE --because TEXT', ['DATE', 'TEXT']);
    const told = [...late, offered(date(20), { at: march(9) })];
    expect(lineOf('delivery', march(9), told)).toMatchObject({ isWithThem: true, severity: 'overdue' });
    expectWithThem('delivery', march(9), told, 'update 1 TEXT', ['TEXT']);
  });
});
