import { WEEKDAY } from '../words.ts';
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
  const name = words.replace(/^(?:(?:in|at|by|during|before|the|around|about) )+/, '');
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

const PART_IN_THE_MIDDLE = new RegExp(
  `^((?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|last) (?:${WEEKDAY})) ((?:early |mid |late )?(?:mid ?morning|morning|lunch ?time|lunch|afternoon|evening|night)) ((?:of|in) .+)$`,
);
const HALF_OF_DAY = new RegExp(`\\b(${WEEKDAY}|today|tomorrow|yesterday) (am|pm)\\b`);

/** "End of week 2 in the afternoon": the hour of a part of the day, and not the number of a week. */
const HOUR_OF_PART = /\bweek (\d|1[0-2]) (in the (?:early |late )?(?:morning|afternoon|evening)|at night)\b/;

/**
 * Spells out `tonight`, `this morning`, `last night` and `friday am`, which name their day as well, and puts the
 * part of "second tuesday morning of march" behind its day.
 */
export function spellOutPart(words: string): string {
  return words
    .replace(PART_IN_THE_MIDDLE, '$1 $3 $2')
    .replace(HOUR_OF_PART, 'week at $1 $2')
    .replace(HALF_OF_DAY, (_, day, half) => `${day} ${half === 'am' ? 'morning' : 'afternoon'}`)
    .replace(
      /\b(?:(early|late) )?(?:this (early |mid |late )?(mid ?morning|morning|lunch ?time|lunch|afternoon|evening|night)|tonight|tonite|2nite)\b/g,
      (_, how = '', inner = '', part = 'evening') =>
        `today ${how || inner.trim()} ${part}`.replace(/ +/g, ' '),
    )
    .replace(/\blast night\b/g, 'yesterday evening');
}
