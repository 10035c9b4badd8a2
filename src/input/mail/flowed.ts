/** Where the header of a part says that its lines flow (RFC 3676). */
const FIELD = /^(content-type:(?:[^\n]|\n[ \t])*?;(?:[ \t\r]|\n[ \t])*format="?)flowed/gim;
const DELETES_SPACES = /;\s*delsp="?yes/i;

/** A message whose lines stay as they are when it is parsed, and how they are joined afterwards (null: not at all). */
export interface WithLines {
  readonly bytes: Uint8Array;
  readonly joinLines: ((text: string) => string) | null;
}

/**
 * Keeps the parser from joining the lines of a text that flows: it would join those of a quotation with the words below it, which
 * would then be taken for quoted.
 */
export function keepLines(bytes: Uint8Array): WithLines {
  const message = Buffer.from(bytes).toString('latin1');
  const fixed = message.replace(FIELD, '$1fixed');
  if (fixed === message) return { bytes, joinLines: null };
  const deletesSpaces = DELETES_SPACES.test(message);
  return { bytes: Buffer.from(fixed, 'latin1'), joinLines: (text) => joinFlowedLines(text, deletesSpaces) };
}

/** Joins the lines that were broken at a space, as long as they are quoted equally deep. */
function joinFlowedLines(text: string, deletesSpaces: boolean): string {
  const joined: FlowedLine[] = [];
  for (const line of text.split('\n').map(readLine)) {
    const last = joined.at(-1);
    if (last?.flows && last.quotes === line.quotes && line.words !== SIGNATURE) {
      const words = deletesSpaces ? last.words.slice(0, -1) : last.words;
      joined[joined.length - 1] = { ...line, words: words + line.words };
    } else {
      joined.push(line);
    }
  }
  return joined.map(writeLine).join('\n');
}

/** A line without the space that is put before a line where it might be misread. */
interface FlowedLine {
  readonly quotes: string;
  readonly words: string;
  /** Whether the next line goes on with it. */
  readonly flows: boolean;
}

const SIGNATURE = '-- ';

function writeLine({ quotes, words }: FlowedLine): string {
  const whole = words === SIGNATURE ? words : words.trimEnd();
  return quotes === '' ? whole : `${quotes} ${whole}`;
}

function readLine(line: string): FlowedLine {
  const [quotes = ''] = /^>*/.exec(line) ?? [];
  const words = line.slice(quotes.length).replace(/^ /, '');
  return { quotes, words, flows: words.endsWith(' ') && words !== SIGNATURE };
}
