import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import {
  type ImportedItem,
  type ImportReport,
  isAllKnown,
  type RejectedItem,
  sayImported,
  sayImportedClients,
  sayLeftOut,
  sayReject,
  sayUnclearNames,
  sayUnread,
} from '../words/import.ts';
import { alignRows, type Column, TITLE } from './columns.ts';
import { labelled } from './labelled.ts';
import { wrap } from './width.ts';

/** What came in, what did not and why, and what can be done next. */
export function showImport(report: ImportReport, layout: TextLayout): string {
  const { items, isTrial, newClients, known } = report;
  const leftOut = sayLeftOut(report.leftOut);
  return [
    ...wrap(sayImported(report), layout.width, '  '),
    ...(isTrial ? showPreview(items, layout) : []),
    ...(newClients.length > 0 ? labelled('new', sayImportedClients(newClients), layout) : []),
    ...sayUnread(report).flatMap(([label, text]) => labelled(label, text, layout)),
    ...(leftOut ? labelled('left out', leftOut, layout) : []),
    ...(known > 0 && !isAllKnown(report) ? labelled('known', `${known} imported before`, layout) : []),
    ...showRejects(report.rejects, layout),
    ...(items.length > 0 && !isTrial ? showNext(layout) : []),
  ].join('\n');
}

/** How many commitments a trial run shows. */
const PREVIEWED = 25;

const PREVIEW: readonly Column[] = [
  { align: 'right' },
  { leaves: 1 },
  { shrinks: true, least: 8 },
  TITLE,
  { shrinks: true, least: 11, keepsWords: true },
];

const INDENT = '   ';

function showPreview(items: readonly ImportedItem[], { width }: TextLayout): string[] {
  const rows = items
    .slice(0, PREVIEWED)
    .map(({ number, kind, client, title, date }) => [
      { text: String(number) },
      { text: kind },
      { text: printable(client ?? '') },
      { text: printable(title) },
      { text: date },
    ]);
  const more = items.length - rows.length;
  return [
    ...alignRows(PREVIEW, rows, width - INDENT.length).map((row) => INDENT + row),
    ...(more > 0 ? [`   and ${more} more: --plain shows them all`] : []),
  ];
}

/** How many rejected items are shown. */
const SHOWN_REJECTS = 20;

function showRejects(rejects: readonly RejectedItem[], layout: TextLayout): string[] {
  if (rejects.length === 0) return [];
  const shown = rejects.slice(0, SHOWN_REJECTS).flatMap((reject) => {
    const lines = wrap(printable(sayReject(reject)), layout.width - 3, '   ');
    return lines.map((each) => `   ${each}`);
  });
  const more = rejects.length - SHOWN_REJECTS;
  const unclear = sayUnclearNames(rejects);
  return [
    ...labelled('rejected', `${rejects.length}, for these reasons:`, layout),
    ...shown,
    ...(more > 0 ? [`   and ${more} more: --json lists them all`] : []),
    ...(unclear ? labelled('names', unclear, layout) : []),
  ];
}

function showNext(layout: TextLayout): string[] {
  const { command } = layout.style;
  return labelled(
    'next',
    `${command('followup list')}; if much of it is late, ${command('followup spread')}; to take all of it back, ${command('followup undo')}`,
    layout,
  );
}
