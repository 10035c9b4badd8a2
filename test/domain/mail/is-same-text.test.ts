import { expect, it } from 'vitest';
import { isSameText } from '../../../src/domain/mail/is-same-text.ts';

const DRAFT = 'Hello Dana,\n\nThe "blue" one isn\'t ready:\nyou hear from me on Friday.\n\nAda';

it.each([
  [
    'broken anew',
    'Hello Dana,\r\n\r\nThe "blue" one isn\'t\r\nready: you hear from me on Friday. \r\n\r\nAda\r\n',
  ],
  [
    'with other quotes and spaces',
    DRAFT.replace(/"blue"/, '\u201cblue\u201d')
      .replace("'", '\u2019')
      .replace('Hello Dana', 'Hello\u00a0\u200bDana'),
  ],
  ['above a signature', `${DRAFT}\n\n-- \nAda Example\nExample Ltd\n`],
])('is the same text %s', (_how, sent) => {
  expect(isSameText(DRAFT, sent)).toBe(true);
});

it.each([
  ['with another day', DRAFT.replace('Friday', 'Monday')],
  ['with a word more', `${DRAFT}\n\nPS: The red one is.`],
])('is another text %s', (_how, sent) => {
  expect(isSameText(DRAFT, sent)).toBe(false);
});
