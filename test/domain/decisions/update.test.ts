import { describe, it } from 'vitest';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import { asked, awaited, given, yesterday } from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';

describe('update', () => {
  it('needs the words', () => {
    given(asked()).when(decideUpdate, { text: '' }).isRefused('text-missing', 'followup update 1 "');
  });
  it('keeps what was promised with it', () => {
    const cadence = { rrule: 'FREQ=WEEKLY', text: 'weekly' };
    given(asked())
      .when(decideUpdate, { text: 'half done', next: date(10), cadence, via: 'email' })
      .records({ type: 'UpdateGiven', text: 'half done', next: date(10), cadence, via: 'email', at: NOW });
  });
  it('the next update lies ahead', () => {
    given(asked()).when(decideUpdate, { text: 'half done', next: yesterday }).isRefused('date-past');
  });
  it('no updates are owed on an awaiting', () => {
    given(awaited())
      .when(decideUpdate, { text: 'any news?', next: date(9) })
      .isRefused('no-updates-owed', 'followup snooze 1');
  });
});
