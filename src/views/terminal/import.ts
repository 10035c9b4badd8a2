import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import {
  type ImportedItem,
  type ImportReport,
  isAllKnown,
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
  const { items, isTrial } = report;
  return [
    ...wrap(sayImported(report), layout.width, '  '),
    ...(isTrial ? showItems(items, MOST_IN_TRIAL, layout) : []),
    ...showRest(report, layout),
    ...(items.length > 0 && !isTrial ? showNext(layout) : []),
  ].join('\n');
}

/** What would come in, before the person is asked. */
export function showPreview(report: ImportReport, layout: TextLayout): string {
  return [
    ...wrap(sayImported(report, true), layout.width, '  '),
    ...showItems(report.items, MOST_IN_PREVIEW, layout),
    ...showRest(report, layout),
  ].join('\n');
}

/** What came in, for a person who has seen the preview. */
export function showImported(report: ImportReport, layout: TextLayout): string {
  return [...wrap(sayImported(report), layout.width, '  '), ...showNext(layout)].join('\n');
}

function showRest(report: ImportReport, layout: TextLayout): string[] {
  const { newClients, known } = report;
  const leftOut = sayLeftOut(report.leftOut);
  return [
    ...(newClients.length > 0 ? labelled('new', sayImportedClients(newClients), layout) : []),
    ...sayUnread(report).flatMap(([label, text]) => labelled(label, text, layout)),
    ...(leftOut ? labelled('left out', leftOut, layout) : []),
    ...(known > 0 && !isAllKnown(report) ? labelled('known', `${known} imported before`, layout) : []),
    ...showRejects(report, layout),
  ];
}

/** How many commitments a trial run shows, and how many before a question. */
const MOST_IN_TRIAL = 25;
const MOST_IN_PREVIEW = 10;

const PREVIEW: readonly Column[] = [
  { align: 'right' },
  { leaves: 2 },
  { shrinks: true, least: 8 },
  TITLE,
  { shrinks: true, least: 11, keepsWords: true },
  { leaves: 1 },
  {},
];

const INDENT = '   ';

function showItems(items: readonly ImportedItem[], most: number, { width }: TextLayout): string[] {
  const rows = items
    .slice(0, most)
    .map(({ number, kind, client, title, date, work, end }) => [
      { text: String(number) },
      { text: kind },
      { text: printable(client ?? '') },
      { text: printable(title) },
      { text: date },
      { text: work },
      { text: end },
    ]);
  const more = items.length - rows.length;
  return [
    ...alignRows(PREVIEW, rows, width - INDENT.length).map((row) => INDENT + row),
    ...(more > 0 ? [`   and ${more} more: --plain shows them all`] : []),
  ];
}

/** How many rejected items are shown. */
const SHOWN_REJECTS = 20;

function showRejects({ rejects, placeNoun }: ImportReport, layout: TextLayout): string[] {
  if (rejects.length === 0) return [];
  const shown = rejects.slice(0, SHOWN_REJECTS).flatMap((reject) => {
    const lines = wrap(printable(sayReject(reject, placeNoun)), layout.width - 3, '   ');
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
