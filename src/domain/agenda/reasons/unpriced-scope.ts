import type { Forecast } from '../../planning/forecast.ts';
import { newWork } from '../../planning/work-left.ts';
import { type Commitment, counterpart, isUnpriced, unansweredPrice } from '../../streams/commitment.ts';
import { endOfToday } from '../end-of-today.ts';
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

function concernOf(commitment: Commitment, ledger: Ledger): UnpricedWork[] {
  if (!isUnpriced(commitment) || isSnoozed(commitment, ledger.now)) return [];
  // It is a matter of each day, but a reminder says it once, and once more when it is delivered.
  const since = commitment.closedAt ?? commitment.createdAt;
  const isWithThem = unansweredPrice(commitment) !== null;
  return [
    {
      commitment,
      counterpart: counterpart(commitment),
      due: endOfToday(ledger),
      since,
      remindedOf: since,
      isWithThem,
      hours: hoursOf(commitment, ledger.forecast),
    },
  ];
}

/**
 * The work that it was or will be, above nothing: what was spent or estimated, whichever is more; else what such work usually takes,
 * in halves of an hour.
 */
function hoursOf({ kind, client, estimate, spentHours }: Commitment, forecast: Forecast): number {
  const known = Math.max(spentHours, estimate?.hours ?? 0);
  if (known > 0) return Math.max(1, Math.round(known * 100)) / 100;
  return Math.max(1, Math.ceil(forecast.workLeft(newWork(kind, client)).hours * 2)) / 2;
}
