import { createHash } from 'node:crypto';

/** What the comment above something that was installed says. */
export interface BlockComment {
  readonly database: string;
  /** A checksum of what was installed below it. */
  readonly sum: string;
  /** Whether the text before it did not end with a line end when it was installed. */
  readonly isJoined: boolean;
}

const BLOCK_COMMENT = /^# followup cron: reminders for (.+) \(([0-9a-f]{8})(, no newline before)?\)\r?$/;

/** The comment that tells by whom and for which database the text below it was installed, and what it was. */
export function sayBlockComment(database: string, body: string, isJoined = false): string {
  return `# followup cron: reminders for ${database} (${sumOf(body)}${isJoined ? ', no newline before' : ''})`;
}

/** What a line says about the text below it; null if it is no such comment. */
export function readBlockComment(line: string): BlockComment | null {
  const [, database, sum, joined] = BLOCK_COMMENT.exec(line) ?? [];
  return database === undefined || sum === undefined
    ? null
    : { database, sum, isJoined: joined !== undefined };
}

/** Whether what is below a comment is no longer what was installed. */
export function isEdited({ sum }: BlockComment, body: string): boolean {
  return sum !== sumOf(body);
}

function sumOf(body: string): string {
  return createHash('sha256').update(body, 'latin1').digest('hex').slice(0, 8);
}
