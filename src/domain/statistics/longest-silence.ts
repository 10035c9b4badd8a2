import { type WorkCalendar, workingDaysWithin } from '../time/calendar.ts';
import { compareInstants, type Instant, latest } from '../time/moment.ts';

/** A stretch of time. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A time in which a client heard nothing from me although something was open with them. */
export interface Silence extends Span {
  readonly workingDays: number;
}

/**
 * The longest time that a client heard nothing from me while something was open, from when I spoke and from when anything was
 * open, up to now. Null if there was none.
 */
export function longestSilence(
  words: readonly Instant[],
  open: readonly Span[],
  calendar: WorkCalendar,
): Silence | null {
  let longest: Silence | null = null;
  const said = [...words].sort(compareInstants);
  let next = 0;
  for (const { from, to } of united(open)) {
    let since = from;
    while (next < said.length && (said[next] as Instant) <= from) next++;
    for (; next < said.length && (said[next] as Instant) < to; next++) {
      const word = said[next] as Instant;
      compare(since, word);
      since = word;
    }
    compare(since, to);
  }
  return longest;

  function compare(from: Instant, to: Instant): void {
    const workingDays = workingDaysWithin(calendar, from, to);
    if (workingDays > (longest?.workingDays ?? 0)) longest = { from, to, workingDays };
  }
}

/** The spans without overlaps, in order. */
function united(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => compareInstants(a.from, b.from));
  const all: Span[] = [];
  for (const span of sorted) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.to) all.push(span);
    else all[all.length - 1] = { from: last.from, to: latest(last.to, span.to) };
  }
  return all;
}
