import type { PartOfDay } from './piece.ts';

/** The start, the due time and the end of each part, in hours. */
const PARTS: readonly (readonly [RegExp, from: number, by: number, until: number])[] = [
  [/^1th thing(?: in the morning)?$/, 0, 9, 12],
  [/^early morning$/, 0, 8, 12],
  [/^mid ?morning$/, 8, 10, 12],
  [/^(?:late )?morning$/, 0, 12, 12],
  [/^lunch(?: ?time)?$/, 11, 12, 14],
  [/^(?:early |mid )afternoon$/, 12, 15, 18],
  [/^(?:late )?afternoon$/, 12, 17, 18],
  [/^(?:early )?evening$/, 16, 20, 25],
  [/^(?:late evening|(?:late )?night)$/, 18, 22, 25],
];

const HOUR = 3_600_000;

/**
 * `morning`, `in the afternoon`, `late evening`. Its due time lies within the part, but mornings are due at
 * noon.
 */
export function readPartOfDay(words: string): PartOfDay | null {
  const name = words.replace(/^(?:(?:in|at|by|during|the|before) )+/, '');
  const part = PARTS.find(([pattern]) => pattern.test(name));
  if (!part) return null;
  const [, from, by, until] = part;
  return {
    kind: 'part',
    from: from * HOUR,
    by: by * HOUR,
    until: until * HOUR,
    end: Math.min(until, 24) * HOUR,
  };
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
