import { readCalendarEntries } from '../../app/calendar-entries.ts';
import type { CalendarEntry } from '../../domain/agenda/calendar/entry.ts';
import { readClients } from '../../store/queries.ts';
import { PRODUCT, writeCalendar } from '../../views/ics/write-calendar.ts';
import { calendarEntryJson } from '../../views/json/calendar-entry.ts';
import { plainCalendarEntry } from '../../views/plain/calendar-entry.ts';
import { printable } from '../../views/printable.ts';
import { wrap } from '../../views/terminal/width.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import { writeFile } from '../run/write-file.ts';
import type { ExportCall } from './export-call.ts';

/** The calendar: to a file, or printed. */
export async function exportCalendar(call: ExportCall): Promise<Screen> {
  const { session, args, options } = call;
  const { json, plain } = session.globals;
  const client = findFilter(session, options.client);
  const context = session.open('read');
  const view = session.viewContext();
  const entries = readCalendarEntries(context, client?.uid ?? null);
  const discretion = options.private ? { hides: readClients(context.db) } : 'open';
  const shown = {
    json: () => entries.map((entry) => calendarEntryJson(entry, discretion, view)),
    plain: () => entries.map((entry) => plainCalendarEntry(entry, discretion, view)),
  };
  const write = () => {
    const name = client === null || options.private ? 'followup' : `followup: ${client.name}`;
    return writeCalendar(entries, { name, discretion }, view);
  };
  const { file } = args;
  if (file !== undefined && file !== '-') {
    await writeFile(call, file, await write(), isCalendarOfOurs);
    session.noteRecorded();
    return { ...shown, isEcho: true, text: () => sayWritten(file, entries, view.width) };
  }
  if (json || plain) return { ...shown, text: () => '' };
  const pieces = await write();
  return { ...shown, text: () => '', raw: () => pieces };
}

/** Whether a file begins as a calendar that was written here. */
function isCalendarOfOurs(beginning: string): boolean {
  return beginning.startsWith('BEGIN:VCALENDAR') && beginning.includes(`\nPRODID:${PRODUCT}\r\n`);
}

function sayWritten(file: string, entries: readonly CalendarEntry[], width: number): string {
  const cancelled = entries.filter(({ isCancelled }) => isCancelled).length;
  const of = cancelled > 0 ? ` (${cancelled} cancelled)` : '';
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return wrap(`Written to ${printable(file)}: ${count}${of}.`, width).join('\n');
}
