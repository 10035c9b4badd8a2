import { countLetters } from '../base/edit-distance.ts';
import type { Client } from './client.ts';
import { hasWords, keyOf, wordsOf } from './names.ts';

/** Fewer letters stand in too many words that are no name. */
const LEAST_LETTERS = 3;

/**
 * Whether a text may name somebody, for whom it is better to leave it out: the name of any client or person, whole, or for those
 * whom it concerns (by uid) any word of their names. It rather finds a name too many: "The Board" is named by every "board".
 */
export function mayNameSomebody(
  text: string,
  clients: readonly Client[],
  concerned: readonly (string | null)[],
): boolean {
  return clients.some((client) => {
    const names = namesOf(client);
    return (
      names.some((name) => standsIn(name, text)) || (concerned.includes(client.uid) && hasWordOf(names, text))
    );
  });
}

/** All names of a client and of the people there. */
function namesOf({ name, otherNames, people }: Client): string[] {
  return [name, ...otherNames.map((other) => other.name), ...people.map((person) => person.name)];
}

/** Whether a whole name stands in a text, also where its words are joined. */
function standsIn(name: string, text: string): boolean {
  const key = keyOf(name);
  return (
    hasWords(text, name) ||
    hasWordLike(text, key) ||
    (countLetters(key) > LEAST_LETTERS && keyOf(text).includes(key))
  );
}

function hasWordOf(names: readonly string[], text: string): boolean {
  return names.some((name) =>
    wordsOf(name)
      .flat()
      .some((word) => hasWordLike(text, word)),
  );
}

/** Whether a word of a text begins with a word of a name ("Joe's"); where words are not spaced it stands anywhere. */
function hasWordLike(text: string, word: string): boolean {
  const isSpaced = /^[\0-\x7f]*$/.test(word);
  if (!isSpaced) return keyOf(text).includes(word);
  const isLong = countLetters(word) >= LEAST_LETTERS;
  return (
    isLong &&
    wordsOf(text)
      .flat()
      .some((each) => each.startsWith(word))
  );
}
