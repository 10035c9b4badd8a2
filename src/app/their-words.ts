import type { Channel } from '../domain/streams/channel.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { StoryEvent } from '../domain/streams/events.ts';
import { compareInstants, type Instant } from '../domain/time/moment.ts';
import type { Db } from '../store/db.ts';
import { readContact } from '../store/messages.ts';
import { readEvents } from './history.ts';

/** Words of theirs that a reply has to answer. */
export interface TheirWords {
  readonly at: Instant;
  readonly via: Channel | null;
  readonly text: string;
}

/** Everything that a reply has to answer, in the order in which it was said: the words that opened it, and those that joined it. */
export function readTheirWords(db: Db, { uid, restOf }: Commitment): TheirWords[] {
  const byContact = new Map(readEvents(db, uid).flatMap(wordsIn));
  return [...byContact.values()].sort((a, b) => compareInstants(a.at, b.at));

  function wordsIn(event: StoryEvent): readonly (readonly [string, TheirWords])[] {
    if (event.type !== 'ReplyOwed' && event.type !== 'WordHeard') return [];
    const { at, via = null, contact } = event;
    // What an answer left open is known by its title: the contact is that answer.
    const said = event.type === 'ReplyOwed' && restOf === null ? readContact(db, contact)?.text : undefined;
    return [[contact, { at, via, text: event.type === 'WordHeard' ? event.text : (said ?? event.title) }]];
  }
}
