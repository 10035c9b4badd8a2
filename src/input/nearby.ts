import { editDistance, nearWords } from '../domain/base/edit-distance.ts';
import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { MONTH, NUMBER_WORDS, WEEKDAY } from './words.ts';

/**
 * The words of dates, durations and cadences, to suggest for misspelt ones. A word in this list is never
 * changed.
 */
const VOCABULARY: readonly string[] = [
  ...WEEKDAY.split('|'),
  ...MONTH.split('|'),
  ...NUMBER_WORDS,
  ...'today tomorrow yesterday tonight morning afternoon evening night lunch noon midday midnight'.split(' '),
  ...'second seconds minute minutes min mins hour hours hrs day days week weeks weekend weekends fortnight'.split(
    ' ',
  ),
  ...'month months quarter quarters year years working business work workday workdays weekday weekdays'.split(
    ' ',
  ),
  ...'now ago from before after within until till next this last following coming previous half couple past'.split(
    ' ',
  ),
  ...'start beginning middle mid end close play eod cob eow eom eoq eoy the and for between latest'.split(
    ' ',
  ),
  ...'every each other once twice times daily hourly weekly biweekly monthly quarterly yearly annually'.split(
    ' ',
  ),
  ...'mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas'.split(' '),
];
const KNOWN: ReadonlySet<string> = new Set(VOCABULARY);
/** What may follow a number without a space. */
const ENDINGS = 'am pm st nd rd th h hrs m min mo d w y'.split(' ');

/** Longer phrases are not dates with a slip in them. */
const MOST_WORDS = 10;
const MOST_SLIPS = 3;
const MOST_NEAR = 5;
const MOST_OFFERED = 3;

const OFFER = 'Did you mean ';

/**
 * The refusal of a phrase that was not understood. It names what is left when the longest meaningful part is
 * removed, and suggests phrases spelt almost the same that are understood; otherwise it says what is
 * possible.
 */
export function refuseUnread(
  code: string,
  phrase: string,
  reads: (words: string) => boolean,
  otherwise: { readonly message: string; readonly hint: string },
): Refusal {
  const words = phrase
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (words.length > MOST_WORDS) return refuse(code, otherwise.message, otherwise.hint);
  const unread = unreadParts(words, reads).map((part) => `"${part}"`);
  const meant = repairs(words, reads).map((repaired) => `"${repaired}"`);
  return refuse(
    code,
    unread.length === 0
      ? otherwise.message
      : `"${phrase.trim()}": ${unread.join(' and ')} ${unread.length === 1 ? 'is' : 'are'} not understood.`,
    meant.length === 0 ? otherwise.hint : `${OFFER}${meant.join(' or ')}?`,
  );
}

/** Whether a refusal suggests a phrase that would be understood. */
export function offersRepair({ hint }: Refusal): boolean {
  return hint?.startsWith(OFFER) ?? false;
}

/**
 * What comes before and after the longest meaningful part, or else the unknown words. None if that is the
 * whole phrase, or if the words are known but do not fit together.
 */
function unreadParts(words: readonly string[], reads: (words: string) => boolean): string[] {
  const strange = words.filter((word) => !isKnown(word));
  if (strange.length === 0 || strange.length === words.length) return [];
  for (let length = words.length - 1; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      if (reads(words.slice(start, start + length).join(' '))) {
        return [words.slice(0, start), words.slice(start + length)]
          .map((part) => part.join(' '))
          .filter(Boolean);
      }
    }
  }
  return strange;
}

/** Phrases that are understood, made by correcting unknown words. */
function repairs(words: readonly string[], reads: (words: string) => boolean): string[] {
  if (words.filter((word) => !isKnown(word)).length > MOST_SLIPS) return [];
  const choices = words.map((word) => (isKnown(word) ? [word] : [word, ...near(word).slice(0, MOST_NEAR)]));
  const phrases = choices.reduce<readonly string[]>(
    (begun, next) => begun.flatMap((before) => next.map((word) => `${before} ${word}`.trim())),
    [''],
  );
  return phrases.slice(1).filter(reads).slice(0, MOST_OFFERED);
}

function isKnown(word: string): boolean {
  const [, ending = word] = /^[+-]?\d[\d.:/-]*(.*)$/.exec(word) ?? [];
  return ending === '' || KNOWN.has(word) || (ending !== word && ENDINGS.includes(ending)) || word.length < 3;
}

/** What an unknown word may have been: misspelt, with a slip after its number, or two words without a space. */
function near(word: string): string[] {
  const [, number = '', ending = ''] = /^([+-]?\d[\d.:/-]*)(.+)$/.exec(word) ?? [];
  const endings = number ? ENDINGS.filter((candidate) => editDistance(ending, candidate) === 1) : [];
  const spaces = [...word].map((_, at) => [word.slice(0, at), word.slice(at)]).slice(1);
  return [
    ...nearWords(word, VOCABULARY),
    ...endings.map((candidate) => number + candidate),
    ...spaces
      .filter((parts) => parts.every((part) => part !== '' && isKnown(part)))
      .map((parts) => parts.join(' ')),
  ];
}
