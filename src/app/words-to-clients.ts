import { sentTextIn, tellsDate } from '../domain/advice/outgoing.ts';
import { counterpart } from '../domain/streams/commitment.ts';
import type { Change } from '../domain/streams/events.ts';
import { epoch, type Instant } from '../domain/time/moment.ts';
import type { Outcome } from './outcome.ts';

/** Words of mine to a client. */
export interface WordsToClient {
  /** The client's uid. */
  readonly client: string;
  readonly text: string;
  /** Whether a date goes out with them. */
  readonly hasDate: boolean;
  /** The operation that recorded them; null if they are not recorded. */
  readonly operation: string | null;
}

/** For how long words can still be put better: what was said before is past. */
const FRESH_MS = 24 * 3_600_000;

/** The verbs that record whole messages: `mail` takes in what went out long ago, `draft` has said what it thinks of the words in it. */
const OF_MESSAGES: ReadonlySet<string> = new Set(['mail', 'draft']);

/**
 * The words that an operation recorded as just said to clients, each text once for each client. What was said more than a
 * day ago, or is a whole message, is left out.
 */
export function wordsToClients({ operation, verb, changes, commitments, contacts }: Outcome, now: Instant) {
  if (OF_MESSAGES.has(verb)) return [];
  const clients = new Map<string, string | null>([
    ...commitments.map((commitment) => [commitment.uid, counterpart(commitment)] as const),
    ...contacts.map(({ uid, client }) => [uid, client] as const),
  ]);
  const hasDate = changes.some(tellsDate);
  const words = changes.flatMap((change): WordsToClient[] => {
    const text = freshText(change, now);
    const client = clients.get(change.stream.uid) ?? null;
    return text === null || client === null ? [] : [{ client, text, hasDate, operation }];
  });
  return [...new Map(words.map((each) => [`${each.client} ${each.text}`, each])).values()];
}

function freshText(change: Change, now: Instant): string | null {
  const sent = sentTextIn(change);
  return sent && epoch(now) - epoch(sent.at) <= FRESH_MS ? sent.text : null;
}
