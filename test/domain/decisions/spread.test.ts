import { describe, it } from 'vitest';
import { decideUpdateTime, decideWordTime } from '../../../src/domain/decisions/spread.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import { agreed, asked, finished, given, tomorrow } from '../../support/given.ts';
import { clientsNamed, date, march, NOW } from '../../support/situation.ts';

describe('spread', () => {
  it('plans an update or a word: no date moves, and nobody was told', () => {
    const late = [asked(), agreed(tomorrow, { at: march(2, '10:00') })];
    given(...late)
      .when(decideUpdateTime, { moment: date(9) })
      .records({ type: 'UpdatePlanned', next: date(9), at: NOW });
    given(...late)
      .when(decideUpdateTime, { moment: date(9) })
      .leaves({ due: tomorrow, nextPromised: date(9), lastWordAt: march(2, '10:00') });
    given(asked(), finished('Delivered'))
      .when(decideUpdateTime, { moment: date(9) })
      .isRefused('transition-not-allowed');
    const [joe] = clientsNamed('Joe') as [Client];
    given()
      .when(decideWordTime, { client: joe, moment: date(9) })
      .records({ stream: 'client joe', event: { type: 'WordPlanned', next: date(9), at: NOW } });
  });
});
