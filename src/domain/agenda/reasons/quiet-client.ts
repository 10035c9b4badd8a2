import type { Client } from '../../streams/client.ts';
import { type Commitment, isOpen } from '../../streams/commitment.ts';
import { nextAfter } from '../../time/cadence.ts';
import { addDuration } from '../../time/duration.ts';
import { earliest, type Instant } from '../../time/moment.ts';
import { recentSince } from '../ledger.ts';
import type { Found, ReasonDefinition } from '../reason.ts';

/** A client, and since when they have heard nothing. */
interface QuietClient extends Found {
  readonly commitment: null;
  readonly counterpart: string;
}

/**
 * A client has heard nothing from me for longer than their limit. That counts while something is open with them, or was
 * until lately, and for those to be kept in touch with, whose cadence is their limit.
 */
export const quietClient: ReasonDefinition<QuietClient> = {
  find: ({ now, calendar, clockSettingsOf, commitments, clients }) => {
    const { concerned, firstOpen } = concernedClients(commitments, now);
    return clients.flatMap(({ client, lastWordAt }): QuietClient[] => {
      const { uid, keepInTouch, addedAt } = client;
      const since = lastWordAt ?? firstOpen.get(uid) ?? (keepInTouch ? addedAt : undefined);
      if (since === undefined || (!keepInTouch && !concerned.has(uid))) return [];
      const limits = [
        ...(keepInTouch ? [nextAfter(keepInTouch, since, calendar)] : []),
        ...(concerned.has(uid) ? [addDuration(calendar, since, clockSettingsOf(uid).quietAfter)] : []),
      ];
      const due = plannedWord(client, lastWordAt) ?? limits.reduce(earliest);
      return [{ commitment: null, counterpart: uid, due, since }];
    });
  },
  shown: 'once-passed',
  group: { overdue: 'tell', today: 'tell' },
  settle: ({ counterpart }) => ({ args: ['told', { client: counterpart }, 'TEXT'], needs: ['TEXT'] }),
};

/** The clients with whom something is open or was until lately, and when the first of what is open began. */
function concernedClients(commitments: readonly Commitment[], now: Instant) {
  const recently = recentSince(now);
  const firstOpen = new Map<string, Instant>();
  const concerned = new Set<string>();
  for (const commitment of commitments) {
    const { client, createdAt, closedAt } = commitment;
    if (client === null || (closedAt !== null && closedAt < recently)) continue;
    concerned.add(client);
    const first = firstOpen.get(client);
    if (isOpen(commitment) && (first === undefined || createdAt < first)) firstOpen.set(client, createdAt);
  }
  return { concerned, firstOpen };
}

/** When I meant to give a client a word, unless I have given one since I planned it. */
function plannedWord({ plannedWord: planned }: Client, lastWordAt: Instant | null): Instant | null {
  if (!planned) return null;
  return lastWordAt === null || lastWordAt <= planned.at ? planned.next.at : null;
}
