import type { PartOfDay } from './piece.ts';

/** The start, the due time and the end of each part, in hours, and the latest time that is before it. */
const PARTS: readonly (readonly [RegExp, from: number, by: number, until: number, before: number | null])[] =
  [
    [/^1th thing(?: in the morning)?$/, 0, 9, 12, null],
    [/^early morning$/, 0, 8, 12, null],
    [/^mid ?morning$/, 8, 10, 12, 10],
    [/^(?:late )?morning$/, 0, 12, 12, null],
    [/^lunch(?: ?time)?$/, 11, 12, 14, 12],
    [/^(?:early |mid )afternoon$/, 12, 15, 18, 12],
    [/^(?:late )?afternoon$/, 12, 17, 18, 12],
    [/^(?:early )?evening$/, 16, 20, 25, 17],
    [/^(?:late evening|(?:late )?night)$/, 18, 22, 25, 20],
  ];

const HOUR = 3_600_000;

/**
 * `morning`, `in the afternoon`, `late evening`. Its due time lies within the part, but mornings are due at
 * noon.
 */
export function readPartOfDay(words: string): PartOfDay | null {
  const name = words.replace(/^(?:(?:in|at|by|during|before|the) )+/, '');
  const [, from, by, until, before] = PARTS.find(([pattern]) => pattern.test(name)) ?? [];
  if (from === undefined || by === undefined || until === undefined || before === undefined) return null;
  const part: PartOfDay = {
    kind: 'part',
    from: from * HOUR,
    by: by * HOUR,
    until: until * HOUR,
    end: Math.min(until, 24) * HOUR,
    before: before && before * HOUR,
  };
  return words.startsWith('before ') ? beforePart(part) : part;
}

/** The same part, due before it begins; null if it begins the day. */
export function beforePart(part: PartOfDay): PartOfDay | null {
  return part.before === null ? null : { ...part, by: part.before, end: part.before };
}

/** Spells out `tonight`, `this morning` and `last night`, which name their day as well. */
export function spellOutPart(words: string): string {
  return words
    .replace(
      /\b(?:(early|late) )?(?:this (early |mid |late )?(mid ?morning|morning|lunch ?time|lunch|afternoon|evening|night)|tonight|tonite)\b/g,
      (_, how = '', inner = '', part = 'evening') =>
        `today ${how || inner.trim()} ${part}`.replace(/ +/g, ' '),
    )
    .replace(/\blast night\b/g, 'yesterday evening');
}
