import type { Recipients } from '../../domain/drafts/content.ts';
import type { Draft } from '../../domain/streams/draft.ts';
import type { Person } from '../../domain/streams/events.ts';
import { printable } from '../printable.ts';
import { wrapWhole } from '../terminal/width.ts';

/** The width of a message, as mail has it. */
export const MESSAGE_WIDTH = 72;

/** The message that a draft goes on with. */
export interface Thread {
  readonly messageId: string;
  readonly subject: string | null;
}

/** A draft with what stands around its text. */
export interface Message extends Recipients {
  readonly draft: Draft;
  /** Me, as far as the settings say. */
  readonly from: Partial<Person> | null;
  readonly thread: Thread | null;
  /** The draft's own references (Message-IDs without angle brackets), by which its answers are known again. */
  readonly references: readonly string[];
}

/** The message as text: to whom, about what, and the words. */
export function showMessage({ to, cc, draft }: Message): string {
  const head = [
    ...(to.length > 0 ? [`To: ${to.map(sayPerson).join(', ')}`] : []),
    ...(cc.length > 0 ? [`Cc: ${cc.map(sayPerson).join(', ')}`] : []),
    `Subject: ${printable(draft.subject)}`,
  ];
  // A line that goes on in the next is indented there, as in a mail.
  return [...head.flatMap((line) => wrapWhole(line, MESSAGE_WIDTH, '  ')), '', draft.text].join('\n');
}

/** The subject of a draft: that of the thread, if it goes on with one. */
export function subjectIn(thread: Thread | null, subject: string): string {
  if (!thread?.subject) return subject;
  return /^(?:re|aw|sv|vs|antw|ref|r[ée]f)\s*(?:\[\d+\])?:/i.test(thread.subject)
    ? thread.subject
    : `Re: ${thread.subject}`;
}

/** As in the header of a mail, where some signs in a name have to be quoted. */
function sayPerson({ name, email }: Person): string {
  const quoted = /[",<>@;:()[\]\\]/.test(name) ? JSON.stringify(name) : name;
  return printable(email === undefined ? name : `${quoted} <${email}>`);
}

/** The lines that `showMessage` puts above a text. */
const HEAD = /^(?:To|Cc|Bcc|From|Subject|Reply-To):/i;

/** The words of a text that `showMessage` made and somebody may have changed, and its subject if it has one. */
export function readMessageText(typed: string): { readonly subject: string | null; readonly text: string } {
  const lines = typed
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  const head = lines
    .slice(0, Math.max(end, 0))
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  const isMessage = head.every((line) => HEAD.test(line));
  const subject = head
    .find((line) => /^Subject:/i.test(line))
    ?.replace(/^Subject:/i, '')
    .trim();
  return isMessage
    ? { subject: subject || null, text: lines.slice(end).join('\n').trim() }
    : { subject: null, text: lines.join('\n').trim() };
}
