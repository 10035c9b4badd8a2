import { describe, it } from 'vitest';
import { decideReport } from '../../../src/domain/decisions/report.ts';
import { given } from '../../support/given.ts';
import { clientsNamed, NOW } from '../../support/situation.ts';

const [joe] = clientsNamed('Joe');
if (!joe) throw new Error('There is no Joe.');
const SINCE = '2026-02-20T05:00:00.000Z';

describe('report', () => {
  it('is remembered on the stream of the client', () => {
    given()
      .when(decideReport, { client: joe, since: null, asOf: null }, { clients: [joe] })
      .records({ stream: 'client joe', event: { type: 'ReportMade', at: NOW } });
  });
  it('is remembered with its time, and the day that it showed', () => {
    given()
      .when(decideReport, { client: joe, since: SINCE, asOf: '2026-02-27' }, { clients: [joe] })
      .records({
        stream: 'client joe',
        event: { type: 'ReportMade', since: SINCE, asOf: '2026-02-27', at: NOW },
      });
  });
  it('is refused for a client who no longer exists', () => {
    given()
      .when(decideReport, { client: joe, since: null, asOf: null }, { clients: [] })
      .isRefused('no-such-client');
  });
});
