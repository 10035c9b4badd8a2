import type { Refusal } from '../domain/base/refusal.ts';
import { decideImport, type ImportInput } from '../domain/decisions/import.ts';
import { writing } from '../store/db.ts';
import { readSources } from '../store/queries.ts';
import { runEffects } from './after-commit.ts';
import type { Context } from './context.ts';
import { attempt, type Outcome, startNew } from './execute.ts';

/** The result of an import from another program. */
export interface ImportedItems<Item extends ImportInput> {
  readonly imported: readonly Item[];
  /** What was recorded; null if nothing was. */
  readonly outcome: Outcome | null;
  readonly refused: readonly { readonly item: Item; readonly refusal: Refusal }[];
  /** How many items had been imported before. */
  readonly known: number;
}

/** Records the items of another program as one operation, leaving out those that are refused or already here. */
export function importItems<Item extends ImportInput>(
  context: Context,
  items: readonly Item[],
): ImportedItems<Item> {
  const result = writing(context.db, () => {
    const sources = new Set(readSources(context.db));
    const fresh = items.filter(({ source }) => !sources.has(source) && sources.add(source));
    return { ...record(context, fresh), known: items.length - fresh.length };
  });
  if (result.outcome) runEffects(context, result.outcome);
  return result;
}

function record<Item extends ImportInput>(
  context: Context,
  items: readonly Item[],
  before: ImportedItems<Item>['refused'] = [],
): Omit<ImportedItems<Item>, 'known'> {
  if (items.length === 0) return { imported: [], outcome: null, refused: before };
  const steps = items.map((item) => startNew(decideImport, item));
  const outcome = attempt(context, 'import', steps);
  if ('commitments' in outcome) return { imported: items, outcome, refused: before };
  const refusals = new Map(outcome.refused.map(({ step, refusal }) => [step, refusal]));
  const refused = items.flatMap((item, step) => {
    const refusal = refusals.get(step);
    return refusal ? [{ item, refusal }] : [];
  });
  const accepted = items.filter((_, step) => !refusals.has(step));
  return record(context, accepted, [...before, ...refused]);
}
