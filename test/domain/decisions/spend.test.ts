import { describe, it } from 'vitest';
import { decideSpend } from '../../../src/domain/decisions/spend.ts';
import { asked, given } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('spend', () => {
  it('time that was spent is added up', () => {
    given(asked(), { type: 'EffortSpent', hours: 1.5, at: NOW })
      .when(decideSpend, { amount: { hours: 2 } })
      .leaves({ spentHours: 3.5 });
  });
});
