import type { PlannedWord } from '../../streams/client.ts';
import { nextAfter } from '../../time/cadence.ts';
import { addDuration } from '../../time/duration.ts';
import { earliest, type Instant } from '../../time/moment.ts';
import type { Ledger } from '../ledger.ts';
import type { Concern, ReasonDefinition } from '../reason.ts';
import { recentSince } from '../recent.ts';

/** A client who has not heard from me for too long. */
interface QuietClient extends Concern {
  readonly commitment: null;
  readonly counterpart: string;
}

/**
 * A client has not heard from me for longer than their limit. This applies while something is open with them,
 * and for a while afterwards. If I mean to keep in touch, it always applies, and that cadence is a limit too. It
 * never applies to a client who is retired.
 */
export const quietClient: ReasonDefinition<QuietClient> = {
  find: (ledger) => {
    const { calendar, clockSettingsOf, clients } = ledger;
    const firstOpen = firstOpenByClient(ledger);
    const concerned = concernedClients(ledger, firstOpen);
    return clients.flatMap(({ client, lastWordAt }): QuietClient[] => {
      const { uid, keepInTouch, addedAt, plannedWord: planned, retiredAt } = client;
      // Another device may have recorded something that is open without knowing that the client was retired.
      if (retiredAt !== null && !firstOpen.has(uid)) return [];
      if (!keepInTouch && !concerned.has(uid)) return [];
      const since = lastWordAt ?? firstOpen.get(uid) ?? (keepInTouch ? addedAt : undefined);
      if (since === undefined) return [];
      const limits = [
        ...(keepInTouch ? [nextAfter(keepInTouch, since, calendar)] : []),
        ...(concerned.has(uid) ? [addDuration(calendar, since, clockSettingsOf(uid).quietAfter)] : []),
      ];
      const due = plannedWord(planned, lastWordAt) ?? limits.reduce(earliest);
      return [{ commitment: null, counterpart: uid, due, since }];
    });
  },
  shown: 'once-passed',
  group: { overdue: 'tell', today: 'tell' },
  settle: ({ counterpart }) => ({ args: ['told', { client: counterpart }, 'TEXT'], needs: ['TEXT'] }),
  draft: () => 'update',
};

/** When the oldest open commitment for each client began. */
function firstOpenByClient({ open }: Ledger): ReadonlyMap<string, Instant> {
  const firstOpen = new Map<string, Instant>();
  for (const { client, createdAt } of open) {
    if (client === null) continue;
    const first = firstOpen.get(client);
    if (first === undefined || createdAt < first) firstOpen.set(client, createdAt);
  }
  return firstOpen;
}

/** The clients with open or recently closed commitments. */
function concernedClients({ lastClosed, now }: Ledger, firstOpen: ReadonlyMap<string, Instant>) {
  const recently = recentSince(now);
  const served = [...lastClosed].filter(([, closedAt]) => closedAt >= recently).map(([client]) => client);
  return new Set<string | null>([...firstOpen.keys(), ...served]);
}

/** When I planned to speak to a client, unless I have done so since. */
function plannedWord(planned: PlannedWord | null, lastWordAt: Instant | null): Instant | null {
  if (!planned) return null;
  return lastWordAt === null || lastWordAt <= planned.at ? planned.next.at : null;
}
