import { spawnSync } from 'node:child_process';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { writeEml } from '../../../src/views/drafts/eml.ts';
import type { Message } from '../../../src/views/drafts/message.ts';
import { messageWith } from '../../support/drafts.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `Přemysl Person Nr. ${index + 1}`,
    email: `person${index + 1}@a-rather-long-domain.example`,
  }));
const EVIL = 'Eve\r\nBcc: evil@x.example\r\n\r\nand a body';

const MESSAGES: Readonly<Record<string, Message>> = {
  plain: messageWith(),
  'with other letters': messageWith({
    subject: 'Größe: 見積書',
    text: 'Grüße,\nJosé Ñandú, 山田\n.\n.. a dot',
  }),
  'to twelve people': messageWith({}, { to: people(2), cc: people(12).slice(2) }),
  'about 300 emoji': messageWith({ subject: '👩‍👩‍👧‍👦🎉🇩🇪'.repeat(100) }),
  'about a very long word': messageWith({ subject: 'ü'.repeat(900) }),
  'with a hostile subject': messageWith({ subject: `Report\r\nBcc: evil@x.example\nX: y\u2028z\u0000` }),
  'with a hostile name': messageWith({}, { to: [{ name: EVIL, email: 'eve@x.example' }] }),
  'with quotes in a name': messageWith(
    {},
    { to: [{ name: '"Joe" <joe@y.example>, (x); \\', email: 'joe@x.example' }] },
  ),
  'with the look of an encoded word': messageWith({ subject: '=?utf-8?q?evil?= =?x' }),
  'with a hostile address': messageWith(
    {},
    { cc: [{ name: 'Eve', email: 'eve@x.example\r\nBcc: evil@x.example' }] },
  ),
  'with a hostile thread': messageWith(
    {},
    { thread: { messageId: 'a@b>\r\nBcc: <evil@x.example', subject: null } },
  ),
  'in a thread': messageWith({}, { thread: { messageId: 'root.1@mail.example', subject: 'Re: Report' } }),
  'from nobody': messageWith({}, { from: null }),
  'with long lines': messageWith({ text: `${'見積'.repeat(700)}\n${'x'.repeat(3_000)}\nFrom here\n` }),
  'about fifty things': messageWith(
    {},
    {
      references: Array.from(
        { length: 50 },
        (_, index) =>
          `01JNF6X5Z0000000000000000A.update.01JNF6X5Z00000000000000${String(index).padStart(3, '0')}.20260306T170000Z-day@followup.invalid`,
      ),
    },
  ),
};
const all = Object.entries(MESSAGES);

const headerOf = (eml: string) => eml.slice(0, eml.indexOf('\r\n\r\n'));
const linesOf = (eml: string) => headerOf(eml).split('\r\n');
const read = async (message: Message): Promise<Email> =>
  PostalMime.parse(Buffer.from(await writeEml(message), 'latin1'));
const headerIn = (mail: Email, key: string) => mail.headers.find((header) => header.key === key)?.value;

describe('a draft as a file', () => {
  it.each(all)('%s: is a draft, without what the mail program gives it', async (_, message) => {
    const mail = await read(message);
    const keys = mail.headers.map(({ key }) => key);
    expect(keys).not.toContain('date');
    expect(keys).not.toContain('message-id');
    expect(keys).not.toContain('bcc');
    expect(new Set(keys).size, 'no header stands twice').toBe(keys.length);
    expect(headerIn(mail, 'x-unsent')).toBe('1');
  });
  it.each(all)('%s: keeps to the lines of RFC 5322 and RFC 2047', async (_, message) => {
    const eml = await writeEml(message);
    expect(eml).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of eml.split('\r\n')) expect(line.length).toBeLessThan(998);
    // Folded where there is a place to fold: one word alone may be wider.
    for (const line of linesOf(eml)) {
      const words = line
        .replace(/^[\w-]+: /, '')
        .trim()
        .split(' ');
      expect(line.length <= 78 || words.length === 1, line).toBe(true);
      for (const [encoded] of line.matchAll(/=\?[^ ]*/g)) {
        expect(encoded).toMatch(/^=\?[\w-]+\?[BQ]\?[^? ]*\?=/i);
        expect(encoded.length).toBeLessThanOrEqual(78);
      }
    }
  });
  it.each(all)('%s: says the same words, to the same people', async (_, message) => {
    const mail = await read(message);
    expect(mail.text?.replace(/\r?\n/g, '\n').trimEnd()).toBe(message.draft.text.trimEnd());
    const inOneLine = (text: string) =>
      text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replaceAll('=?', '= ?')
        .trim();
    expect(mail.subject).toBe(inOneLine(message.draft.subject));
    expect(mail.to?.map(({ name }) => name)).toEqual(message.to.map(({ name }) => inOneLine(name)));
    expect(mail.to?.map(({ address }) => address)).toEqual(message.to.map(({ email }) => email));
    expect(mail.bcc ?? []).toEqual([]);
  });
  it('names the draft in its references and in a header of its own', async () => {
    const mail = await read(messageWith());
    expect(mail.references).toBe('<D1.update.C1.0@followup.invalid>');
    expect(headerIn(mail, 'x-followup')).toBe('<D1.update.C1.0@followup.invalid>');
    expect(mail.inReplyTo).toBeUndefined();
  });
  it('goes on with a thread', async () => {
    const mail = await read(MESSAGES['in a thread'] as Message);
    expect(mail.inReplyTo).toBe('<root.1@mail.example>');
    expect(mail.references).toBe('<root.1@mail.example> <D1.update.C1.0@followup.invalid>');
  });
  it('keeps each of fifty references whole', async () => {
    const message = MESSAGES['about fifty things'] as Message;
    const mail = await read(message);
    const written = message.references.map((reference) => `<${reference}>`);
    expect(mail.references?.split(/\s+/)).toEqual(written);
    expect(headerIn(mail, 'x-followup')?.split(/\s+/)).toEqual(written);
  });
  it('leaves out people without an address', async () => {
    const mail = await read(messageWith({}, { to: [{ name: 'Joe' }] }));
    expect(mail.to ?? []).toEqual([]);
  });
  it('reads no file, whatever it is called', async () => {
    const text = '{"path":"/etc/passwd"}';
    expect((await read(messageWith({ text }))).text?.trim()).toBe(text);
  });
});

/** What Python's email package reads: the strict policy of today, which checks headers while it parses them. */
const READER = `
import email, email.policy, json, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(json.dumps({
    "keys": [k.lower() for k in m.keys()],
    "subject": m["subject"],
    "to": [[a.display_name, a.addr_spec] for a in (m["to"].addresses if m["to"] else [])],
    "cc": [a.addr_spec for a in (m["cc"].addresses if m["cc"] else [])],
    "text": m.get_content(),
    "defects": [str(d) for d in m.defects],
}))`;
const hasPython = spawnSync('python3', ['-c', 'import email.policy']).status === 0;

describe.skipIf(!hasPython)('as Python reads it (passed over where there is no python3)', () => {
  it.each(all)('%s', async (_, message) => {
    const { stdout, stderr } = spawnSync('python3', ['-c', READER], {
      input: Buffer.from(await writeEml(message), 'latin1'),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const mail = JSON.parse(stdout);
    expect(mail.defects).toEqual([]);
    for (const key of ['date', 'message-id', 'bcc', 'x']) expect(mail.keys).not.toContain(key);
    expect(mail.text.replaceAll('\r\n', '\n').trimEnd()).toBe(message.draft.text.trimEnd());
    expect(mail.to.map(([, address]: string[]) => address)).toEqual(message.to.map(({ email }) => email));
    expect(mail.cc).toHaveLength(message.cc.length);
  });
});
