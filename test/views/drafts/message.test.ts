import { describe, expect, it } from 'vitest';
import { readMessageText, showMessage, subjectIn } from '../../../src/views/drafts/message.ts';
import { messageWith } from '../../support/drafts.ts';

describe('a message as text', () => {
  it('says to whom, about what, and the words', () => {
    expect(showMessage(messageWith({}, { cc: [{ name: 'Zoë' }] }))).toBe(
      'To: Joe Doe <joe@example.com>\nCc: Zoë\nSubject: Report\n\nHello Joe,\n\nall is well.',
    );
    expect(showMessage(messageWith({}, { to: [] }))).toMatch(/^Subject: Report\n/);
  });
  it('keeps to its lines, whatever the subject has in it', () => {
    expect(showMessage(messageWith({ subject: 'a\nBcc: x\u001b[31m' }, { to: [] }))).toMatch(
      /^Subject: a⏎Bcc: x�\[31m\n\n/,
    );
  });
});

describe('the text of a message that somebody changed', () => {
  it('is read without its head', () => {
    const message = messageWith({ subject: 'Report: done' });
    expect(readMessageText(`${showMessage(message)}\n`)).toEqual({
      subject: 'Report: done',
      text: message.draft.text,
    });
  });
  it.each([
    ['with a subject that was emptied', 'Subject: \n\nHello\n', null, 'Hello'],
    ['by an editor that trims lines', 'To: x\nSubject:\n\nHello\n', null, 'Hello'],
    [
      'from Windows, with a mark of its encoding',
      '\uFEFFSubject: Hi\r\n\r\nHello\r\nJoe\r\n',
      'Hi',
      'Hello\nJoe',
    ],
    ['without a head', 'Hello\n\nBye', null, 'Hello\n\nBye'],
    ['whose first paragraph only looks like one', 'Dear all:\nhello\n\nBye', null, 'Dear all:\nhello\n\nBye'],
    ['of nothing', '', null, ''],
  ])('%s', (_, typed, subject, text) => expect(readMessageText(typed)).toEqual({ subject, text }));
});

describe('the subject', () => {
  it('is that of the thread, if there is one', () => {
    const thread = (subject: string | null) => ({ messageId: 'm@x', subject });
    expect(subjectIn(null, 'Report')).toBe('Report');
    expect(subjectIn(thread(null), 'Report')).toBe('Report');
    expect(subjectIn(thread('When?'), 'Report')).toBe('Re: When?');
    for (const answer of ['Re: When?', 'AW: When?', 'RE[2]: When?', 'Réf : When?', 'SV: x']) {
      expect(subjectIn(thread(answer), 'Report'), answer).toBe(answer);
    }
  });
});
