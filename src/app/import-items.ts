import type { Refusal } from '../domain/base/refusal.ts';
import { decideImport, type ImportInput } from '../domain/decisions/import.ts';
import { writing } from '../store/db.ts';
import { readSources } from '../store/queries.ts';
import { runEffects } from './after-commit.ts';
import type { Context } from './context.ts';
import { attemptEach, type Outcome, startNew } from './execute.ts';

/** An item with the id that earlier versions gave it. */
interface Item extends ImportInput {
  readonly formerSource?: string | undefined;
}

/** The result of an import from another program. */
export interface ImportedItems<I extends Item> {
  readonly imported: readonly I[];
  /** What was recorded; null if nothing was. */
  readonly outcome: Outcome | null;
  readonly refused: readonly { readonly item: I; readonly refusal: Refusal }[];
  /** How many items had been imported before. */
  readonly known: number;
}

/** Records the items of another program as one operation, leaving out those that are refused or already here. */
export function importItems<I extends Item>(context: Context, items: readonly I[]): ImportedItems<I> {
  const result = writing(context.db, () => {
    const sources = new Set(readSources(context.db));
    const isKnown = ({ source, formerSource }: I) =>
      sources.has(source) || (formerSource !== undefined && sources.has(formerSource));
    const fresh = items.filter((item) => !isKnown(item) && sources.add(item.source));
    return { ...record(context, fresh), known: items.length - fresh.length };
  });
  if (result.outcome) runEffects(context, result.outcome);
  return result;
}

function record<I extends Item>(context: Context, items: readonly I[]): Omit<ImportedItems<I>, 'known'> {
  if (items.length === 0) return { imported: [], outcome: null, refused: [] };
  const steps = items.map((item) => startNew(decideImport, item));
  const { outcome, refused } = attemptEach(context, 'import', steps);
  const refusals = new Map(refused.map(({ step, refusal }) => [step, refusal]));
  return {
    imported: items.filter((_, step) => !refusals.has(step)),
    outcome,
    refused: items.flatMap((item, step) => {
      const refusal = refusals.get(step);
      return refusal ? [{ item, refusal }] : [];
    }),
  };
}
