/** Elements whose content nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template', 'noscript']);

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Those with an empty line around them. */
const PARAGRAPHS: ReadonlySet<string> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'table',
]);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  deg: '°',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  shy: '',
  zwnj: '',
};

/** A comment, an instruction, a tag with its name, or the text between. No tag goes beyond the next one, or it would take long. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<\?[^<>]*>|<!?(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+|</gi;

/**
 * The text of a page as a mail program would write it: paragraphs and lists on lines of their own, and what is quoted
 * with `>` before each line.
 */
export function htmlAsText(html: string): string {
  const lines = new Lines();
  let unseen: string | null = null;
  let preformatted = 0;
  for (const [piece, slash = '', typed] of html.matchAll(PIECE)) {
    const name = typed?.toLowerCase();
    const isEnd = slash !== '';
    if (unseen !== null) {
      if (isEnd && name === unseen) unseen = null;
    } else if (name === undefined) {
      if (!/^<[!?]/.test(piece)) lines.add(decodeEntities(piece), preformatted > 0);
    } else if (UNSEEN.has(name)) {
      if (!isEnd && !piece.endsWith('/>')) unseen = name;
    } else if (name === 'br') {
      lines.end();
    } else if (BLOCKS.has(name)) {
      if (PARAGRAPHS.has(name)) lines.leaveSpace();
      else lines.begin();
      if (name === 'blockquote') lines.depth = Math.max(0, lines.depth + (isEnd ? -1 : 1));
      if (name === 'pre') preformatted = Math.max(0, preformatted + (isEnd ? -1 : 1));
      if (name === 'li' && !isEnd) lines.add('- ', true);
    } else if ((name === 'td' || name === 'th') && isEnd) {
      lines.add(' ', false);
    }
  }
  return lines.text();
}

/** The deepest quotation that is marked. */
const DEEPEST = 20;

/** The lines of a text as they grow. */
class Lines {
  private readonly done: string[] = [];
  private line = '';
  /** Kept, because a look at the end of a growing line takes as long as the line is. */
  private isAfterSpace = true;
  private lastDepth = 0;
  private isSpaceDue = false;
  /** How deep the line is in quotations. */
  depth = 0;

  add(text: string, isKept: boolean): void {
    if (isKept) {
      const [first = '', ...more] = text.split(/\r?\n/);
      this.line += first;
      this.isAfterSpace = false;
      for (const each of more) {
        this.end();
        this.line = each;
      }
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    const added = this.isAfterSpace ? words.replace(/^ /, '') : words;
    if (added === '') return;
    this.line += added;
    this.isAfterSpace = added.endsWith(' ');
  }

  /** Ends the line, even an empty one. */
  end(): void {
    const line = this.line.trimEnd();
    if (line !== '' && this.isSpaceDue) {
      if (this.done.length > 0) this.done.push(markOf(Math.min(this.depth, this.lastDepth)));
      this.isSpaceDue = false;
    }
    this.done.push([markOf(this.depth), line].filter((part) => part !== '').join(' '));
    this.lastDepth = this.depth;
    this.line = '';
    this.isAfterSpace = true;
  }

  /** Goes on in a new line. */
  begin(): void {
    if (this.line.trim() !== '') this.end();
    this.line = '';
    this.isAfterSpace = true;
  }

  /** Goes on after an empty line, if anything follows. */
  leaveSpace(): void {
    this.begin();
    this.isSpaceDue = true;
  }

  text(): string {
    this.begin();
    return this.done.join('\n');
  }
}

function markOf(depth: number): string {
  return '>'.repeat(Math.min(depth, DEEPEST));
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? entity) : entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
