import { type BlockComment, readBlockComment, sayBlockComment } from './block-comment.ts';
import { quoteForCron } from './job-lines.ts';

// A crontab may be in any encoding, so it is a string with a character for each byte (latin1) here, and so is what is
// put into it.

/** The lines of a database in a crontab, below the comment that marks them. */
export interface Block extends BlockComment {
  readonly lines: readonly string[];
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** The blocks of a database: none, one, or more if somebody has copied it. */
export function findBlocks(crontab: string, database: string): readonly Block[] {
  const lines = crontab.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const callsIt = callsOf(database);
  let start = 0;
  return lines.flatMap((line, index) => {
    const at = start;
    start += line.length;
    const below = lines.slice(index + 1);
    const count = below.findIndex((each) => !callsIt(each));
    const body = count < 0 ? below : below.slice(0, count);
    const own = body.map(withoutEnd);
    const mark = readBlockComment(withoutEnd(line), own.join('\n'));
    if (mark?.database !== database) return [];
    return [{ ...mark, lines: own, start: at, end: at + line.length + body.join('').length }];
  });
}

/** The crontab with these lines for the database: in the place of its block, else at the end. */
export function withBlock(crontab: string, database: string, lines: readonly string[]): string {
  const body = lines.join('\n');
  const [first, ...others] = findBlocks(crontab, database);
  if (first === undefined) {
    const isJoined = crontab !== '' && !crontab.endsWith('\n');
    return `${crontab}${isJoined ? '\n' : ''}${sayBlockComment(database, body, isJoined)}\n${body}\n`;
  }
  const rest = others.reduceRight(cut, crontab);
  return `${rest.slice(0, first.start)}${sayBlockComment(database, body, first.isJoined)}\n${body}\n${rest.slice(first.end)}`;
}

/** The crontab without the block of the database: what it was before. */
export function withoutBlock(crontab: string, database: string): string {
  return findBlocks(crontab, database).reduceRight(cut, crontab);
}

function cut(crontab: string, { start, end, isJoined }: Block): string {
  const isLast = end === crontab.length;
  return crontab.slice(0, isJoined && isLast ? start - 1 : start) + crontab.slice(end);
}

function withoutEnd(line: string): string {
  return line.replace(/\n$/, '');
}

/** Whether a line, or one that was made a comment, reminds of what is in this database. */
function callsOf(database: string): (line: string) => boolean {
  const option = `--db ${quoteForCron(database)}`;
  return (line) => {
    const at = line.indexOf(option);
    return (
      at >= 0 && /^(?:\s|$)/.test(line.slice(at + option.length)) && line.slice(0, at).includes(' remind ')
    );
  };
}

/** The last value of a variable in a crontab, before the block of the database if it has one; null if it is not set. */
export function variableIn(crontab: string, name: string, database: string): string | null {
  const [block] = findBlocks(crontab, database);
  const before = crontab.slice(0, block?.start);
  const settings = before.matchAll(
    new RegExp(`^[ \\t]*(["']?)${name}\\1[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$`, 'gm'),
  );
  const value = [...settings].at(-1)?.[2];
  return value === undefined ? null : value.replace(/^(["'])(.*)\1$/, '$2');
}
