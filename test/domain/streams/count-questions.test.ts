import { expect, it } from 'vitest';
import { countQuestions } from '../../../src/domain/streams/count-questions.ts';

it.each([
  ['When is it? And what does it cost?', 2],
  ['When is it?? We wait!', 1],
  ['Is it "done?" or not', 1],
  ['See https://acme.example/list?page=2&all=1 for it.', 0],
  ['いつできますか？いくらですか？', 2],
  ['متى؟ وكم؟', 2],
  ['Thanks, OK', 0],
  ['Is it (really?) so?', 2],
])('counts what is asked: %s', (text, count) => {
  expect(countQuestions(text)).toBe(count);
});
