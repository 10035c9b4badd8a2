/** A message in an mbox: where it stands, from its `From ` line on. */
export interface MboxEntry {
  /** In bytes from the beginning of the mbox. */
  readonly offset: number;
  readonly size: number;
  /** What it is, with its `From ` line; null if that is too much. */
  readonly bytes: Buffer | null;
}

/** Whether bytes begin an mbox rather than a single message. */
export function isMbox(head: Buffer): boolean {
  return head.toString('latin1', 0, 5) === 'From ';
}

/**
 * Cuts an mbox (mboxo, mboxrd) that arrives in pieces into its messages, in a time that grows with its length; what is no
 * mbox is one message. `most` is the size up to which the bytes of a message are kept.
 */
export function* splitMbox(pieces: Iterable<Buffer>, most: number): Generator<MboxEntry> {
  const entry = new GrowingEntry(most);
  for (const line of linesOf(pieces, most)) {
    if (entry.isEndedBy(line)) yield entry.take();
    entry.add(line);
  }
  if (entry.size > 0) yield entry.take();
}

/** The message of an entry: without its `From ` line, and without the mark before others like it. */
export function messageIn(entry: Buffer): Buffer {
  const start = entry.indexOf(LF) + 1;
  const body = entry.subarray(start === 0 ? entry.length : start);
  if (!body.includes('\n>From ') && !body.includes('\n>>')) return body;
  return Buffer.from(body.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

const LF = 0x0a;

/** The lines of what arrives in pieces. One that is longer than `most` comes in parts. */
function* linesOf(pieces: Iterable<Buffer>, most: number): Generator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, start)) {
      const rest = piece.subarray(start, end + 1);
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      begun = [];
      length = 0;
      start = end + 1;
    }
    if (start === piece.length) continue;
    begun.push(piece.subarray(start));
    length += piece.length - start;
    if (length <= most) continue;
    yield Buffer.concat(begun);
    begun = [];
    length = 0;
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

/** The message that is being read. */
class GrowingEntry {
  private lines: Buffer[] = [];
  private offset = 0;
  private isAfterEmptyLine = false;
  private isInMbox = false;
  size = 0;

  constructor(private readonly most: number) {}

  /** Whether a line begins the next message. */
  isEndedBy(line: Buffer): boolean {
    return (
      this.isInMbox &&
      this.isAfterEmptyLine &&
      line[0] === CAPITAL_F &&
      DELIMITER.test(line.toString('latin1', 0, 300))
    );
  }

  add(line: Buffer): void {
    if (this.offset === 0 && this.size === 0) this.isInMbox = isMbox(line);
    this.size += line.length;
    this.isAfterEmptyLine = line.length <= 2 && /^\r?\n$/.test(line.toString('latin1'));
    if (this.size <= this.most) this.lines.push(line);
    else this.lines = [];
  }

  /** The entry as it is now; the next one begins behind it. */
  take(): MboxEntry {
    const { offset, size } = this;
    const entry = { offset, size, bytes: size <= this.most ? Buffer.concat(this.lines) : null };
    this.offset += size;
    this.size = 0;
    this.lines = [];
    this.isAfterEmptyLine = false;
    return entry;
  }
}

const CAPITAL_F = 0x46;

/**
 * The line before a message: somebody, and a date in one of the forms in use ("Mon Mar  2 09:00:00 2026"). Not every program
 * marks lines of a text that begin with `From `, so less than that is none.
 */
const DELIMITER =
  /^From (?:(?:.* )?(?:mon|tue|wed|thu|fri|sat|sun),? .*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b.*\d|\s*$|- *$)/i;
