import { describe, expect, it } from 'vitest';
import { writeMailto } from '../../../src/views/drafts/mailto.ts';
import { messageWith } from '../../support/drafts.ts';

/** What a mail program takes from the address. */
function readBack(url: string) {
  const { protocol, pathname, searchParams, hash } = new URL(url);
  // A plus is itself in such an address (RFC 6068), where forms have a space.
  const fields = new URLSearchParams(url.slice(url.indexOf('?')).replaceAll('+', '%2B'));
  return { protocol, to: decodeURIComponent(pathname), names: [...searchParams.keys()], fields, hash };
}

describe('a mailto address', () => {
  it('has line ends as %0D%0A and spaces as %20 (RFC 6068)', () => {
    const url = writeMailto(messageWith({ subject: 'My report', text: 'Hello Joe,\n\nall is well.' }));
    expect(url).toBe(
      'mailto:joe@example.com?subject=My%20report&body=Hello%20Joe%2C%0D%0A%0D%0Aall%20is%20well.',
    );
  });
  it('is nothing but what may stand in it, and reads back', () => {
    const subject = 'Größe & "Maß" \'x\' (50%) + 1 = ? # 見積 🎉 *!';
    const text = 'a & b\n"q" \'s\' #1 50% ñ=?;,:@$/ é\u0301';
    const url = writeMailto(messageWith({ subject, text }));
    expect(url).toMatch(/^[A-Za-z0-9%@.,:?&=~_-]+$/);
    const { protocol, to, names, fields, hash } = readBack(url);
    expect([protocol, to, names, hash]).toEqual(['mailto:', 'joe@example.com', ['subject', 'body'], '']);
    expect(fields.get('subject')).toBe(subject);
    expect(fields.get('body')).toBe(text.replaceAll('\n', '\r\n'));
  });
  it('goes to several, with copies; to nobody if no address is known', () => {
    const people = (...emails: string[]) => emails.map((email) => ({ name: email, email }));
    const { to, fields } = readBack(
      writeMailto(
        messageWith(
          {},
          { to: people('a@x.example', 'b@x.example'), cc: people('c@x.example', 'd@x.example') },
        ),
      ),
    );
    expect(to).toBe('a@x.example,b@x.example');
    expect(fields.get('cc')).toBe('c@x.example,d@x.example');
    expect(writeMailto(messageWith({}, { to: [{ name: 'Joe' }] }))).toMatch(/^mailto:\?subject=/);
  });
  it('takes no fields from an address', () => {
    const email = 'x?bcc=evil@x.example&body=hi,two@x.example';
    const url = writeMailto(messageWith({}, { to: [{ name: 'x', email }] }));
    expect(readBack(url).names).toEqual(['subject', 'body']);
    expect(url).toContain('mailto:x%3Fbcc%3Devil@x.example%26body%3Dhi%2Ctwo@x.example?');
  });
});
