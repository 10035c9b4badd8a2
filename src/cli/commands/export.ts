import { escapeUnsafe } from '../../views/printable.ts';
import { command } from '../run/declare-command.ts';
import { refuseUsage } from '../run/refuse-usage.ts';
import { ARGUMENTS, type ExportCall, OPTIONS } from './export-call.ts';

/** Escaped, because people look at it in a terminal. What is imported from it is the same. */
function* escaped(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield escapeUnsafe(piece);
}

export const exportCommand = command({
  name: 'export',
  summary: 'the whole journal as JSON, a calendar, or a table',
  takesFileAsItIs: true,
  details: [
    'The journal has everything that was ever recorded, including what was undone. To import it elsewhere: followup import FILE.',
    'A calendar that is there is replaced without asking, so that programs can subscribe to it; what is done, dropped, undone or comes no more stays in it as cancelled for 30 days.',
    'With --client it is still for you, not to be sent on: your own targets and what you promised to yourself are in it.',
    'The columns of a table never change their order; new ones come last. Commitments:',
    'id, uid, kind, title, client, who, project, state, ball, wanted_by, due, target, next_update, in_writing, scope, estimate_hours, spent_hours, topic, created_at, closed_at.',
    'Contacts, and what was said with other verbs, such as updates, offers and dates: at, client, direction, via, about, subject, text. Hours: client, month, project, hours, amount, currency, price.',
    'A row of hours with a price is for extra work with an approved price of its own: bill that, and not its hours as well; it stands in each month of the work.',
  ].join(' '),
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['export > followup.json', 'a copy to keep or to move to another machine'],
    ['export --ics followup.ics', 'for your calendar program'],
    ['export --ics --private -c acme', 'what concerns Acme, without its name'],
    ['export --csv hours march.csv -c acme --since "1 mar"', 'for an invoice'],
  ],
  run: async (call) => {
    const { session, options } = call;
    refuseUnfit(call);
    if (!options.ics && options.csv === undefined) {
      const { exportJournal } = await import('../../app/journal-file.ts');
      const { db } = session.open('read');
      return { json: () => null, text: () => '', raw: () => escaped(exportJournal(db)) };
    }
    // Only the journal is about the file as it is; in these is also what has come round again.
    await session.prepareRecurring();
    if (options.csv !== undefined) {
      const { exportTable } = await import('./export-table.ts');
      return exportTable(call, options.csv);
    }
    const { exportCalendar } = await import('./export-calendar.ts');
    return exportCalendar(call);
  },
});

/** Throws a Refusal for options that do not go together. */
function refuseUnfit({ args, options }: ExportCall): void {
  const { ics, csv, client, since, private: isPrivate } = options;
  if (ics && csv !== undefined) throw refuseUsage('--ics and --csv exclude each other.');
  if (isPrivate && !ics) throw refuseUsage('--private is for a calendar: it goes with --ics.');
  if (since !== undefined && csv === undefined)
    throw refuseUsage('--since is for a table: it goes with --csv.');
  if (ics || csv !== undefined) return;
  if (client !== undefined) {
    throw refuseUsage('--client goes with --ics or --csv.', 'The journal is exported as a whole.');
  }
  if (args.file !== undefined) {
    throw refuseUsage('FILE goes with --ics or --csv.', 'The journal is printed: followup export > FILE');
  }
}
