import { type WorkCalendar, workingDaysWithin } from '../time/calendar.ts';
import { compareInstants, earliest, type Instant, latest } from '../time/moment.ts';
import { ballOf, type Commitment, counterpart, isBorn, isOpen, type Unborn, unborn } from './commitment.ts';
import type { StoryEvent } from './events.ts';
import { evolveCommitment } from './evolve-commitment.ts';

/** A stretch of time in which the next move was somebody's: mine (null), or that of a client, by uid. */
export interface Period {
  readonly by: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** For how many working days somebody had a commitment. */
export interface Held {
  readonly by: string | null;
  readonly workingDays: number;
}

/** Who had a commitment when, from its events, until a moment. Nobody has what is closed. */
export function periodsHeld(events: readonly StoryEvent[], until: Instant): Period[] {
  const periods: Period[] = [];
  let state: Commitment | Unborn = unborn('');
  let from: Instant | null = null;
  let by: string | null = null;
  for (const event of [...events].sort((a, b) => compareInstants(a.at, b.at))) {
    state = evolveCommitment(state, event);
    const isHeld: boolean = isBorn(state) && isOpen(state);
    const holder = isHeld && isBorn(state) && ballOf(state) === 'them' ? counterpart(state) : null;
    if (from !== null && isHeld && holder === by) continue;
    end(event.at);
    from = isHeld ? event.at : null;
    by = holder;
  }
  end(until);
  return periods;

  function end(at: Instant): void {
    if (from !== null && from < at) periods.push({ by, from, to: earliest(at, until) });
  }
}

/**
 * For how many working days each side had a commitment, those who had it longest first. While something of theirs blocks it, it is
 * theirs: the commitment cannot go on without that.
 */
export function heldBy(
  periods: readonly Period[],
  blocking: readonly Period[],
  calendar: WorkCalendar,
): Held[] {
  const days = new Map<string | null, number>();
  for (const period of periods) {
    for (const { by, from, to } of period.by === null ? splitBy(period, blocking) : [period]) {
      days.set(by, (days.get(by) ?? 0) + workingDaysWithin(calendar, from, to));
    }
  }
  return [...days]
    .map(([by, workingDays]) => ({ by, workingDays }))
    .filter(({ workingDays }) => workingDays > 0)
    .sort((a, b) => b.workingDays - a.workingDays);
}

/** The parts of a period of mine: those in which something of theirs blocked it are theirs; of whoever began first, if several did. */
function splitBy({ from, to }: Period, blocking: readonly Period[]): Period[] {
  const parts: Period[] = [];
  let at = from;
  for (const block of [...blocking].sort((a, b) => compareInstants(a.from, b.from))) {
    const begins = latest(block.from, at);
    const ends = earliest(block.to, to);
    if (begins >= ends) continue;
    if (at < begins) parts.push({ by: null, from: at, to: begins });
    parts.push({ by: block.by, from: begins, to: ends });
    at = ends;
  }
  if (at < to) parts.push({ by: null, from: at, to });
  return parts;
}
