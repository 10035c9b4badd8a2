import { type BlockComment, isEdited, readBlockComment, sayBlockComment } from './block-comment.ts';
import { quoteForCron } from './job-lines.ts';

// A crontab may be in any encoding, so it is a string with a character for each byte (latin1) here, and so is what is
// put into it.

/** A line of a crontab, with its line end. */
interface Line {
  readonly text: string;
  /** Where it begins and ends in the crontab. */
  readonly start: number;
  readonly end: number;
}

/** One of the blocks of a database: its comment, and its lines, which other lines may stand between. */
interface Copy {
  readonly comment: BlockComment;
  readonly heading: Line;
  readonly jobs: Line[];
}

/**
 * The block of a database in a crontab: the comment that marks it, and every line below that calls the database, up to
 * the next such comment. It is not there, or there once, or more often if somebody has copied it.
 */
export class CrontabBlock {
  private readonly copies: readonly Copy[];

  constructor(
    private readonly crontab: string,
    private readonly database: string,
  ) {
    this.copies = findCopies(crontab, database);
  }

  get isThere(): boolean {
    return this.copies.length > 0;
  }

  /** Whether its lines are no longer those that were installed. */
  get isEdited(): boolean {
    return this.copies.some((copy) => isEdited(copy.comment, linesOf(copy).join('\n')));
  }

  /** The lines that call the database. */
  get lines(): readonly string[] {
    return this.copies.flatMap(linesOf);
  }

  /** Whether these lines are there, and nothing else is. */
  has(lines: readonly string[]): boolean {
    return this.with(lines) === this.crontab;
  }

  /** The crontab with these lines for the database: where its first line is, else at the end. */
  with(lines: readonly string[]): string {
    const { crontab, database } = this;
    const body = lines.join('\n');
    const [first, ...others] = this.copies;
    if (first === undefined) {
      const isJoined = crontab !== '' && !crontab.endsWith('\n');
      return `${crontab}${isJoined ? '\n' : ''}${sayBlockComment(database, body, isJoined)}\n${body}\n`;
    }
    const { heading, jobs, comment } = first;
    const rest = others.reduceRight(withoutCopy, crontab);
    return [
      rest.slice(0, heading.start),
      `${sayBlockComment(database, body, comment.isJoined)}\n`,
      rest.slice(heading.end, startOfJobs(first)),
      `${body}\n`,
      without(rest, jobs).slice(startOfJobs(first)),
    ].join('');
  }

  /** The crontab without the block: what it was before. */
  without(): string {
    return this.copies.reduceRight(withoutCopy, this.crontab);
  }

  /** The value that a variable of the crontab has for the lines; null if it is not set. */
  variable(name: string): string | null {
    const [first] = this.copies;
    const above = first === undefined ? this.crontab : this.crontab.slice(0, startOfJobs(first));
    const settings = above.matchAll(
      new RegExp(`^[ \\t]*(["']?)${name}\\1[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$`, 'gm'),
    );
    const value = [...settings].at(-1)?.[2];
    return value === undefined ? null : value.replace(/^(["'])(.*)\1$/, '$2');
  }
}

function findCopies(crontab: string, database: string): readonly Copy[] {
  const callsIt = callsOf(database);
  const copies: Copy[] = [];
  let current: Copy | null = null;
  for (const line of linesIn(crontab)) {
    const comment = readBlockComment(withoutEnd(line.text));
    if (comment !== null) {
      current = comment.database === database ? { comment, heading: line, jobs: [] } : null;
      if (current !== null) copies.push(current);
    } else if (current !== null && callsIt(line.text)) {
      current.jobs.push(line);
    }
  }
  return copies;
}

function linesIn(crontab: string): readonly Line[] {
  return [...crontab.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: text, index: start }) => ({
    text,
    start,
    end: start + text.length,
  }));
}

function linesOf({ jobs }: Copy): string[] {
  return jobs.map(({ text }) => withoutEnd(text));
}

/** Where the first of its lines stands, or would. */
function startOfJobs({ heading, jobs: [first] }: Copy): number {
  return first?.start ?? heading.end;
}

function withoutCopy(crontab: string, { comment, heading, jobs }: Copy): string {
  const kept = without(crontab, [heading, ...jobs]);
  const isLast = kept.length === heading.start;
  return comment.isJoined && isLast ? kept.slice(0, -1) : kept;
}

function without(crontab: string, lines: readonly Line[]): string {
  const ends = [0, ...lines.map(({ end }) => end)];
  const starts = [...lines.map(({ start }) => start), crontab.length];
  return ends.map((end, index) => crontab.slice(end, starts[index])).join('');
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
