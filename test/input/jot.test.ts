import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { JOT_KINDS, readJot } from '../../src/input/jot.ts';
import { anyReading, readingAt } from '../support/words.ts';

const READING = readingAt('2026-03-05T09:00:00.000Z', 'UTC');
const entries = async (text: string) => (await readJot(text, READING)).map(({ entry }) => entry);
const [FRIDAY, SEVEN] = ['2026-03-06T17:00:00.000Z', '2026-03-06T15:00:00.000Z'];

describe('a conversation', () => {
  it('is read a line an entry', async () => {
    expect(
      await entries(`
told the figures are on their way
heard 12: they like the draft
- asked New price list by fri ~3h
promised: the notes by fri 3pm
awaiting logins from Dana by fri
awaiting the figures from last week by fri
heard "12 of them are late"
agreed 12 fri
agreed 12
remember board meets Fridays
decided we go with plan B
`),
    ).toMatchObject([
      { kind: 'told', text: 'the figures are on their way', about: null },
      { kind: 'heard', text: 'they like the draft', about: 12 },
      { kind: 'asked', title: { title: 'New price list', by: { at: FRIDAY }, estimate: { hours: 3 } } },
      { kind: 'promised', title: { title: 'the notes', by: { at: SEVEN } } },
      { kind: 'awaiting', title: { title: 'logins', by: { at: FRIDAY } }, who: 'Dana' },
      { kind: 'awaiting', title: { title: 'the figures from last week' }, who: null },
      { kind: 'heard', text: '12 of them are late', about: null },
      { kind: 'agreed', number: 12, date: { at: FRIDAY } },
      { kind: 'agreed', number: 12, date: null },
      { kind: 'remember', text: 'board meets Fridays' },
      { kind: 'decided', text: 'we go with plan B' },
    ]);
  });
  it('skips empty lines and remarks, but counts them', async () => {
    const [line] = await readJot('\n# a remark\r\ntold it\r\n', READING);
    expect(line).toMatchObject({ number: 3, words: 'told it' });
  });
  it.each([
    ['foo bar', 'jot-not-understood'],
    ['12 foo', 'jot-not-understood'],
    ['told', 'text-missing'],
    ['told 1 the endpoints are ready', 'second-number'],
    ['promised the notes by soon', 'date-vague'],
    ['agreed twelve fri', 'malformed-id'],
    ['agreed 3,4 fri', 'malformed-id'],
    ['agreed 3 nxt friday', 'date-not-understood'],
  ])('does not understand: %s', async (text, code) => {
    const [entry] = await entries(text);
    expect(entry).toBeInstanceOf(Refusal);
    expect(entry).toMatchObject({ code });
  });
  it('never throws, and gives an entry or a reason for each line', async () => {
    const anyLine = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(fc.constantFrom(...JOT_KINDS), fc.string()).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 4 }), anyReading, async (lines, reading) => {
        for (const { entry, words } of await readJot(lines.join('\n'), reading)) {
          expect(words).not.toBe('');
          expect(entry instanceof Refusal || JOT_KINDS.includes(entry.kind)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
