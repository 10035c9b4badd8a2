import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../../src/domain/advice/advise-on.ts';

const FOLDER = new URL('./', import.meta.url);
const linesOf = (kind: 'harmless' | 'harmful') =>
  readdirSync(FOLDER)
    .filter((file) => file.startsWith(`${kind}-`))
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n'));

const advise = (text: string, { hasDate = false, earlier = [] as string[] } = {}) =>
  adviseOn({ text, hasDate, earlier });
const kindsIn = (...args: Parameters<typeof advise>) => advise(...args).map(({ kind }) => kind);

/** Sentences as people write them to their clients, by trade; some have the words of the rules and mean no harm. */
const HARMLESS = linesOf('harmless');
/** Sentences that clients take badly, each after the kind of advice for it. */
const HARMFUL = linesOf('harmful').map((line) => {
  const [kind = '', text = ''] = line.split(/: (.*)/s);
  return { kind, text };
});

describe('advice', () => {
  it('raises a false alarm on one in 300 harmless sentences at most', () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(300);
    const alarms = HARMLESS.filter((text) => advise(text).length > 0);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(HARMLESS.length / 300);
  });

  it('catches 45 of 50 harmful ones at least, for what is wrong with them', () => {
    expect(HARMFUL.length).toBeGreaterThanOrEqual(50);
    const missed = HARMFUL.filter(({ kind, text }) => !kindsIn(text).some((found) => found === kind));
    expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(HARMFUL.length / 10);
  });

  it('is the same for other letter case, quotation marks and line breaks', () => {
    for (const { text } of HARMFUL) {
      const other = text.toUpperCase().replaceAll("'", '\u2019').replaceAll(' ', '\n  ');
      expect(kindsIn(other), text).toEqual(kindsIn(text));
    }
  });

  it('quotes the piece as it was written', () => {
    expect(advise('Hi Ann!\nWe\u2019ll  send it As Soon\nAs Possible, thanks.')).toEqual([
      { kind: 'no-date', piece: 'As Soon As Possible' },
    ]);
    expect(advise('All is ready, but Corporate won\u2019t let us ship.')).toEqual([
      { kind: 'responsibility', piece: 'Corporate won\u2019t let us ship' },
    ]);
  });

  it('finds each kind once, and several kinds', () => {
    const text = 'We are late. It is not our fault. We are over budget. I will be in touch soon.';
    expect(kindsIn(text)).toEqual(['no-date', 'responsibility', 'no-choice']);
  });

  it('takes a day or time in the sentence, or in one after it, for a date', () => {
    for (const when of [
      'by Friday',
      'tomorrow',
      'at 4 pm',
      'within 3 days',
      'by the end of the week',
      'on 12/3',
    ]) {
      expect(kindsIn(`We will send it soon, ${when}.`), when).toEqual([]);
      expect(kindsIn(`We will send it soon. You have it ${when}.`), when).toEqual([]);
    }
    for (const past of [
      'You asked last week',
      'We spoke on Friday',
      'It is 3 days ago',
      'All 12 pages are done',
    ]) {
      expect(kindsIn(`${past}, and we will send it soon.`), past).toEqual(['no-date']);
    }
  });

  it('takes a date that goes out with the words for one', () => {
    expect(kindsIn('We will send it soon.', { hasDate: true })).toEqual([]);
    expect(kindsIn('The delivery is delayed.', { hasDate: true })).toEqual([]);
    expect(kindsIn('It is not our fault.', { hasDate: true })).toEqual(['responsibility']);
  });

  it('takes a question, an option, a new date or a remedy for a choice; not the date that is missed', () => {
    for (const beside of [
      'Is Monday soon enough for you?',
      'You can have half of it now.',
      'Either we wait, or we leave it out.',
      'It comes on Monday.',
      'We have repaired it.',
    ]) {
      expect(kindsIn(`The delivery is delayed. ${beside}`), beside).toEqual([]);
    }
    expect(kindsIn('We cannot deliver on Friday.')).toEqual(['no-choice']);
    expect(kindsIn('We cannot deliver before Friday.')).toEqual([]);
  });

  it('says nothing about other languages', () => {
    for (const text of [
      'Wir melden uns so bald wie möglich, das System ist leider verspätet.',
      'Nous vous répondrons dès que possible, ce n\u2019est pas notre faute.',
      'Lo sentimos, el proyecto va con retraso; no es culpa nuestra.',
      'もうすぐお送りします。',
      '\u202e\u0000 \ud800',
      '',
    ]) {
      expect(kindsIn(text), text).toEqual([]);
    }
  });

  it.each(['soon, ', 'we will not ', '(', 'the failed and ', 'because they did not let us and ', '\n- '])(
    'takes no longer for a text of %j a million times',
    (piece) => {
      const began = performance.now();
      advise(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - began).toBeLessThan(15_000);
    },
  );
});

describe('a broken record', () => {
  const text = 'Nothing new yet, we are on it at 60 %.';
  it('is the same text for the third time running', () => {
    expect(kindsIn(text, { earlier: [text, text] })).toEqual(['broken-record']);
    expect(kindsIn(text, { earlier: [text, text, 'another'] })).toEqual(['broken-record']);
  });
  it('is not the second time, nor the third with another between', () => {
    for (const earlier of [[], [text], [text, 'another', text], ['another', text, text]]) {
      expect(kindsIn(text, { earlier })).toEqual([]);
    }
  });
  it('may differ in letter case, spaces and signs, but not in numbers', () => {
    const same = 'nothing new yet\n we\u2019re on it, at 60%!'.replace('we\u2019re', 'we are');
    expect(kindsIn(text, { earlier: [same, text] })).toEqual(['broken-record']);
    expect(kindsIn(text, { earlier: [text.replace('60', '55'), text] })).toEqual([]);
  });
  it('is known in any language', () => {
    const german = 'Noch nichts Neues, bis bald.';
    expect(kindsIn(german, { earlier: [german, german.toUpperCase()] })).toEqual(['broken-record']);
  });
});
