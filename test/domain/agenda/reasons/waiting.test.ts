import { describe, expect, it } from 'vitest';
import { isShownAsItNears } from '../../../support/agenda.ts';
import { awaited, told } from '../../../support/given.ts';
import { expectSettled, expectWithThem, lineOf } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('waiting', () => {
  isShownAsItNears('waiting', awaited({ due: date(9) }));

  it('is settled on its day by what they promised', () => {
    expectSettled('waiting', march(9, '12:00'), [awaited()], 'done 1');
  });
  it('is chased once it is late: only words can settle it then', () => {
    expectWithThem('waiting', march(10), [awaited()], 'update 1 TEXT', ['TEXT']);
  });
  it('waits for them after that, as long as after an offer', () => {
    const chased = [awaited(), told(march(10))];
    expect(lineOf('waiting', march(10, '18:00'), chased)).toMatchObject({ isWithThem: true });
    expect(lineOf('waiting', march(12), chased)).toMatchObject({ isWithThem: false });
  });
});
