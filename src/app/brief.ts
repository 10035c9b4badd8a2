import {
  askAbout,
  type Brief,
  byDate,
  type ClientSummary,
  keptRate,
  lastWords,
} from '../domain/agenda/brief.ts';
import { lazy } from '../domain/base/memo.ts';
import type { Client } from '../domain/streams/client.ts';
import type { GivenAnswer } from '../domain/streams/review.ts';
import {
  countDateOutcomes,
  countPending,
  readAcceptedBySilence,
  readAnswersFor,
  readClients,
  readContacts,
  readLastHeard,
  readLastSpokenOf,
  readLastWords,
  readLastWordTo,
  readPendingOf,
} from '../store/queries.ts';
import { readStandingsOf } from '../store/standings.ts';
import type { Context } from './context.ts';
import { readFavours } from './favours.ts';
import { readEvents } from './history.ts';
import { readClientSpending } from './spent-on.ts';
import { readOutlook } from './standings.ts';

/** How many of the last words a brief shows. */
const LAST_WORDS = 5;

/** How many of what they accepted by silence. */
const MOST_SILENT = 3;

/** Every client with the number of open moves, by name. */
export function summarizeClients({ db }: Context): ClientSummary[] {
  const moves = new Map<string, { me: number; them: number }>();
  for (const { client, ball, count } of countPending(db)) {
    const counts = moves.get(client) ?? { me: 0, them: 0 };
    moves.set(client, { ...counts, [ball]: counts[ball] + count });
  }
  const lastWords = readLastWords(db);
  return readClients(db).map((client) => ({
    client,
    lastWordAt: lastWords.get(client.uid) ?? null,
    moves: moves.get(client.uid) ?? { me: 0, them: 0 },
  }));
}

/** Everything to know about a client before a call. */
export function readBrief(context: Context, client: Client): Brief {
  const { db, now } = context;
  const spending = lazy(() => readClientSpending(context, client));
  const open = readPendingOf(db, client.uid);
  const contacts = readContacts(db, client.uid, LAST_WORDS);
  const outcomes = countDateOutcomes(db, client.uid, now);
  return {
    client,
    lastWordAt: readLastWordTo(db, client.uid),
    lastHeardAt: readLastHeard(db, client.uid),
    open: byDate(open),
    contacts,
    get lastWords() {
      const stories = readLastSpokenOf(db, client.uid, LAST_WORDS).map((commitment) => ({
        commitment,
        events: readEvents(db, commitment.uid),
      }));
      return lastWords(contacts, stories, LAST_WORDS);
    },
    answers: lastOfEach(readAnswersFor(db, client.uid)),
    keptByMe: keptRate(outcomes, 'me'),
    keptByThem: keptRate(outcomes, 'them'),
    askAbout: askAbout(open, now),
    standings: readStandingsOf(db, client.uid)
      .filter(({ stoppedAt }) => stoppedAt === null)
      .map((standing) => readOutlook(context, standing)),
    silent: readAcceptedBySilence(db, client.uid, MOST_SILENT),
    get favours() {
      return readFavours(context, client.uid);
    },
    get spending() {
      return spending();
    },
  };
}

/** The last answer to each question, by number. */
function lastOfEach(answers: readonly GivenAnswer[]): GivenAnswer[] {
  const last = new Map(answers.map((answer) => [answer.number, answer]));
  return [...last.values()].sort((a, b) => a.number - b.number);
}
