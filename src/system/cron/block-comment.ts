import { createHash } from 'node:crypto';

/** What the comment above something that was installed says. */
export interface BlockComment {
  readonly database: string;
  /** Whether what is below is no longer what was installed. */
  readonly isEdited: boolean;
  /** Whether the text before it did not end with a line end when it was installed. */
  readonly isJoined: boolean;
}

const MARK = /^# followup cron: reminders for (.+) \(([0-9a-f]{8})(, no newline before)?\)\r?$/;

/** The comment that tells by whom and for which database the text below it was installed, and what it was. */
export function sayBlockComment(database: string, body: string, isJoined = false): string {
  return `# followup cron: reminders for ${database} (${sumOf(body)}${isJoined ? ', no newline before' : ''})`;
}

/** What a comment says about the text below it; null if it is no such comment. */
export function readBlockComment(line: string, body: string): BlockComment | null {
  const [, database, sum, joined] = MARK.exec(line) ?? [];
  return database === undefined
    ? null
    : { database, isEdited: sum !== sumOf(body), isJoined: joined !== undefined };
}

function sumOf(body: string): string {
  return createHash('sha256').update(body, 'latin1').digest('hex').slice(0, 8);
}
