import { askAbout, type Brief, keptRate } from '../domain/agenda/brief.ts';
import type { Client } from '../domain/streams/client.ts';
import { isPending } from '../domain/streams/commitment.ts';
import type { GivenAnswer } from '../domain/streams/review.ts';
import {
  readAnswersFor,
  readCommitmentsOf,
  readContactStates,
  readContacts,
  readLastHeard,
} from '../store/queries.ts';
import type { Context } from './context.ts';

/** How many of the last words a brief shows. */
const LAST_WORDS = 5;

/** Every client with what is open, in the order of their names. */
export function readBriefs(context: Context): Brief[] {
  return readContactStates(context.db).map(({ client, lastWordAt }) => briefOf(context, client, lastWordAt));
}

/** One client, with all there is to know before a call. */
export function readBrief(context: Context, client: Client): Brief {
  const state = readContactStates(context.db).find((each) => each.client.uid === client.uid);
  return briefOf(context, state?.client ?? client, state?.lastWordAt ?? null);
}

function briefOf({ db, now }: Context, client: Client, lastWordAt: Brief['lastWordAt']): Brief {
  const commitments = readCommitmentsOf(db, client.uid);
  const open = commitments.filter(isPending);
  return {
    client,
    lastWordAt,
    lastHeardAt: readLastHeard(db, client.uid),
    open,
    contacts: readContacts(db, client.uid, LAST_WORDS),
    answers: lastOfEach(readAnswersFor(db, client.uid)),
    keptByMe: keptRate(commitments, 'me', now),
    keptByThem: keptRate(commitments, 'them', now),
    askAbout: askAbout(open, now),
  };
}

/** The last answer to each question, in the order of the questions. */
function lastOfEach(answers: readonly GivenAnswer[]): GivenAnswer[] {
  const last = new Map(answers.map((answer) => [answer.number, answer]));
  return [...last.values()].sort((a, b) => a.number - b.number);
}
