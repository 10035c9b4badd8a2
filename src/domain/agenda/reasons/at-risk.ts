import type { Risk } from '../../planning/risk.ts';
import { counterpart } from '../../streams/commitment.ts';
import { localDay, startOfDay } from '../../time/calendar.ts';
import { type CommitmentConcern, type ReasonDefinition, sayNewDate } from '../reason.ts';
import { isSnoozed } from '../snoozed.ts';

/** A date that may not be kept, with its risk. */
interface DateAtRisk extends CommitmentConcern {
  readonly risk: Risk;
}

/** The remaining work, behind everything that comes before it, is no longer likely to fit before its date. */
export const atRisk: ReasonDefinition<DateAtRisk> = {
  find: ({ now, calendar, open, forecast }) => {
    // The queue holds everybody's work, but the agenda may be limited to one client.
    const shown = new Map(open.map((commitment) => [commitment.uid, commitment]));
    const since = startOfDay(calendar, localDay(calendar, now));
    return forecast.queue.flatMap((work): DateAtRisk[] => {
      const commitment = shown.get(work.commitment.uid);
      // While a new date is offered, it is for them to answer.
      if (!commitment || commitment.offer || isSnoozed(commitment, now)) return [];
      const risk = forecast.riskOf(work);
      const due = work.date.at;
      return risk ? [{ commitment, counterpart: counterpart(commitment), due, since, risk }] : [];
    });
  },
  shown: 'always-today',
  group: { overdue: 'in-danger', today: 'in-danger' },
  settle: sayNewDate,
  draft: () => 'late',
};
