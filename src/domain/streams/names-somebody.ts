import { countLetters } from '../base/edit-distance.ts';
import { memoizeByObject } from '../base/memo.ts';
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
  const told: Told = { text, key: keyOf(text), words: wordsOf(text).flat() };
  return clients.some((client) => {
    const names = namesOf(client);
    if (names.some((name) => standsIn(name, told))) return true;
    return (
      concerned.includes(client.uid) &&
      names.some(({ words }) => words.some((word) => hasWordLike(told, word)))
    );
  });
}

/** A text as names are looked for in it. */
interface Told {
  readonly text: string;
  readonly key: string;
  readonly words: readonly string[];
}

interface Name {
  readonly name: string;
  readonly key: string;
  readonly words: readonly string[];
}

/** All names of a client and of the people there. */
const namesOf = memoizeByObject(({ name: own, otherNames, people }: Client): readonly Name[] =>
  [own, ...[...otherNames, ...people].map(({ name }) => name)].map((name) => ({
    name,
    key: keyOf(name),
    words: wordsOf(name).flat(),
  })),
);

/** Whether a whole name stands in a text, also where its words are joined. */
function standsIn({ name, key }: Name, told: Told): boolean {
  const isLong = countLetters(key) > LEAST_LETTERS;
  return (isLong && told.key.includes(key)) || hasWordLike(told, key) || hasWords(told.text, name);
}

/** Whether a word of a text begins with a word of a name ("Joe's"); where words are not spaced it stands anywhere. */
function hasWordLike({ key, words }: Told, word: string): boolean {
  const isSpaced = /^[\0-\x7f]*$/.test(word);
  if (!isSpaced) return key.includes(word);
  return countLetters(word) >= LEAST_LETTERS && words.some((each) => each.startsWith(word));
}
