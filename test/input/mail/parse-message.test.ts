import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import type { MailMessage } from '../../../src/domain/mail/message.ts';
import { parseHead, parseMessage } from '../../../src/input/mail/parse-message.ts';
import { messageFrom } from '../../support/messages.ts';

const DANA = 'Dana Reyes <dana@acme.example>';

async function parsed(text: string | Buffer): Promise<MailMessage> {
  const message = await parseMessage(Buffer.from(text));
  if (message instanceof Refusal) throw message;
  return message;
}

function raw(...lines: readonly string[]): string {
  return lines.join('\r\n');
}

describe('a message', () => {
  it('is its header and its text', async () => {
    expect(
      await parsed(messageFrom(DANA, { id: 'a@acme.example', answers: 'b@home.example' })),
    ).toMatchObject({
      id: 'a@acme.example',
      from: { name: 'Dana Reyes', address: 'dana@acme.example' },
      recipients: [{ name: '', address: 'me@home.example' }],
      subject: 'Hello',
      sentAt: '2026-03-02T07:15:00.000Z',
      answers: ['b@home.example'],
      draftReferences: [],
      automatic: null,
      text: 'How are you?',
      elided: '',
      attachments: [],
    });
  });

  it('may have bare line feeds, encoded words, raw UTF-8 and capital letters in its addresses', async () => {
    const message = raw(
      'FROM: =?iso-8859-1?Q?Zo=EB?= <ZOE@Lumen.Example>',
      'To: Jos\u00e9 <jos\u00e9@home.example>, "Reyes, Dana" <dana@acme.example>',
      'Subject: =?utf-8?b?R3LDvMOfZQ==?= =?utf-8?q?_aus?=',
      '  Wien',
      '',
      'Sch\u00f6n',
    ).replaceAll('\r\n', '\n');
    expect(await parsed(message)).toMatchObject({
      from: { name: 'Zo\u00eb', address: 'zoe@lumen.example' },
      recipients: [
        { name: 'Jos\u00e9', address: 'jos\u00e9@home.example' },
        { name: 'Reyes, Dana', address: 'dana@acme.example' },
      ],
      subject: 'Gr\u00fc\u00dfe aus Wien',
      text: 'Sch\u00f6n',
    });
  });

  it('lists the members of groups, and nobody for a group without any', async () => {
    const to = 'undisclosed-recipients:;, Team: a@acme.example, B <b@acme.example>;, ,';
    expect((await parsed(messageFrom(DANA, { to }))).recipients.map(({ address }) => address)).toEqual([
      'a@acme.example',
      'b@acme.example',
    ]);
  });

  it('is answered by an older one: the nearest reference first', async () => {
    const header = ['References: <one@x.example> <two@x.example>\r\n <three@x.example>'];
    expect((await parsed(messageFrom(DANA, { answers: 'three@x.example', header }))).answers).toEqual([
      'three@x.example',
      'two@x.example',
      'one@x.example',
    ]);
  });

  it('without a Message-ID has one of its content, the same however the copy is stored', async () => {
    const message = messageFrom(DANA).replace(/Message-ID: .*\r\n/, '');
    const { id } = await parsed(message);
    expect(id).toMatch(/^[\da-f]{40}@no-message-id\.invalid$/);
    expect((await parsed(`Status: RO\n${message.replaceAll('\r\n', '\n')}\n\n`)).id).toBe(id);
    expect((await parsed(message.replace('How', 'Who'))).id).not.toBe(id);
    expect(await parseHead(Buffer.from(message))).toMatchObject({ id: null });
  });

  it('has the text of its page where it has no other', async () => {
    const html = raw(
      `From: ${DANA}`,
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><title>x</title><style>p { color: red }</style></head><body><p>Dear&nbsp;all,<br>it is <b>fine</b> &amp; done.</p>',
      '<ul><li>one</li><li>two</li></ul><blockquote type="cite"><p>Is it &lt;ready&gt;?</p></blockquote><script>bad()</script></body></html>',
    );
    expect((await parsed(html)).text).toBe('Dear all,\nit is fine & done.\n\n- one\n- two');
  });

  it('names what came with it, and a forwarded message is no word of the sender', async () => {
    const message = raw(
      `From: ${DANA}`,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below.',
      '--b',
      'Content-Type: application/pdf; name="offer.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'aGVsbG8=',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: someone@else.example',
      '',
      'Words of somebody else',
      '--b--',
    );
    expect(await parsed(message)).toMatchObject({
      text: 'See below.',
      attachments: [
        { name: 'offer.pdf', type: 'application/pdf', size: 5 },
        { name: null, type: 'message/rfc822' },
      ],
    });
  });

  it('may be cut off, in an unknown charset, or hold rubbish in base64', async () => {
    const cut = raw(`From: ${DANA}`, 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Begun');
    expect((await parsed(cut)).text).toBe('Begun');
    const charset = messageFrom(DANA, { header: ['Content-Type: text/plain; charset=x-klingon'] });
    expect((await parsed(charset)).text).toBe('How are you?');
    const rubbish = messageFrom(DANA, { header: ['Content-Transfer-Encoding: base64'], text: '%%%=\u0000=' });
    expect(typeof (await parsed(rubbish)).text).toBe('string');
  });

  it('without a date knows when it arrived; a date that cannot be is none', async () => {
    const header = [
      'Received: from a by b; Mon, 2 Mar 2026 08:20:00 +0100',
      'Received: from c by a; Mon, 2 Mar 2026 08:19:00 +0100',
    ];
    expect(await parsed(messageFrom(DANA, { date: 'when pigs fly', header }))).toMatchObject({
      sentAt: null,
      receivedAt: '2026-03-02T07:20:00.000Z',
    });
    for (const date of ['Mon, 2 Mar 99999 08:00:00 +0000', '', '1 Jan 1900 00:00:00 +0000']) {
      expect(await parsed(messageFrom(DANA, { date }))).toMatchObject({ sentAt: null });
    }
  });

  it('is refused if it is none, says nobody, is nested too deeply or too large', async () => {
    const refusal = async (bytes: Buffer | string) => {
      const message = await parseMessage(Buffer.from(bytes));
      return message instanceof Refusal ? message.code : 'fine';
    };
    const nested = Array.from({ length: 5000 }, (_, n) =>
      raw(`Content-Type: multipart/mixed; boundary=b${n}`, '', `--b${n}`, ''),
    );
    expect(await refusal('hello')).toBe('not-a-message');
    expect(await refusal('')).toBe('not-a-message');
    expect(await refusal(raw('Subject: hello', '', 'hello'))).toBe('no-sender');
    expect(await refusal(raw('From: nobody', '', 'hello'))).toBe('no-sender');
    expect(await refusal(`From: ${DANA}\r\n${nested.join('')}`)).toBe('message-broken');
    expect(
      await refusal(Buffer.concat([Buffer.from(messageFrom(DANA)), Buffer.alloc(26_000_000, 'a')])),
    ).toBe('message-too-large');
    expect(await refusal(Buffer.concat([Buffer.from(messageFrom(DANA)), Buffer.alloc(600_000, '\n')]))).toBe(
      'message-too-large',
    );
  });

  it.each([
    ['one field', `X-Long: ${'a'.repeat(1_000_000)}`],
    ['many fields', 'X-Some: thing\r\n'.repeat(80_000).trimEnd()],
    ['many addresses', `Cc: ${'a@b.example, '.repeat(80_000)}`],
    ['many groups', `Cc: ${'a:'.repeat(500_000)}`],
    ['many quotes', `Cc: ${'"'.repeat(1_000_001)}`],
    ['many encoded words', `X-Words: ${'=?utf-8?q?a?= '.repeat(70_000)}`],
    ['many references', `References: ${'<a@b.example> '.repeat(70_000)}`],
  ])('with a header of a megabyte is read quickly: %s', async (_, line) => {
    const start = performance.now();
    const message = await parsed(messageFrom(DANA, { header: [line] }));
    expect(message.from.address).toBe('dana@acme.example');
    expect(message.recipients.length).toBeLessThanOrEqual(1_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it.each([
    ['Auto-Submitted: auto-replied', 'Auto-Submitted'],
    ['Auto-Submitted: auto-generated; owner-email=x', 'Auto-Submitted'],
    ['Precedence: Bulk', 'Precedence'],
    ['Precedence: auto_reply', 'Precedence'],
    ['X-Autoreply: yes', 'X-Autoreply'],
    ['List-Id: <news.acme.example>', 'List-Id'],
    ['Return-Path: <>', 'no Return-Path'],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', 'a report of a mail server'],
    ['Auto-Submitted: no', null],
    ['X-MS-Exchange-Message-Is-Ndr: ', 'a report of a mail server'],
    ['Precedence: first-class', null],
    ['Return-Path: <dana@acme.example>', null],
    ['X-Auto-Response-Suppress: All', null],
  ])('with %s is no word of a person because of: %s', async (line, why) => {
    expect((await parsed(messageFrom(DANA, { header: [line] }))).automatic).toBe(why);
  });
});

it.each([
  ['Automatic reply: Figures', 'its subject'],
  ['Out of Office AutoReply: Figures', 'its subject'],
  ['Automatische Antwort: Zahlen', 'its subject'],
  ['R\u00e9ponse automatique\u00a0: chiffres', 'its subject'],
  ['Respuesta autom\u00e1tica: cifras', 'its subject'],
  ['Autosvar: tal', 'its subject'],
  ['Re: Automatic reply: Figures', null],
  ['Automatic reply to orders', null],
  ['Automated backup: does it reply?', null],
])('"%s" is no word of a person because of: %s', async (subject, why) => {
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  expect((await parsed(messageFrom(DANA, { subject: encoded }))).automatic).toBe(why);
});

describe('lines that flow', () => {
  const flowed = (...lines: readonly string[]) =>
    parsed(
      raw(
        `From: ${DANA}`,
        'Message-ID: <f@acme.example>',
        'Content-Type: text/plain; charset=utf-8;',
        ' format="flowed"; delsp=no',
        '',
        ...lines,
      ),
    );

  it('are joined where they were broken, quoted ones by themselves', async () => {
    const message = await flowed(
      'All of this is one paragraph, which the program ',
      'broke at a space.',
      ' indented',
      '',
      '> as is what was quoted, which it ',
      '> broke too',
      'Both are fine.',
    );
    expect(message.text).toBe(
      [
        'All of this is one paragraph, which the program broke at a space.',
        'indented',
        '',
        '> as is what was quoted, which it broke too',
        'Both are fine.',
      ].join('\n'),
    );
  });

  it('leave the words below a quotation to who wrote them, whatever the quoted line ends with', async () => {
    const message = await flowed(
      'Dana wrote:',
      '> When can we see it? ',
      '> ',
      'On Tuesday. ',
      '> And the annex? ',
      '',
      'Later.',
    );
    expect(message.text.split('\n')).toEqual(expect.arrayContaining(['On Tuesday.', 'Later.']));
  });

  it('end before a signature', async () => {
    expect(await flowed('All is well. ', '', '-- ', 'Dana')).toMatchObject({
      text: 'All is well.',
      elided: '-- \nDana',
    });
  });

  it('are as they are in a text that only speaks of them', async () => {
    const { text } = await parsed(
      messageFrom(DANA, { text: 'Say Content-Type: text/plain; format=flowed \nand send it' }),
    );
    expect(text).toBe('Say Content-Type: text/plain; format=flowed \nand send it');
  });
});

describe('characters', () => {
  it('of windows-1252 are read, also where it is called ISO-8859-1', async () => {
    for (const charset of ['windows-1252', 'iso-8859-1']) {
      const message = raw(
        `From: =?${charset}?Q?Ren=E9e_=96_Lumen?= <renee@lumen.example>`,
        `Subject: =?${charset}?Q?=80_500?=`,
        `Content-Type: text/plain; charset=${charset}`,
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'It=92s =84gut=93 =96 so =DCber-Renata said=85',
      );
      expect(await parsed(message)).toMatchObject({
        from: { name: 'Ren\u00e9e \u2013 Lumen' },
        subject: '\u20ac 500',
        text: 'It\u2019s \u201egut\u201c \u2013 so \u00dcber-Renata said\u2026',
      });
    }
  });

  it('of a raw header that are not UTF-8 are read as windows-1252', async () => {
    const header = Buffer.from(
      'From: Zo\u00eb <zoe@lumen.example>\r\nSubject: Gr\u00f6\u00dfe \x96 3\r\n',
      'latin1',
    );
    const message = Buffer.concat([
      header,
      Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\nSch\u00f6n'),
    ]);
    expect(await parsed(message)).toMatchObject({
      from: { name: 'Zo\u00eb' },
      subject: 'Gr\u00f6\u00dfe \u2013 3',
      text: 'Sch\u00f6n',
    });
    expect(await parseHead(message)).toMatchObject({ subject: 'Gr\u00f6\u00dfe \u2013 3' });
  });
});
