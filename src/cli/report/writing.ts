import { recipientsOf } from '../../domain/drafts/content.ts';
import type { AsOf } from '../../domain/report/client-report.ts';
import type { Client } from '../../domain/streams/client.ts';
import { inZone } from '../../domain/time/calendar.ts';
import { loadDateWords } from '../../views/drafts/date-words.ts';
import type { ReportWriting } from '../../views/report/writing.ts';
import { languageOf } from '../drafts/write-message.ts';
import type { Session } from '../run/session/session.ts';

/** How a report is written: to a client in their language and by their days and clocks; to a manager (null) in mine and by mine. */
export async function writingFor(
  session: Session,
  client: Client | null,
  asOf: AsOf,
): Promise<ReportWriting> {
  const { settings, calendar: mine } = session;
  const language = await languageOf(session, client?.uid ?? null);
  const { clock = '12h' } = settings.notationFor(client === null ? [] : [client.uid]);
  const [person] = client === null ? [] : recipientsOf(client, []).to;
  const zone = person?.zone ?? client?.zone ?? null;
  const calendar = zone === null ? mine : inZone(mine, zone);
  const dates = await loadDateWords({ language, clock, now: asOf.at, calendar, theirZone: null });
  return { language, dates, calendar, me: settings.value('me.name'), isInternal: client === null };
}
