import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { CADENCE_FORMS, CADENCE_READERS, parseCadence } from '../../src/input/cadences.ts';
import { DAY_READERS, READERS_AS_TYPED } from '../../src/input/dates/day-readers.ts';
import { withoutLead } from '../../src/input/dates/finder.ts';
import { COUNTED_DAY_READERS } from '../../src/input/dates/pieces.ts';
import { Trouble } from '../../src/input/dates/trouble.ts';
import { DATE_FORMS, FINDERS, parseAnyDate } from '../../src/input/dates.ts';
import { DURATION_FORMS, parseDuration } from '../../src/input/durations.ts';
import { EFFORT_FORMS, parseEffort } from '../../src/input/effort.ts';
import { plainWords } from '../../src/input/words.ts';
import { CALENDAR } from '../support/situation.ts';
import { anyDay, anyPace, anyReading, anyTime, anyWindow, readingAt } from '../support/words.ts';

const ALL_DAYS = [...DAY_READERS, ...COUNTED_DAY_READERS];
const formsOf = ({ readers }: typeof DATE_FORMS) => readers.flatMap(({ forms }) => forms);

describe('the forms that the help shows', () => {
  it.each(formsOf(DATE_FORMS))('"%s" is a date', async (form) => {
    expect(await parseAnyDate(form, readingAt())).not.toBeInstanceOf(Refusal);
  });

  it.each(formsOf(DURATION_FORMS))('"%s" is a duration', (form) => {
    expect(parseDuration(form)).not.toBeInstanceOf(Refusal);
  });

  it.each(formsOf(CADENCE_FORMS))('"%s" is a cadence', (form) => {
    expect(parseCadence(form, readingAt())).not.toBeInstanceOf(Refusal);
  });

  it.each(formsOf(EFFORT_FORMS))('"%s" is an effort', (form) => {
    expect(parseEffort(form, CALENDAR)).not.toBeInstanceOf(Refusal);
  });

  it.each(
    [...ALL_DAYS, ...READERS_AS_TYPED, ...FINDERS.flat()].flatMap(({ name, read, forms }) =>
      forms.map((form) => [form, name, read] as const),
    ),
  )('"%s" is read by the reader of %s', (form, _, read) => {
    const words = plainWords(form);
    const found = read(words, readingAt(), 'ahead') ?? read(withoutLead(words), readingAt(), 'ahead');
    expect(found).not.toBeNull();
    expect(found).not.toBeInstanceOf(Trouble);
  });
});

/** Every stretch of words in a phrase. */
function stretches(phrase: string): string[] {
  const words = plainWords(phrase).split(' ');
  return words.flatMap((_, first) =>
    words.slice(first).map((_, more) => words.slice(first, first + more + 1).join(' ')),
  );
}

/** The readers that understand words, by name, with what they make of them. */
function readings<R>(
  readers: readonly { readonly name: string; readonly read: R }[],
  read: (reader: R) => unknown,
) {
  return readers.flatMap(({ name, read: reader }) => {
    const found = read(reader);
    return found === null ? [] : [{ name, found }];
  });
}

describe('no reading goes by the order of the readers', () => {
  const anyPhrase = fc.oneof(
    fc.constantFrom(...formsOf(DATE_FORMS)),
    anyDay,
    anyTime,
    anyWindow,
    fc.tuple(anyDay, anyTime).map((parts) => parts.join(' ')),
  );

  it('of pieces of dates', () => {
    fc.assert(
      fc.property(
        anyReading,
        anyPhrase,
        fc.constantFrom('ahead' as const, 'back' as const),
        (reading, phrase, direction) => {
          for (const words of stretches(phrase)) {
            // Words that are read with the short words before them are not read without these.
            for (const all of [
              readings(READERS_AS_TYPED, (read) => read(words, reading, direction)),
              readings(ALL_DAYS, (read) => read(words, reading, direction)),
            ]) {
              for (const { name, found } of all)
                expect(found, `${words}: ${name}, ${all[0]?.name}`).toEqual(all[0]?.found);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('of whole dates', () => {
    fc.assert(
      fc.property(anyReading, anyPhrase, (reading, phrase) => {
        const words = plainWords(phrase);
        for (const stage of FINDERS) {
          // What has no other meaning is in trouble; what has one is not.
          const all = readings(stage, (find) => find(words, reading, 'ahead')).filter(
            ({ found }) => !(found instanceof Trouble),
          );
          for (const { name, found } of all)
            expect(found, `${words}: ${name}, ${all[0]?.name}`).toEqual(all[0]?.found);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of pieces of cadences', () => {
    const anyRhythm = fc.oneof(fc.constantFrom(...formsOf(CADENCE_FORMS)), anyPace);
    fc.assert(
      fc.property(anyReading, anyRhythm, (reading, phrase) => {
        for (const words of stretches(phrase)) {
          const all = readings(CADENCE_READERS, (read) => read(words, reading));
          for (const { name, found } of all)
            expect(found, `${words}: ${name}, ${all[0]?.name}`).toEqual(all[0]?.found);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
