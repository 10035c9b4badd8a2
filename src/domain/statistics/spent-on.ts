import { groupBy } from '../base/group-by.ts';
import { type Money, withMoney } from '../base/money.ts';
import type { Kind } from '../streams/kinds.ts';
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
export interface SpentShare {
  readonly key: string | null;
  readonly hours: number;
  readonly money: readonly Money[];
}

/** What was spent, by what it belongs to; most hours first, and what belongs to none last. */
export function spentBy(all: readonly SpentOn[], by: 'client' | 'project' | 'topic'): SpentShare[] {
  return [...groupBy(all, (each) => each[by])]
    .map(([key, group]): SpentShare => {
      const hours = group.reduce((sum, each) => sum + each.hours, 0);
      const money = group.reduce<readonly Money[]>(
        (sum, each) => (each.money ? withMoney(sum, each.money) : sum),
        [],
      );
      return { key, hours, money };
    })
    .filter(({ hours, money }) => hours !== 0 || money.some(({ minor }) => minor !== 0))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.hours - a.hours);
}
