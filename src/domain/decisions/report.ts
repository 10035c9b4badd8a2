import type { Client } from '../streams/client.ts';
import type { Instant } from '../time/moment.ts';
import type { Decision, Saying } from './decision.ts';
import { onClient, refuseMissing } from './merge-client.ts';
import type { Situation } from './situation.ts';

export interface ReportInput extends Saying {
  readonly client: Client;
  /** What happened from here on was in it; null if everything was. */
  readonly since: Instant | null;
  /** The day (an ISO date) that it showed, if that was over; else null. */
  readonly asOf: string | null;
}

/** Records that a report was made for a client. It is no word to them: nobody knows whether they saw it. */
export function decideReport(_about: unknown, input: ReportInput, { clients }: Situation): Decision {
  const { client, since, asOf, at } = input;
  if (!clients.some(({ uid }) => uid === client.uid)) return refuseMissing(client);
  return onClient(client, {
    type: 'ReportMade',
    ...(since !== null && { since }),
    ...(asOf !== null && { asOf }),
    at,
  });
}
