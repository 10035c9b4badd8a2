import type { Forecast } from '../../planning/forecast.ts';
import { newWork } from '../../planning/work-left.ts';
import { type Commitment, counterpart, isUnpriced, unansweredPrice } from '../../streams/commitment.ts';
import type { Ledger } from '../ledger.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';
import { isSnoozed } from '../snoozed.ts';

/** Extra work without an approved price, and the hours that would be a price for it. */
interface UnpricedWork extends CommitmentConcern {
  readonly hours: number;
}

/**
 * Work is not part of what was agreed, nobody there has approved a price for it, and it was not given either. Delivery does not end
 * that: what nobody has agreed to pay for stays until it is settled. Once a price was put to them, it is for them to answer.
 */
export const unpricedScope: ReasonDefinition<UnpricedWork> = {
  find: (ledger) => [...ledger.open, ...ledger.deliveredUnpriced].flatMap((it) => concernOf(it, ledger)),
  shown: 'always-today',
  group: { overdue: 'price', today: 'price' },
  settle: (found) => {
    if (found.isWithThem) return say(found);
    return { args: ['price', String(found.commitment.number), `${found.hours}h`], needs: [] };
  },
  draft: () => 'price',
};

function concernOf(commitment: Commitment, { now, forecast }: Ledger): UnpricedWork[] {
  if (!isUnpriced(commitment) || isSnoozed(commitment, now)) return [];
  // Since when nobody has agreed to pay for it; it is said again once it is delivered.
  const since = commitment.closedAt ?? commitment.createdAt;
  const isWithThem = unansweredPrice(commitment) !== null;
  const whom = counterpart(commitment);
  return [
    { commitment, counterpart: whom, due: since, since, isWithThem, hours: hoursOf(commitment, forecast) },
  ];
}

/** The work that it was or will be: what was spent or estimated, whichever is more; else what such work usually takes. */
function hoursOf({ kind, client, estimate, spentHours }: Commitment, forecast: Forecast): number {
  const known = Math.max(spentHours, estimate?.hours ?? 0);
  return known > 0 ? roundUp(known, 100) : roundUp(forecast.workLeft(newWork(kind, client)).hours, 2);
}

/** Hours as they can be typed, rounded up to a part of an hour; never nothing. */
function roundUp(hours: number, parts: number): number {
  // A sum such as 0.1 + 0.2 is not meant to be more than it seems.
  return Math.max(1, Math.ceil(hours * parts - 1e-6)) / parts;
}
