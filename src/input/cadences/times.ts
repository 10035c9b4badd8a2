import { readClockTime } from '../dates/clock-time.ts';
import { readPartOfDay } from '../dates/part-of-day.ts';
import type { Clock } from '../dates/piece.ts';
import { Trouble } from '../dates/trouble.ts';
import type { CadenceContext, Piece } from './piece.ts';

/** Numbers that are days of the month. */
const BARE_NUMBERS = /^\d{1,2}(?:(?: and)? \d{1,2})*$/;

/** `at 3pm`, `18:00`, `at 9, 12 and 17`. */
export function readClock(words: string, context: CadenceContext): Piece | Trouble | null {
  if (BARE_NUMBERS.test(words)) return null;
  const lead = /^at /.exec(words)?.[0] ?? '';
  const times: Clock[] = [];
  // Commas have been removed: "10, 12 and 17".
  const apart = / and /.test(words) ? / (?:and )?(?:at )?/ : / and /;
  for (const word of words.slice(lead.length).split(apart)) {
    const time = readClockTime(lead + word, context);
    if (time === null || time instanceof Trouble) return time;
    times.push(time);
  }
  return { kind: 'clock', times };
}

/** `in the morning`, `evenings`. */
export function readPart(words: string): Piece | null {
  const single = words.replace(/(morning|afternoon|evening|night)s$/, '$1');
  const part = readPartOfDay(single);
  return part && { kind: 'part', part, plural: single !== words };
}
