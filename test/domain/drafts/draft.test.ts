import { describe, expect, it } from 'vitest';
import { keepsDates, linesWithGaps, nextIn } from '../../../src/domain/streams/draft.ts';
import { date } from '../../support/situation.ts';

const draft = { dateWords: ['Friday, 6 March, 10:00 pm'] };

describe('the dates of a draft', () => {
  it.each([
    ['as they were', 'We said by Friday, 6 March, 10:00 pm in London.'],
    ['with lines broken anew', 'We said by Friday, 6\nMarch, 10:00\r\npm in London.'],
    ['with other spaces', 'We said by Friday, 6\u00a0March, 10:00\u202fpm.'],
    ['in other letters', 'BY FRIDAY, 6 MARCH, 10:00 PM'],
    ['in quoted-printable lines', 'We said by Friday, 6 Ma=\r\nrch, 10:00=20\r\npm in London.'],
  ])('still stand %s', (_, text) => expect(keepsDates(draft, text)).toBe(true));
  it.each([
    ['another day', 'by Friday, 13 March, 10:00 pm'],
    ['another time', 'by Friday, 6 March, 11:00 pm'],
    ['none', 'We will see.'],
    ['nothing at all', ''],
  ])('are gone: %s', (_, text) => expect(keepsDates(draft, text)).toBe(false));
  it('have to stand all', () => {
    const two = { dateWords: ['Friday, 6 March', 'Monday, 9 March'] };
    expect(keepsDates(two, 'Friday, 6 March and Monday, 9 March')).toBe(true);
    expect(keepsDates(two, 'Friday, 6 March')).toBe(false);
    expect(keepsDates({ dateWords: [] }, 'anything')).toBe(true);
  });
});

describe('when they hear next', () => {
  it('counts as said if it was sent', () => {
    const said = { next: date(9), nextWords: 'Monday, 9 March' };
    expect(nextIn(said, 'You will hear from me by Monday,\n9 March.')).toEqual(date(9));
    expect(nextIn(said, 'Bye.')).toBeNull();
    expect(nextIn({ next: null, nextWords: null }, 'Bye.')).toBeNull();
  });
});

describe('gaps', () => {
  it('are named by their lines', () => {
    expect(linesWithGaps('Hello\n1. [...]\n2. later\nNew date: [...]')).toEqual([
      '1. [...]',
      'New date: [...]',
    ]);
    expect(linesWithGaps('He wrote […] and [..]')).toEqual([]);
  });
});
