import { type Commitment, isBorn, isOpen, type Unborn, unborn } from '../streams/commitment.ts';
import type { StoryEvent } from '../streams/events.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import type { Span } from './longest-silence.ts';

/** One event of a commitment, with what it was before and after. */
export interface Step {
  readonly event: StoryEvent;
  readonly before: Commitment | Unborn;
  readonly after: Commitment | Unborn;
}

/** A commitment as it went: once in the order in which it was recorded, and once in the order in which it happened. */
export interface Replay {
  readonly recorded: readonly Step[];
  readonly happened: readonly Step[];
}

/** What a commitment went through, from its events in the order in which they were recorded. */
export function replay(events: readonly StoryEvent[]): Replay {
  const recorded = stepsThrough(events);
  // Few things are recorded long after they were said.
  const isInOrder = events.every((event, index) => index === 0 || (events[index - 1]?.at ?? '') <= event.at);
  const happened = isInOrder
    ? recorded
    : stepsThrough([...events].sort((a, b) => compareInstants(a.at, b.at)));
  return { recorded, happened };
}

function stepsThrough(events: readonly StoryEvent[]): Step[] {
  let before: Commitment | Unborn = unborn('');
  return events.map((event) => {
    const after = evolveCommitment(before, event);
    const step = { event, before, after };
    before = after;
    return step;
  });
}

/** What it is at the end. */
export function outcomeOf(steps: readonly Step[]): Commitment | Unborn {
  return steps.at(-1)?.after ?? unborn('');
}

/** When it was open, up to now. */
export function openSpans({ happened }: Replay, now: Instant): Span[] {
  const spans: Span[] = [];
  let from: Instant | null = null;
  for (const { event, after } of happened) {
    const isNowOpen = isBorn(after) && isOpen(after);
    if (from === null && isNowOpen) from = event.at;
    if (from !== null && !isNowOpen) {
      spans.push({ from, to: event.at });
      from = null;
    }
  }
  if (from !== null && from < now) spans.push({ from, to: now });
  return spans;
}
