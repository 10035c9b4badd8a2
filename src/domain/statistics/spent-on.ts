import { groupBy } from '../base/group-by.ts';
import { type Money, withMoney } from '../base/money.ts';
import type { SpentSum } from '../planning/project-cost.ts';
import type { Kind } from '../streams/kinds.ts';
import { keyOf } from '../streams/names.ts';
import type { Spending } from '../streams/spent.ts';

/** Work or money that was spent, and what it belongs to. Clients are referred to by uid. */
export interface SpentOn extends Spending {
  readonly client: string | null;
  readonly project: string | null;
  readonly topic: string | null;
  /** The kind of the commitment; null if it belongs to none. */
  readonly kind: Kind | null;
  /** What was approved that the work costs, in money: it is paid for by that, and not by its hours. */
  readonly price?: Money | undefined;
}

/** What was spent on one client, project or topic, by its uid or name; null for what belongs to none. */
export interface SpentShare extends SpentSum {
  readonly key: string | null;
}

/** Less than this many hours is the rest of a fraction in binary, when what was spent is taken back. */
const NO_HOURS = 1e-9;

/** What was spent in all, of some; null if that is nothing, because it was taken back. */
export function sumSpent(all: readonly SpentOn[]): SpentSum | null {
  const hours = all.reduce((sum, each) => sum + each.hours, 0);
  const money = all
    .reduce<readonly Money[]>((sum, each) => (each.money ? withMoney(sum, each.money) : sum), [])
    .filter(({ minor }) => minor !== 0);
  const isNothing = Math.abs(hours) < NO_HOURS;
  return isNothing && money.length === 0 ? null : { hours: isNothing ? 0 : hours, money };
}

/** What was spent, by what it belongs to; most hours first, and what belongs to none last. The spellings of a project are one. */
export function spentBy(all: readonly SpentOn[], by: 'client' | 'project' | 'topic'): SpentShare[] {
  const keyIn = (each: SpentOn) =>
    by === 'project' && each.project !== null ? keyOf(each.project) : each[by];
  return [...groupBy(all, keyIn).values()]
    .flatMap((group): SpentShare[] => {
      const sum = sumSpent(group);
      return sum ? [{ key: group[0]?.[by] ?? null, ...sum }] : [];
    })
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.hours - a.hours);
}
