import { describe, expect, it } from 'vitest';
import { isShownAsItNears } from '../../../support/agenda.ts';
import { awaited } from '../../../support/given.ts';
import { expectCommand, expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('waiting', () => {
  isShownAsItNears('waiting', awaited({ due: date(9) }));

  it('is settled on its day by what they promised', () => {
    expectSettled('waiting', march(9, '12:00'), [awaited()], 'done 1');
  });
  it('is chased once it is late: only words can settle it then', () => {
    const chase = expectCommand('waiting', march(10), [awaited()], 'update 1 TEXT', ['TEXT']);
    expect(chase).toMatchObject([{ type: 'UpdateGiven', at: march(10) }]);
  });
});
