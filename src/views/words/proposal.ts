import type { Proposal } from '../../domain/planning/offer.ts';
import type { WorkLeft } from '../../domain/planning/work-left.ts';
import type { Reckoning } from '../../domain/streams/events.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayRoundHours } from './amount.ts';
import { sayWorkingTime } from './time.ts';

/** How many commitments are named before the rest is only counted. */
export const MOST_NAMED = 4;

const ASSUMED = {
  client: ' (no estimate: what work for them usually takes you)',
  all: ' (no estimate: what a request usually takes you)',
  setting: ' (no estimate: the setting offer.effort)',
};

/** What the hours are based on if there is no estimate; follows the hours. */
export function sayAssumption({ assumedFrom }: WorkLeft): string {
  return assumedFrom === undefined ? '' : ASSUMED[assumedFrom];
}

/** How long the buffer is, and what its length is based on. */
export function sayBuffer({ date, target, reckoning }: Proposal, view: ViewContext): string {
  const size = sayWorkingTime(target, date, view);
  const { learntFrom, buffer, isWish } = reckoning;
  if (isWish) return `${size} before it has to be there`;
  if (buffer) return `${size} of buffer, the setting offer.buffer`;
  return learntFrom === 0
    ? `${size} of buffer, because estimates are usually off by that much`
    : `${size} of buffer, as your last ${learntFrom === 1 ? 'task' : `${learntFrom} tasks`} varied by that much`;
}

/** Work that comes first: "26h of work in 3, 5, 8, 9 and 2 more, for Ann, Joe and Acme Corp"; "nothing" if there is none. */
export function sayAhead(
  { ahead, hoursAhead }: Pick<Reckoning, 'ahead' | 'hoursAhead'>,
  view: ViewContext,
): string {
  if (ahead.length === 0) return 'nothing';
  const numbers = ahead.slice(0, MOST_NAMED).flatMap((uid) => view.numberOf(uid) ?? []);
  const owners = [...new Set(ahead.map(view.ownerOf))]
    .flatMap((uid) => nameOf(uid, view) ?? [])
    .map(printable);
  const whose = owners.length > 0 ? `, for ${sayFirst(owners, owners.length)}` : '';
  return `${sayRoundHours(hoursAhead)} of work in ${sayFirst(numbers, ahead.length)}${whose}`;
}

/** The first of many: "3, 5, 8, 9 and 2 more". */
function sayFirst(items: readonly (string | number)[], count: number): string {
  const more = count > MOST_NAMED ? ` and ${count - MOST_NAMED} more` : '';
  return items.slice(0, MOST_NAMED).join(', ') + more;
}
