import { describe, it } from 'vitest';
import { decideSnooze } from '../../../src/domain/decisions/snooze.ts';
import { asked, given } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('snooze', () => {
  it('a snooze begins its day at its start', () => {
    given(asked())
      .when(decideSnooze, { until: date(9) })
      .records({ type: 'Snoozed', until: { ...date(9), at: march(9, '00:00') }, at: NOW });
  });
  it('a snooze until a time is kept as it is', () => {
    given(asked())
      .when(decideSnooze, { until: date(5, '15:00') })
      .leaves({ snooze: { until: date(5, '15:00'), at: NOW } });
  });
  it('a snooze until now or earlier is refused', () => {
    given(asked())
      .when(decideSnooze, { until: date(5) })
      .isRefused('date-past', 'tomorrow');
    given(asked())
      .when(decideSnooze, { until: date(5, '09:00') })
      .isRefused('date-past');
  });
});
