import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { parseAction, parseAnswer } from '../../src/input/answer.ts';
import { parsePerson } from '../../src/input/person.ts';

describe('an answer', () => {
  it.each([
    ['1=yes', { number: 1, answer: 'yes' }],
    ['2 = no', { number: 2, answer: 'no' }],
    ['3=n:the totals: wrong', { number: 3, answer: 'no', note: 'the totals: wrong' }],
    ['4=unsure:"who knows"', { number: 4, answer: 'unsure', note: 'who knows' }],
    ['1=YES:loves it', { number: 1, answer: 'yes', note: 'loves it' }],
    ['1=no, the totals are wrong', { number: 1, answer: 'no', note: 'the totals are wrong' }],
    ['4=no - way over', { number: 4, answer: 'no', note: 'way over' }],
    ['1=nope', { number: 1, answer: 'no' }],
    ['2=not yet', { number: 2, answer: 'unsure', note: 'not yet' }],
    // Neither a yes nor a no: the words are kept, and no answer is invented.
    ['1=they are on holiday', { number: 1, answer: 'unsure', note: 'they are on holiday' }],
  ])('%s', (text, expected) => {
    expect(parseAnswer(text)).toMatchObject(expected);
  });
  it.each(['', 'yes', '5=yes', '0=no', '1=', '1=yse', '1=unsrue'])('is refused: "%s"', (text) => {
    expect(parseAnswer(text)).toMatchObject({ code: 'malformed-answer', kind: 'usage' });
  });
  it('never throws, and keeps its number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const answer = parseAnswer(`2=${text}`);
        expect(answer instanceof Refusal || answer.number === 2).toBe(true);
      }),
    );
  });
});

describe('what will be done', () => {
  it('is given with the number of its question', () => {
    expect(parseAction('3=send the totals by friday')).toEqual({
      number: 3,
      words: 'send the totals by friday',
    });
    expect(parseAction('send the totals')).toMatchObject({ code: 'malformed-action' });
  });
});

describe('a person', () => {
  it.each([
    ['Dana Reyes', { name: 'Dana Reyes' }],
    ['Dana Reyes <dana@acme.com>', { name: 'Dana Reyes', email: 'dana@acme.com' }],
    ['"Reyes, Maria" <maria@acme.com>, CTO', { name: 'Reyes, Maria', email: 'maria@acme.com', role: 'CTO' }],
    ['Bo, dev, bo@acme.com, Etc/GMT+5', { name: 'Bo', role: 'dev', email: 'bo@acme.com', zone: 'Etc/GMT+5' }],
    ['Dana Reyes <dana@acme.com>, CFO', { name: 'Dana Reyes', email: 'dana@acme.com', role: 'CFO' }],
    ['"Reyes" , CFO, Europe/London', { name: 'Reyes', role: 'CFO', zone: 'Europe/London' }],
    [
      '山田 太郎, head of sales, Asia/Tokyo, Osaka',
      { name: '山田 太郎', role: 'head of sales, Osaka', zone: 'Asia/Tokyo' },
    ],
  ])('%s', (text, expected) => {
    expect(parsePerson(text)).toEqual(expected);
  });
  it.each(['', '<dana@acme.com>', 'Dana <dana>', '42'])('is refused: "%s"', (text) => {
    expect(parsePerson(text)).toMatchObject({ code: 'person-not-understood' });
  });
});
