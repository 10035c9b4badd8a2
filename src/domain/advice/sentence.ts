/** More of a text than anybody writes to a client by hand; limits the work that a text can cause. */
const MOST_READ = 20_000;

/** A word in plain form, and where it stands in the text. */
interface Word {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

/** Words in plain form: lower case, contractions written out, words and signs apart by one space. */
export interface Clause {
  readonly plain: string;
  /** The text, as it was written, of a part of the plain form. */
  readonly quote: (from: number, to: number) => string;
}

/** A sentence, with its parts between commas, dashes, or "and", "but", "so". */
export interface Sentence extends Clause {
  readonly clauses: readonly Clause[];
  readonly isQuestion: boolean;
}

/** A word (with what is written in one piece: `9:30`, `over-budget`), or one of the signs that separate. */
const TOKEN = /[\p{L}\p{N}]+(?:['\u2019.:/@-][\p{L}\p{N}]+)*|[,;:?()\u2013\u2014]|(?<=\s)-(?=\s)/gu;

/** A sign that ends a sentence, an empty line, or the next item of a list. */
const SENTENCE_END = /[.!?]+(?=\s|$|["')])|\n\s*\n|\n(?=\s*(?:[-*\u2022]|\d+[.)])\s)/gu;

const CLAUSE_END = /^(?:[,;:()?\u2013\u2014-]|and|but|so)$/u;

const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ["won't", 'will not'],
  ['wont', 'will not'],
  ["can't", 'can not'],
  ['cant', 'can not'],
  ['cannot', 'can not'],
  ["shan't", 'shall not'],
  ['dont', 'do not'],
  ['didnt', 'did not'],
  ['doesnt', 'does not'],
  ['isnt', 'is not'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['gonna', 'going to'],
  ["let's", 'let us'],
]);

const ENDINGS: readonly (readonly [ending: RegExp, plain: string])[] = [
  [/n't$/, ' not'],
  [/'ll$/, ' will'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'m$/, ' am'],
  [/'d$/, ' would'],
  [/(?<=^(?:it|that|this|how|there|here|he|she|what|who|which|where))'s$/, ' is'],
];

/** The sentences of a text, or of its beginning if it is very long. */
export function sentencesOf(text: string): Sentence[] {
  const read = text.slice(0, MOST_READ);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { index, 0: sign } of [...read.matchAll(SENTENCE_END), { index: read.length, 0: '' }]) {
    const words = wordsBetween(read, from, index);
    if (words.length > 0) sentences.push(sentence(read, words, sign.includes('?')));
    from = index + sign.length;
  }
  return sentences;
}

/** A text in a form that is equal for texts that say the same: signs, spaces and letter case do not matter. */
export function plainText(text: string): string {
  return sentencesOf(text)
    .map(({ clauses }) => clauses.map(({ plain }) => plain).join(' '))
    .join(' ');
}

/** A clause or sentence as it was written. */
export function wholeOf({ plain, quote }: Clause): string {
  return quote(0, plain.length);
}

/** The text, as it was written, of what a pattern found in its plain form. */
export function quoteOf({ quote }: Clause, { index, 0: found }: RegExpExecArray): string {
  return quote(index, index + found.length);
}

function sentence(text: string, words: readonly Word[], isQuestion: boolean): Sentence {
  const clauses: Clause[] = [];
  let pending: Word[] = [];
  const close = () => {
    if (pending.length > 0) clauses.push(clause(text, pending));
    pending = [];
  };
  for (const word of words) {
    if (CLAUSE_END.test(word.plain)) close();
    else pending.push(word);
  }
  close();
  return { ...clause(text, words), clauses, isQuestion };
}

function clause(text: string, words: readonly Word[]): Clause {
  let length = 0;
  const placed = words.map((word) => {
    const at = length;
    length += word.plain.length + 1;
    return { ...word, at };
  });
  return {
    plain: words.map(({ plain }) => plain).join(' '),
    quote: (from, to) => {
      const quoted = placed.filter(({ at, plain }) => at < to && at + plain.length > from);
      return text.slice(quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0).replace(/\s+/g, ' ');
    },
  };
}

function wordsBetween(text: string, from: number, to: number): Word[] {
  return [...text.slice(from, to).matchAll(TOKEN)].flatMap(({ index, 0: written }) => {
    const start = from + index;
    return writtenOut(written.toLowerCase().replaceAll('\u2019', "'"))
      .split(' ')
      .map((plain) => ({ plain, start, end: start + written.length }));
  });
}

function writtenOut(word: string): string {
  const long = SHORT_FORMS.get(word);
  if (long !== undefined) return long;
  const ending = ENDINGS.find(([ending]) => ending.test(word));
  return ending ? word.replace(ending[0], ending[1]) : word;
}
