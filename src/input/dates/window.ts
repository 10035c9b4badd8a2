import { readClockTime } from './clock-time.ts';
import type { DateContext } from './date-context.ts';
import type { Clock } from './piece.ts';
import { noSuchWindow, Trouble } from './trouble.ts';

const BETWEEN = /^between (?<start>.+?) and (?<end>.+)$/;
const FROM = /^from (?<start>.+?) ?(?:-|\bto\b|\buntil\b|\btill\b) ?(?<end>.+)$/;
const SPAN = /^(?<start>.+?) ?(?:-|\bto\b|\buntil\b|\btill\b) ?(?<end>.+)$/;

const DAY = 86_400_000;
/** With anything longer, the end is meant to be before the start. */
const LONGEST = DAY / 2;

/**
 * `14:00-15:00`, `9-11am`, `from 2 to 4pm`, `between 2 and 4`, `22:00-02:00`: the clock time at the end, and
 * the start. A bare hour is the one nearest to the other time; two bare hours need a word that makes them a
 * window.
 */
export function readWindow(words: string, context: Pick<DateContext, 'clock'>): Clock | Trouble | null {
  // "15 to noon" is one time.
  if (readClockTime(words, context)) return null;
  const announced = BETWEEN.exec(words) ?? FROM.exec(words);
  const { start = '', end = '' } = (announced ?? SPAN.exec(words))?.groups ?? {};
  const first = readClockTime(start, context);
  const last = readClockTime(end, context);
  if (!first || !last || first instanceof Trouble || last instanceof Trouble)
    return first && last && troubleIn(first, last);
  if (first.bare && last.bare && !announced) return null;
  const starts = first.midnight ? [0] : first.times;
  if (starts.join() === last.times.join()) return noSuchWindow();
  const ends = [...last.times, ...last.times.map((time) => time + DAY)];
  for (const time of ends) {
    const since = starts
      .filter((start) => start < time && time - start <= LONGEST)
      .reduce((nearest, start) => Math.max(nearest, start), -1);
    if (since >= 0) return { kind: 'clock', times: [time], since };
  }
  return noSuchWindow();
}

function troubleIn(first: Clock | Trouble, last: Clock | Trouble): Trouble | null {
  return first instanceof Trouble ? first : last instanceof Trouble ? last : null;
}
