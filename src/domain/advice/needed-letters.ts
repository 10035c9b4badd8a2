/** An alternative of a pattern, and letters of which every match of it has some; null if none are known. */
export interface ReadAlternative {
  readonly source: string;
  readonly needed: readonly string[] | null;
}

/** Words in so many texts that looking for them first would save nothing. */
const COMMON: ReadonlySet<string> = new Set(
  'the and for but that this with from you your our its his her their them they not has have had are was were will can'.split(
    ' ',
  ),
);

/**
 * Letters, the last of which may be missing; a mark (`@not`); a bracket, and whether a group may be missing; what stands for
 * signs; and all that matters to nobody. Together they are the whole pattern.
 */
const TOKENS =
  /(?:@[a-z]{2,}|[a-z]{3,})(?:[?*]|\{0)?|\((?:\?:)?|\)(?:[?*]|\{0)?|\||\\.|\[[^\]]*\]|[a-z]{1,2}|[^@a-z()|\\[]+|@/g;

const MAY_MISS = '?*0';

/** The alternatives within a bracket, as far as they have been read. */
class Group {
  private readonly all: string[] = [];
  private areAllKnown = true;
  /** Of what the parts of the current alternative need, the fewest. */
  fewest: readonly string[] | null = null;

  /** Takes letters of which this alternative needs some. */
  need(letters: readonly string[]): void {
    if (this.fewest === null || letters.length < this.fewest.length) this.fewest = letters;
  }

  endAlternative(): void {
    if (this.fewest === null) this.areAllKnown = false;
    else this.all.push(...this.fewest);
    this.fewest = null;
  }

  get needed(): readonly string[] | null {
    return this.areAllKnown ? this.all : null;
  }
}

/** The alternatives of a pattern of lower-case words, with the letters that each of them needs. */
export function readAlternatives(source: string): ReadAlternative[] {
  const read: ReadAlternative[] = [];
  const outer: { readonly group: Group; readonly isInMatch: boolean }[] = [];
  let group = new Group();
  let from = 0;
  let at = 0;
  const end = () => {
    if (outer.length === 0) {
      read.push({ source: source.slice(from, at), needed: group.fewest });
      from = at + 1;
    }
    group.endAlternative();
  };
  for (const token of source.match(TOKENS) ?? []) {
    const first = token.charAt(0);
    if (first === '|') {
      end();
    } else if (first === '(') {
      // What stands in a look ahead or behind is not part of the match.
      outer.push({ group, isInMatch: token === '(?:' });
      group = new Group();
    } else if (first === ')') {
      group.endAlternative();
      const { needed } = group;
      const closed = outer.pop();
      group = closed?.group ?? group;
      if (needed && closed?.isInMatch && token === ')') group.need(needed);
    } else if (token.length > 2 && (first === '@' || (first >= 'a' && first <= 'z'))) {
      const word = sureLettersOf(token);
      if (!COMMON.has(word)) group.need([word]);
    }
    at += token.length;
  }
  end();
  return read;
}

/** The letters of a word without the last one, if that may be missing. */
function sureLettersOf(token: string): string {
  if (!MAY_MISS.includes(token.charAt(token.length - 1))) return token;
  return token.slice(0, token.endsWith('{0') ? -3 : -2);
}
