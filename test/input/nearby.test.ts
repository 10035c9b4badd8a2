import { describe, expect, it } from 'vitest';
import { parseCadence } from '../../src/input/cadences.ts';
import { parseDate } from '../../src/input/dates.ts';
import { parseDuration } from '../../src/input/durations.ts';
import { readingAt } from '../support/words.ts';

const STANDARD = 'Say "friday 5pm", "in 3 working days" or "2026-03-05".';

describe('a date that is not understood', () => {
  it.each([
    ['friday 5pmm', '"5pmm" is', 'Did you mean "friday 5pm"?'],
    ['nxt friday', '"nxt" is', 'Did you mean "next friday"?'],
    ['in 3 workign days', '"workign" is', 'Did you mean "in 3 working days"?'],
    ['end of munth', '"munth" is', 'Did you mean "end of month"?'],
    ['frist of june', '"frist" is', 'Did you mean "first of june"?'],
    ['next wek', '"wek" is', 'Did you mean "next wed" or "next week"?'],
    ['march the team', '"the team" is', STANDARD],
    ['see you friday maybe', '"see you" and "maybe" are', STANDARD],
  ])('"%s": what is not understood, and what may be meant', (phrase, unread, hint) => {
    expect(parseDate(phrase, readingAt())).toMatchObject({
      code: 'date-not-understood',
      message: `"${phrase}": ${unread} not understood.`,
      hint,
    });
  });

  it.each([
    ['fridy', 'Did you mean "friday"?'],
    ['friday5pm', 'Did you mean "friday 5pm"?'],
    ['wendesday 10am', 'Did you mean "wednesday 10am"?'],
    ['gibberish', STANDARD],
    ['friday next', STANDARD],
  ])('"%s" may mean something all the same', (phrase, hint) => {
    expect(parseDate(phrase, readingAt())).toMatchObject({ hint });
  });

  it('is not searched for slips if it is long', () => {
    const phrase = 'fridy when all of the others have had their say about it';
    expect(parseDate(phrase, readingAt())).toMatchObject({ hint: STANDARD });
  });
});

it('a cadence and a duration that are not understood offer what is near, too', () => {
  expect(parseCadence('evry friday', readingAt())).toMatchObject({ hint: 'Did you mean "every friday"?' });
  expect(parseCadence('daily at 3pmm', readingAt())).toMatchObject({
    message: '"daily at 3pmm": "at 3pmm" is not understood.',
  });
  expect(parseDuration('90 minuets')).toMatchObject({ hint: 'Did you mean "90 minutes"?' });
});
