import { readSinceLast } from '../../app/client-report.ts';
import type { Context } from '../../app/context.ts';
import { refuse } from '../../domain/base/refusal.ts';
import type { AsOf } from '../../domain/report/client-report.ts';
import type { Client } from '../../domain/streams/client.ts';
import { localDay, startOfDay } from '../../domain/time/calendar.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { epoch, type Instant, instant } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { DateContext } from '../../input/dates.ts';
import type { DatePhrase } from '../run/arguments/date-phrase.ts';

/** The word that stands for the last report. */
const LAST = 'last';

/** Whether a report is to tell what happened since the last one. */
export function isSinceLast(since: DatePhrase | undefined): boolean {
  return since?.words.trim().toLowerCase() === LAST;
}

/** The day that a report shows: today until now, or the whole of a day that is over. Throws a Refusal for one ahead. */
export async function readAsOf(phrase: DatePhrase | undefined, dates: DateContext): Promise<AsOf> {
  const { calendar, now } = dates;
  const today = localDay(calendar, now);
  const day = phrase === undefined ? today : dayMeant(await phrase.readPast(dates), calendar);
  if (day > today) {
    throw refuse(
      'date-ahead',
      `"${phrase?.words.trim()}" lies ahead.`,
      'A report shows a day that has come.',
    );
  }
  const isPast = day < today;
  const lastMoment = () => instant(epoch(startOfDay(calendar, day + 1)) - 1);
  return { day: isoOfDay(day), at: isPast ? lastMoment() : now, isPast };
}

/** From when on a report tells what happened; null for everything. Throws a Refusal for a time after the day that it shows. */
export async function readSince(
  phrase: DatePhrase | undefined,
  asOf: AsOf,
  dates: DateContext,
  { context, client }: { readonly context: Context; readonly client: Client | null },
): Promise<Instant | null> {
  if (phrase === undefined) return null;
  if (client !== null && isSinceLast(phrase)) return readSinceLast(context, client, asOf);
  const since = await phrase.readSince(dates);
  if (since <= asOf.at) return since;
  const { calendar, now } = dates;
  throw refuse(
    'since-after-as-of',
    `The report would begin on ${sayDay(localDay(calendar, since), calendar, now)}, after the day that it shows.`,
    'Name an earlier day with --since, or a later one with --as-of.',
  );
}
