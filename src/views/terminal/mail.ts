import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayImportedClients } from '../words/import.ts';
import { isTakenIn, type MailItem, type MailReport, sayLeftOutMail, sayTakenIn } from '../words/mail.ts';
import { alignRows, type Column } from './columns.ts';
import { labelled } from './labelled.ts';
import { wrap } from './width.ts';

/** How many messages are listed. */
const LISTED = 25;

const COLUMNS: readonly Column[] = [
  { leaves: 1 },
  { shrinks: true, least: 12, keepsWords: true },
  { leaves: 2 },
  { shrinks: true, least: 20 },
];

const INDENT = '   ';

/** What was taken in, a line for each message, and what was left out and why. */
export function showMail(report: MailReport, newClients: readonly string[], view: ViewContext): string {
  const taken = report.items.filter(isTakenIn);
  const rows = taken.slice(0, LISTED).map((item) => rowOf(item, view));
  const more = taken.length - rows.length;
  return [
    ...wrap(sayTakenIn(report), view.width, '  '),
    ...alignRows(COLUMNS, rows, view.width - INDENT.length).map((row) => INDENT + row),
    ...(more > 0 ? [`${INDENT}and ${more} more: --plain shows them all`] : []),
    ...(newClients.length > 0 ? labelled('new', sayImportedClients(newClients), view) : []),
    ...sayLeftOutMail(report).flatMap((each) =>
      wrap(each, view.width - INDENT.length, '  ').map((line) => INDENT + line),
    ),
  ].join('\n');
}

/** What a message is besides a word. */
const AS: Readonly<Partial<Record<MailItem['kind'], string>>> = {
  reply: 'to be answered',
  draft: 'your draft',
};

function rowOf({ at, direction, client, about, kind, subject, text }: MailItem, view: ViewContext) {
  const whom = printable(client ?? '');
  const title = subject === '' ? text : subject;
  return [
    { text: sayInstant(at, view.calendar, view.now) },
    { text: direction === 'in' ? `from ${whom}` : `to ${whom}` },
    { text: [about === null ? '' : `about ${about}`, AS[kind] ?? ''].filter(Boolean).join(', ') },
    { text: printable(title) },
  ];
}
