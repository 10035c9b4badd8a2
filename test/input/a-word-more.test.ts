import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { CADENCE_FORMS, parseCadence } from '../../src/input/cadences.ts';
import { DATE_FORMS, type DateContext, parseDate } from '../../src/input/dates.ts';
import { DURATION_FORMS, parseDuration } from '../../src/input/durations.ts';
import { EFFORT_FORMS, parseEffort } from '../../src/input/effort.ts';
import type { Forms } from '../../src/input/reader.ts';
import { CALENDAR } from '../support/situation.ts';
import { anyDay, anyPace, anyReading, anyTime, anyWindow } from '../support/words.ts';

const split = (words: string) => words.split(' ');

/**
 * Words that would change what a phrase says, wherever they stand in it. Left out are those that say nothing new: articles
 * and prepositions, "about", and what may agree with the rest (a weekday beside its date, an hour beside its window).
 */
const CHANGES = split(
  'not no except without if or but maybe probably unless only never again too soon less least than yesterday ' +
    'quarters half few previous ago end middle other ' +
    'alternate report draft client please 45 99 25:75 q5 x §',
);

const formsOf = ({ readers }: Forms) => fc.constantFrom(...readers.flatMap(({ forms }) => forms));

/** What a phrase means, without its words; null if it is refused. */
function meaningOf(read: object): object | null {
  if (read instanceof Refusal) return null;
  const { text: _, ...meaning } = read as { readonly text?: string };
  return meaning;
}

function neverReadsAs(
  phrases: fc.Arbitrary<string>,
  readIn: (reading: DateContext) => (phrase: string) => object,
) {
  const longer = fc.tuple(anyReading, phrases, fc.constantFrom(...CHANGES), fc.nat(8));
  fc.assert(
    fc.property(longer, ([reading, phrase, word, at]) => {
      const read = readIn(reading);
      const short = meaningOf(read(phrase));
      const long = meaningOf(read(split(phrase).toSpliced(at, 0, word).join(' ')));
      if (short !== null && long !== null)
        expect(long, `"${phrase}" with "${word}" at ${at}`).not.toEqual(short);
    }),
    { numRuns: 10_000 },
  );
}

describe('a phrase with a word more is never silently read as the phrase without it', () => {
  it('as a date', () => {
    const phrases = fc.oneof(formsOf(DATE_FORMS), anyDay, anyTime, anyWindow);
    neverReadsAs(phrases, (reading) => (phrase) => parseDate(phrase, reading));
  });

  it('as a duration', () => {
    neverReadsAs(formsOf(DURATION_FORMS), () => parseDuration);
  });

  it('as a cadence', () => {
    neverReadsAs(
      fc.oneof(formsOf(CADENCE_FORMS), anyPace),
      (reading) => (phrase) => parseCadence(phrase, reading),
    );
  });

  it('as an effort', () => {
    neverReadsAs(formsOf(EFFORT_FORMS), () => (phrase) => parseEffort(phrase, CALENDAR));
  });
});
