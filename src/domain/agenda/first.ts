import type { WorkItem } from '../planning/work-order.ts';
import type { Entry } from './entries.ts';
import type { Group } from './groups.ts';

/** What to do first. */
export type First =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'review' }
  | { readonly kind: 'work'; readonly item: WorkItem };

/** The groups in which nothing is to be done yet. */
const WAITING: readonly Group[] = ['with-them', 'soon'];

/**
 * What to do first in the morning: the worst entry that is mine to settle, else the four questions while they are
 * unanswered, else the first work in order; null if there is nothing.
 */
export function firstOf(
  entries: readonly Entry[],
  isReviewOpen: boolean,
  work: readonly WorkItem[],
): First | null {
  const entry = entries.find(({ group }) => !WAITING.includes(group));
  if (entry) return { kind: 'entry', entry };
  if (isReviewOpen) return { kind: 'review' };
  const [item] = work;
  return item ? { kind: 'work', item } : null;
}
