import { directionOf, type LastWord, WORD_TYPES } from '../domain/agenda/brief.ts';
import type { Db } from '../store/db.ts';
import {
  type BatchFilter,
  hasMessageOf,
  readEveryContact,
  readEverySaid,
  type SaidWithVerb,
} from '../store/read-in-batches.ts';

/**
 * All words that went to clients or came from them, earliest first: contacts, and what was said with a verb and is in no contact. They are
 * read a batch at a time.
 */
export function* readEveryWord(db: Db, filter: BatchFilter): Generator<LastWord> {
  const said = asWords(db, readEverySaid(db, WORD_TYPES, filter));
  let next = said.next();
  for (const contact of readEveryContact(db, filter)) {
    for (; !next.done && next.value.at < contact.at; next = said.next()) yield next.value;
    yield { at: contact.at, direction: contact.direction, contact };
  }
  for (; !next.done; next = said.next()) yield next.value;
}

/** The events that are words, without those whose words stand in a message that was recorded with them. */
function* asWords(db: Db, said: Iterable<SaidWithVerb>): Generator<LastWord, void> {
  for (const { event, commitment } of said) {
    if (event.type === 'NumberGiven') continue;
    const { at } = event;
    const direction = directionOf(event, commitment);
    if (direction === null || hasMessageOf(db, commitment, { at, direction })) continue;
    yield { at, direction, contact: null, event, commitment };
  }
}
