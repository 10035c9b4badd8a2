import { describe, expect, it } from 'vitest';
import { messageIn, splitMbox } from '../../../src/input/mail/split-mbox.ts';

const MBOX = [
  'From dana@acme.example Mon Mar  2 08:00:00 2026',
  'Subject: one',
  '',
  'From here on it is text, because a line of an mbox has a date.',
  '>From me',
  '>>From them',
  '> From a quotation',
  '',
  'From - Mon Mar 02 09:00:00 2026',
  'Subject: two',
  '',
  'two',
  '',
].join('\n');

/** The subjects and texts of an mbox that arrives in pieces of a length. */
function split(text: string, length = text.length, most = 1_000_000): (string | null)[] {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += length) pieces.push(bytes.subarray(at, at + length));
  return [...splitMbox(pieces, most)].map((entry) => entry.bytes && messageIn(entry.bytes).toString());
}

describe('an mbox', () => {
  it('is divided into its messages, and lines that were marked are as they were written', () => {
    const [one, two, ...more] = split(MBOX);
    expect(one).toBe(
      'Subject: one\n\nFrom here on it is text, because a line of an mbox has a date.\nFrom me\n>From them\n> From a quotation\n\n',
    );
    expect(two).toBe('Subject: two\n\ntwo\n');
    expect(more).toEqual([]);
  });

  it('may arrive in pieces, and with carriage returns', () => {
    const whole = split(MBOX);
    for (const length of [1, 7, 64]) expect(split(MBOX, length)).toEqual(whole);
    expect(split(MBOX.replaceAll('\n', '\r\n'))).toEqual(whole.map((each) => each?.replaceAll('\n', '\r\n')));
  });

  it('says where each message stands, and leaves out the bytes of one that is too large', () => {
    const entries = [...splitMbox([Buffer.from(MBOX)], 100)];
    expect(entries.map(({ bytes }) => bytes === null)).toEqual([true, false]);
    const [, second] = entries;
    const start = second?.offset ?? 0;
    expect(MBOX.slice(start, start + (second?.size ?? 0))).toMatch(/^From - .*\nSubject: two\n\ntwo\n$/);
  });

  it('is divided in a time that grows with its length', () => {
    const start = performance.now();
    const long = `${MBOX}\n`.repeat(20_000);
    expect(split(long, 1 << 16)).toHaveLength(40_000);
    expect(split(`From x Mon Mar  2 08:00:00 2026\n${'a'.repeat(30_000_000)}`, 1 << 12)).toEqual([null]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('is one message if it does not begin like an mbox, whatever follows', () => {
    const message = `Subject: pasted\n\n${MBOX}`;
    expect([...splitMbox([Buffer.from(message)], 1_000_000)]).toMatchObject([
      { offset: 0, size: message.length },
    ]);
  });
});
