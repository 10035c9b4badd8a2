import type { Risk } from '../../planning/risk.ts';
import { counterpart } from '../../streams/commitment.ts';
import { localDay, startOfDay } from '../../time/calendar.ts';
import { isSnoozed } from '../clocks.ts';
import type { AboutCommitment, ReasonDefinition } from '../reason.ts';

/** A date, how likely it still is, and what would make it hold. */
interface DateAtRisk extends AboutCommitment {
  readonly risk: Risk;
}

/** The work that is left, with everything that comes before it, no longer fits before a date. */
export const atRisk: ReasonDefinition<DateAtRisk> = {
  find: ({ now, calendar, commitments, forecast }) => {
    // The queue holds the work for everybody, the agenda perhaps only that for one client.
    const shown = new Set(commitments.map(({ uid }) => uid));
    const since = startOfDay(calendar, localDay(calendar, now));
    return forecast.queue.flatMap((work): DateAtRisk[] => {
      const { commitment, date } = work;
      if (!shown.has(commitment.uid) || isSnoozed(commitment, now)) return [];
      const risk = forecast.riskOf(work);
      return risk ? [{ commitment, counterpart: counterpart(commitment), due: date.at, since, risk }] : [];
    });
  },
  shown: 'always-today',
  group: { overdue: 'in-danger', today: 'in-danger' },
  settle: ({ commitment }) => ({
    args: ['move', String(commitment.number), 'DATE', '--because', 'TEXT'],
    needs: ['DATE', 'TEXT'],
  }),
};
