import type { Fact } from '../../streams/client.ts';
import { factDayToSee } from '../../streams/fact-days.ts';
import { localDay, startOfDay } from '../../time/calendar.ts';
import { addDuration } from '../../time/duration.ts';
import { dayOfIso } from '../../time/iso-day.ts';
import { epoch, type Instant, instant } from '../../time/moment.ts';
import type { DatedFact, Ledger } from '../ledger.ts';
import type { Concern, ReasonDefinition } from '../reason.ts';

/** A remembered fact whose day is near. */
interface RememberedDay extends Concern {
  readonly commitment: null;
  readonly counterpart: string;
  readonly fact: Fact;
  /** Its number among all that is remembered about the client, from 1. */
  readonly number: number;
}

/**
 * The day of something that is remembered about a client is near: said ahead, once, until I have seen it, and for a while after the day:
 * I may have been away. One
 * that comes again every year is said again with each. Nobody is told of what matters to a client who is retired.
 */
export const remembered: ReasonDefinition<RememberedDay> = {
  find: (ledger) => {
    const retired = new Set(
      ledger.clients.flatMap(({ client }) => (client.retiredAt === null ? [] : [client.uid])),
    );
    return ledger.facts
      .filter(({ client }) => !retired.has(client))
      .flatMap((dated) => concernOf(dated, ledger));
  },
  shown: 'always-today',
  group: { overdue: 'today', today: 'today' },
  settle: ({ counterpart, fact, number }) => ({
    args: ['client', { client: counterpart }, '--seen', isEasyToType(fact.text) ? fact.text : String(number)],
    needs: [],
  }),
  draft: () => null,
};

function concernOf({ client, fact, number }: DatedFact, { now, calendar }: Ledger): RememberedDay[] {
  const { dated, seenDay } = fact;
  if (dated === null) return [];
  const next = factDayToSee(dated, localDay(calendar, now));
  if (next === null || next === seenDay) return [];
  const day = dayOfIso(next);
  // As long ahead as was said, in whole days: the day is no hour.
  if (localDay(calendar, addDuration(calendar, now, dated.ahead)) < day) return [];
  const due = endOfDay(day, { calendar });
  return [{ commitment: null, counterpart: client, fact, number, due, since: due }];
}

/** Whether words are given in a command as they are: not so long that nobody reads it, and no option. */
function isEasyToType(text: string): boolean {
  return /^[^-\s][^\n\r]{0,59}$/u.test(text);
}

/** The last second of a day. */
function endOfDay(day: number, { calendar }: Pick<Ledger, 'calendar'>): Instant {
  return instant(epoch(startOfDay(calendar, day + 1)) - 1000);
}
