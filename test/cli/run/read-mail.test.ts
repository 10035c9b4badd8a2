import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findMessages, type MailSource, readMessage } from '../../../src/cli/run/read-mail.ts';
import type { Session } from '../../../src/cli/run/session/session.ts';
import { messageFrom } from '../../support/messages.ts';

/** Only standard input needs a session. */
const NO_SESSION = {} as Session;

it('refuses a message in an mbox that was changed after it was found, and reads the others', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'followup-mbox-')), 'box');
  const entry = (text: string) =>
    `From x Mon Mar  2 08:00:00 2026\n${messageFrom('dana@acme.example', { text })}\n`;
  writeFileSync(path, [entry('One'), entry('Two'), entry('Three')].join(''));
  const sources: MailSource[] = [];
  for await (const found of findMessages(NO_SESSION, [path])) sources.push(found);
  const [first, second, third] = sources as [MailSource, MailSource, MailSource];

  // As a mail program marks a message as read: it and all below it move.
  writeFileSync(path, readFileSync(path, 'utf8').replace('\r\n\r\nTwo', '\r\nStatus: RO\r\n\r\nTwo'));

  expect(await readMessage(first)).toMatchObject({ text: 'One' });
  await expect(readMessage(second)).rejects.toThrow('it changed while it was read');
  await expect(readMessage(third)).rejects.toThrow('it changed while it was read');
});
