import { describe, it } from 'vitest';
import { isShownAsItNears } from '../../../support/agenda.ts';
import { moved, replyOwed } from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('reply', () => {
  isShownAsItNears('reply', replyOwed({ due: date(9) }));

  it('is settled by the answer', () => {
    expectSettled('reply', march(10), [replyOwed()], 'answer 1 TEXT', ['TEXT']);
  });
  it('is settled by a confirmation if they made a decision', () => {
    expectSettled('reply', march(10), [replyOwed({ decided: true })], 'confirm 1');
    // It is in writing already, so only the answer is missing.
    const written = [replyOwed({ decided: true }), moved(date(9), { inWriting: true })];
    expectSettled('reply', march(10), written, 'answer 1 TEXT', ['TEXT']);
  });
});
