import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separateQuotation } from '../../../src/input/mail/own-words.ts';
import { FULL_ATTRIBUTIONS, HEADS, SHORT_ATTRIBUTIONS } from './quotations.ts';

const ANSWER = 'The crates left the mill at noon.\n\nShall I book the second truck?';
const ORIGINAL = 'Are the crates on their way?\nWe count on them for Thursday.\n\nLena';

const mark = (text: string, sign = '> ') =>
  text
    .split('\n')
    .map((line) => (line === '' ? sign.trimEnd() : `${sign}${line}`))
    .join('\n');

const own = (body: string) => separateQuotation(body).text;

describe('introduced by an attribution', () => {
  it.each(FULL_ATTRIBUTIONS)('%s', (attribution) => {
    const quoted = `${attribution}\n\n${mark(ORIGINAL)}`;
    expect.soft(own(`${ANSWER}\n\n${quoted}\n`), 'answer above').toBe(ANSWER);
    expect.soft(own(`${ANSWER}\n${attribution}\n${mark(ORIGINAL, '>')}`), 'without blank lines').toBe(ANSWER);
    expect.soft(own(`${quoted}\n\n${ANSWER}`), 'answer below').toBe(ANSWER);
    expect.soft(own(`${ANSWER}\n\n${attribution}\n\n${ORIGINAL}`), 'unmarked').toBe(ANSWER);
    expect.soft(own(`${ANSWER}\n\n${mark(`${attribution}\n\n${ORIGINAL}`)}`), 'marked itself').toBe(ANSWER);
    expect.soft(own(`${attribution}\n${ANSWER}`), 'the quotation deleted').toBe(ANSWER);
    const between = `Hi Lena,\n\n${quoted}\n\n${ANSWER}`;
    expect.soft(own(between), 'between own words').toBe(`Hi Lena,\n\n\n${mark(ORIGINAL)}\n\n${ANSWER}`);
  });
});

describe('introduced in few words', () => {
  it.each(SHORT_ATTRIBUTIONS)('%s', (attribution) => {
    const quoted = `${attribution}\n${mark(ORIGINAL)}`;
    expect.soft(own(`${ANSWER}\n\n${quoted}\n`), 'answer above').toBe(ANSWER);
    expect.soft(own(`${quoted}\n\n${ANSWER}`), 'answer below').toBe(ANSWER);
    const unmarked = `${ANSWER}\n\n${attribution}\n${ORIGINAL}`;
    expect.soft(own(unmarked), 'unmarked: they may be the words of the sender').toBe(unmarked);
  });
});

describe('below the head of a mail', () => {
  it.each(HEADS)('%s', (head) => {
    expect.soft(own(`${ANSWER}\n\n${head}\n\n${ORIGINAL}`)).toBe(ANSWER);
    expect.soft(own(`${ANSWER}\n${head}\n${ORIGINAL}`), 'without blank lines').toBe(ANSWER);
    const forwarded = `${head}\n\n${ORIGINAL}`;
    expect.soft(separateQuotation(forwarded), 'forwarded').toEqual({ text: forwarded, elided: '' });
  });
});

describe('marked', () => {
  it.each([
    ['answers between', '> The crates?\n\nLeft.\n\n> The truck?\n\nBooked.', null],
    ['and a quotation behind the last one', '> The crates?\nLeft.\n> Bye\n> Lena', '> The crates?\nLeft.'],
    ['without an attribution, above', '> The crates?\n\nLeft.', null],
    ['without an attribution, below', 'Left.\n\n> The crates?', 'Left.'],
    ['what is quoted on purpose', 'The log says:\n\n> no such crate\n> at line 3', null],
    ['by a bar', 'Left.\n\nLena Ortiz <lena@mill.example> wrote:\n| The crates?\n|\n| Lena', 'Left.'],
    ['by a name', 'Left.\n\nOn 03/03/2026 16:05, lena_ortiz wrote:\n\nLena> The crates?\nLena>\n', 'Left.'],
    [
      'by initials',
      'On 03/03/2026 16:05, Lena wrote:\n> The crates?\n\nLeft.\n\nLO> Bye\nLO>',
      '> The crates?\n\nLeft.',
    ],
    ['in two colours', 'Left.\n\n> On 03/03/2026 16:05, Jo wrote:\n>> The crates?\n> Where?', 'Left.'],
    [
      'with a head that is marked, too',
      '> -----Original Message-----\n> From: Lena Ortiz\n> To: Jo\n> Subject: Crates\n>\n> Where?\n\nHere.',
      'Here.',
    ],
    ['below a smile', ':-)\n\nOn 03/03/2026 16:05, Lena wrote:\n> The crates left.', ':-)'],
    ['below a sign', '👍\n\nOn 03/03/2026 16:05, Lena wrote:\n> The crates left.', '👍'],
    ['by entities', 'Left.\n\n&gt; The crates?', 'Left.'],
    [
      'with other spaces',
      'Left.\n\nLe 03/03/2026 à 16:05, Lena a écrit\u202f:\n>\u00a0Les caisses\u00a0?',
      'Left.',
    ],
    ['in frames', 'Left.\n\n>>> Lena Ortiz 03/03/26 4:05 PM >>>\nThe crates?\n', 'Left.'],
    ['lines that end with a return', 'Left.\r\n\r\nLena Ortiz wrote:\r\n> The crates?\r\n', 'Left.'],
    [
      'one mail below another',
      'A\n\nOn 3/3/2026 16:05, Lena wrote:\n\nB\n\nOn 2/3/2026, Jo <jo@quay.example> wrote:\n\nC',
      'A',
    ],
  ])('%s', (_, body, text) => {
    expect(own(body)).toBe((text ?? body).trim());
  });
});

describe('signatures', () => {
  it.each([
    ['Left.\n\n-- \nJo Park\nQuay Ltd.', 'Left.'],
    ['Left.\n\n--\nJo Park', 'Left.'],
    ['Left.\n\n---\nJo Park\nQuay Ltd.', 'Left.'],
    ['Left.\n\n---\nQuay\n+44 20 7946 0000', 'Left.'],
    ['Left.\n\n______________________________\nCrates mailing list', 'Left.'],
    ['Left.\n\n-- \nJo Park\n\nLena wrote:\n> Where?', 'Left.'],
    ['Lena wrote:\n> Where?\n\nHere.\n\n-- \nJo Park', 'Here.'],
    ['Left.\n\nLena wrote:\n> Where?\n\n-- \nJo Park', 'Left.'],
    ['-- \nJo Park\n\nOn 03/03/2026 16:05, Lena wrote:\n> Where?\n\nHere.', 'Here.'],
    ...[
      'Sent from my iPhone',
      'Sent via BlackBerry by AT&T',
      'Sent from Yahoo Mail on Android',
      'Sent from my Android device with K-9 Mail. Please excuse my brevity.',
      'Get Outlook for iOS<https://aka.ms/o0ukef>',
      'Von meinem iPhone gesendet',
      'Gesendet von Mail für Windows',
      'Envoyé de mon iPhone',
      'Envoyé depuis mon appareil Android avec K-9 Mail.',
      'Enviado desde mi iPhone',
      'Enviado do meu iPhone',
      'Inviato da iPhone',
      'Verstuurd vanaf mijn iPad',
      'Skickat från min iPhone',
      'Sendt fra min iPhone',
      'Lähetetty iPhonesta',
      'Wysłane z iPhone’a',
      'Odesláno z iPhonu',
      'Отправлено с iPhone',
      'Надіслано з iPhone',
      "iPhone'umdan gönderildi",
      '从我的 iPhone 发送',
      '發自我的 iPhone',
      'iPhoneから送信',
      '나의 iPhone에서 보냄',
      'Gửi từ iPhone của tôi',
      'נשלח מה-iPhone שלי',
    ].flatMap((line): [string, string][] => [
      [`Left.\n\n${line}\n\nLena wrote:\n> Where?`, 'Left.'],
      [`Left.\n\n${line}`, 'Left.'],
    ]),
  ])('%j', (body, text) => {
    expect(own(body)).toBe(text);
  });
});

describe('words of the sender stay, whatever they look like', () => {
  it.each([
    'On Monday I wrote: please send the crates.\n\nStill nothing.',
    'On Monday, 3 March 2026 at 10:00 I wrote:\n\nPlease send the crates.\n\nStill nothing.',
    'The call\n\nOn March 3, 2026 at 10:30 Lena told me that Al wrote:\n\nwe are late\n\nSo we are.',
    'As Lena wrote:\n\nwe go on.',
    'From: the beginning\n\nIt was cold.',
    'The trip:\n\nFrom: Berlin\nTo: Hamburg\nDate: Friday 10:15\n\nPlease book it.',
    'Date: Friday\nPlace: the office\nSubject: the budget\n\nPlease confirm.',
    'Please send it to:\nLena Ortiz <lena@mill.example>\nJo Park <jo@quay.example>',
    'Agenda\n\n3.3.2026 10:00 call Lena Ortiz <lena@mill.example>:\n\n- crates\n- truck',
    'Type this:\n\n>>> import os\n>>> os.getcwd()',
    'Type\n>> a = 3\n>> b = 4',
    'The change:\n\n3c3\n< old\n---\n> new',
    'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b',
    '>From the start it was clear.\n\nThe crates are late.',
    '```\n> a mark\nLena <lena@mill.example> wrote:\n-- \n# done\n```\nThat is the file.',
    'Crate | Weight\n------|-------\n1 | 20\n-----\n2 | 21',
    'Crates\n======\n\nTwo.\n\nTrucks\n------\n\nOne.',
    'One\n--\nTwo\n--\nThree',
    'Two ways:\n\n--\nShall we wait?\nOr send one now?',
    'In short\n\n---\n\nWe are late. We will be there on Thursday.',
    '---- Original plan ----\n\nMonday\n\n---- New plan ----\n\nTuesday',
    'Sent from the quay on Monday, they should be there.',
    'Sent you the photos from my phone, did you get them?',
    '- crates\n- truck\n\n  * two\n  * three\n\n1) one',
    'Best regards\n\nJo Park\nQuay Ltd.',
  ])('%j', (body) => {
    expect(separateQuotation(body)).toEqual({ text: body, elided: '' });
  });

  it('also if there is nothing else', () => {
    for (const body of [
      '> Where?\n> Lena',
      'Lena wrote:\n> Where?',
      '-- \nJo Park',
      '> a\n\nSent from my iPhone',
    ]) {
      expect(separateQuotation(body)).toEqual({ text: body, elided: '' });
    }
  });
});

describe('any mail', () => {
  const line = fc.oneof(
    fc.constantFrom(...FULL_ATTRIBUTIONS, ...SHORT_ATTRIBUTIONS, ...HEADS),
    fc.constantFrom(
      '',
      '-- ',
      '--',
      '---',
      '____________',
      '```',
      'Sent from my iPhone',
      'From: me',
      'C> so',
      '| a |',
    ),
    fc.constantFrom(
      'The crates left.',
      'Where are they?',
      '> The truck?',
      '>> The mill',
      '>',
      '> > so:',
      'so:',
    ),
    fc.string(),
  );
  const body = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join('\n').replaceAll('\n', end));

  const written = (text: string) => text.split(/\r\n|\r|\n/).filter((each) => each.trim() !== '');

  it('is in one of the two parts, line by line, in order', () => {
    fc.assert(
      fc.property(body, (mail) => {
        const { text, elided } = separateQuotation(mail);
        const parts = [written(text), written(elided)] as const;
        const all = written(mail);
        expect(all).toHaveLength(parts[0].length + parts[1].length);
        expect(all.toSorted()).toEqual([...parts[0], ...parts[1]].toSorted());
        for (const part of parts) expect(isSubsequence(part, all)).toBe(true);
        if (/[\p{L}\p{N}]/u.test(mail)) expect(text).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  const sentence = fc.constantFrom(
    'The crates left the mill at noon.',
    'Yes.',
    'Können wir am 3. März um 10:00 reden?',
    '- two crates, 20 kg',
    '“Fine”, she said: we go on',
    '明日送ります。',
    'Das ist gut – vielen Dank!',
    '   indented',
    'see https://mill.example/crates',
  );
  const message = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const said = message.map((chapters) => chapters.map((lines) => lines.join('\n')).join('\n\n'));

  it('without a quotation is unchanged', () => {
    fc.assert(
      fc.property(said, (text) => {
        expect(separateQuotation(text)).toEqual({ text, elided: '' });
      }),
    );
  });

  it('gives back what was said above or below a quotation in any language', () => {
    const quotation = fc.tuple(
      fc.constantFrom(...FULL_ATTRIBUTIONS),
      fc.constantFrom('> ', '>', '>  '),
      said,
    );
    fc.assert(
      fc.property(said, quotation, fc.boolean(), (mine, [attribution, sign, theirs], above) => {
        const quoted = `${attribution}\n${mark(theirs, sign)}`;
        expect(own(above ? `${mine}\n\n${quoted}` : `${quoted}\n\n${mine}`)).toBe(mine);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...HEADS, ...FULL_ATTRIBUTIONS), said, (mine, head, theirs) => {
        expect(own(`${mine}\n\n${head}\n\n${theirs}`)).toBe(mine);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '> ',
    '> \n',
    'On ',
    'On 3 ',
    '\n',
    '<',
    'a@',
    '_',
    'so:\n',
    '<\n',
    '-- \n',
    '--\n\n',
    '```\n',
    'From: a@b.example\n',
    'From: a\nTo: b\n\n',
    'On 3 Mar 2026\n10:00 Lena\n<lena@mill.example>\nsays:\n',
    'On 3 Mar 2026 10:00 Lena <lena@mill.example> wrote:\n',
    '> On 3 Mar 2026 10:00 Lena <lena@mill.example>\n> wrote:\nso\n',
    '-----Original Message-----\n',
    'Sent from my iPhone\n\n',
    '写道：\n',
  ])('of a hundred thousand times %j is read at once', (piece) => {
    const started = performance.now();
    separateQuotation(piece.repeat(Math.min(100_000, 1_000_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

function isSubsequence(part: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const each of all) if (each === part[at]) at++;
  return at === part.length;
}
