import type { Refusal } from '../../domain/base/refusal.ts';
import type { ImportedKind } from '../../domain/streams/kinds.ts';
import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { alignRows, type Column } from './columns.ts';
import { labelled } from './labelled.ts';
import { wrap } from './width.ts';

/** What came of an import from another program, or would come of it. */
export interface ShownImport {
  /** What the program or the format is called. */
  readonly from: string;
  readonly isTrial: boolean;
  readonly items: readonly ShownItem[];
  readonly newClients: readonly string[];
  /** How many were imported before. */
  readonly known: number;
  /** The columns of a table of which nothing came. */
  readonly unusedColumns: readonly string[];
  /** Words that stand where a kind should, and are the word for none; and what was made of them. */
  readonly unknownKinds: { readonly words: readonly string[]; readonly as: ImportedKind };
  readonly leftOut: LeftOut;
  readonly rejects: readonly ShownReject[];
}

/** One thing that came in: its number, what it is, whose it is, and when it is due. */
export interface ShownItem {
  readonly number: number;
  readonly kind: string;
  readonly client: string | null;
  readonly title: string;
  readonly date: string;
}

/** How many were not to be imported, by the reason. */
export interface LeftOut {
  readonly completed: number;
  readonly deleted: number;
  /** Templates of what comes again and again. */
  readonly recurring: number;
}

/** What could not be imported, and why. */
export interface ShownReject {
  readonly line: number;
  readonly title: string;
  readonly refusal: Refusal;
}

/** What came of it, what did not, and what can be done next. */
export function showImport(shown: ShownImport, layout: TextLayout): string {
  const { items, isTrial } = shown;
  return [
    ...wrap(sayCounts(shown), layout.width, '  '),
    ...(isTrial ? preview(items, layout) : []),
    ...sayNewNames(shown.newClients, layout),
    ...sayUnread(shown).flatMap(([label, text]) => labelled(label, text, layout)),
    ...sayLeftOut(shown.leftOut, layout),
    ...(shown.known > 0 && !isAllKnown(shown)
      ? labelled('known', `${shown.known} imported before`, layout)
      : []),
    ...sayRejects(shown.rejects, layout),
    ...sayNext(shown, layout),
  ].join('\n');
}

const KINDS = [
  ['request', 'requests'],
  ['promise', 'promises'],
  ['awaiting', 'awaitings'],
] as const;

function sayCounts(shown: ShownImport): string {
  const { items, from, isTrial, known } = shown;
  if (isAllKnown(shown)) {
    return `Nothing new from ${from}: ${known === 1 ? 'the only one was' : `all ${known} were`} imported before.`;
  }
  if (items.length === 0) return `Nothing ${isTrial ? 'would come' : 'came'} in from ${from}.`;
  const counts = KINDS.flatMap(([kind, kinds]) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind : kinds}`];
  });
  const what = `${counts.join(', ')} from ${from}`;
  return isTrial ? `Would import ${what}. Nothing was changed.` : `Imported ${what}.`;
}

/** Whether all that could come in was imported before. */
function isAllKnown({ items, known, rejects }: ShownImport): boolean {
  return items.length === 0 && known > 0 && rejects.length === 0;
}

/** So many are shown of what would come in. */
const PREVIEWED = 25;

const PREVIEW: readonly Column[] = [
  {},
  { align: 'right' },
  {},
  { shrinks: true, least: 8 },
  { shrinks: true, least: 16 },
  {},
];

function preview(items: readonly ShownItem[], { width }: TextLayout): string[] {
  const rows = items.slice(0, PREVIEWED).map(({ number, kind, client, title, date }) => [
    // A cell in front, so that the rows stand as far in as what follows them.
    { text: ' ' },
    { text: String(number) },
    { text: kind },
    { text: printable(client ?? '') },
    { text: printable(title) },
    { text: date },
  ]);
  const more = items.length - rows.length;
  return [
    ...alignRows(PREVIEW, rows, width),
    ...(more > 0 ? [`   and ${more} more: --plain shows them all`] : []),
  ];
}

/** So many names are listed of what is new, or unknown. */
const NAMED = 12;

function nameSome(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function sayNewNames(names: readonly string[], layout: TextLayout): string[] {
  if (names.length === 0) return [];
  const word = names.length === 1 ? 'client' : 'clients';
  return labelled('new', `${word} ${nameSome(names.map(printable))}`, layout);
}

/** What stands in a table and was not read: columns, and words for kinds that there are not. */
export function sayUnread({ unusedColumns, unknownKinds }: ShownImport): [label: string, text: string][] {
  const { words, as } = unknownKinds;
  const column = unusedColumns.length === 1 ? 'column' : 'columns';
  const kinds = KINDS.find(([kind]) => kind === as)?.[1] ?? as;
  const quoted = words.map((word) => `"${printable(word)}"`);
  return [
    ...(unusedColumns.length > 0
      ? [['unused', `${column} ${nameSome(unusedColumns.map(printable))}`] as [string, string]]
      : []),
    ...(words.length > 0 ? [['kinds', `${nameSome(quoted)}: taken as ${kinds}`] as [string, string]] : []),
  ];
}

function sayLeftOut({ completed, deleted, recurring }: LeftOut, layout: TextLayout): string[] {
  const ended = [
    ...(completed > 0 ? [`${completed} completed`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
  ].join(' and ');
  const parts = [
    ...(ended ? [`${ended} (--all brings them in)`] : []),
    ...(recurring > 0 ? [`${recurring} recurring, whose single tasks are imported`] : []),
  ];
  return parts.length > 0 ? labelled('left out', parts.join(', '), layout) : [];
}

/** So many are shown of what could not be imported. */
const SHOWN_REJECTS = 20;

function sayRejects(rejects: readonly ShownReject[], layout: TextLayout): string[] {
  if (rejects.length === 0) return [];
  const shown = rejects.slice(0, SHOWN_REJECTS).flatMap((reject) => {
    const lines = wrap(printable(sayReject(reject)), layout.width - 3, '   ');
    return lines.map((each) => `   ${each}`);
  });
  const more = rejects.length - SHOWN_REJECTS;
  return [
    ...labelled('rejected', `${rejects.length}, for these reasons:`, layout),
    ...shown,
    ...(more > 0 ? [`   and ${more} more: --json lists them all`] : []),
  ];
}

/** Where it stands, what it is, and why it could not be imported. */
export function sayReject({ line, title, refusal }: ShownReject): string {
  return `line ${line}: ${title === '' ? '' : `${title}: `}${refusal.message}`;
}

function sayNext({ items, isTrial }: ShownImport, layout: TextLayout): string[] {
  if (items.length === 0 || isTrial) return [];
  const { command } = layout.style;
  return labelled(
    'next',
    `${command('followup list')}; if much of it is late, ${command('followup spread')}; to take all of it back, ${command('followup undo')}`,
    layout,
  );
}

/** What came of the import of a journal, or would come of it. */
export interface ShownJournal {
  readonly isTrial: boolean;
  readonly operations: number;
  readonly known: number;
  readonly renumbered: readonly {
    readonly title: string | null;
    readonly from: number;
    readonly to: number;
  }[];
  readonly merged: readonly { readonly name: string; readonly into: string }[];
}

/** What came in of a journal, and what is called otherwise here. */
export function showJournal(shown: ShownJournal, { width, style }: TextLayout): string {
  const { isTrial, operations, known, renumbered, merged } = shown;
  const here = known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} here already`;
  const verb = isTrial ? 'Would import' : 'Imported';
  return [
    operations === 0
      ? `Nothing new: ${known === 1 ? 'the only operation is' : `all ${known} operations are`} here already.`
      : `${verb} ${operations} ${operations === 1 ? 'operation' : 'operations'}${here}.`,
    ...renumbered.map(
      ({ title, from, to }) =>
        `Number ${from} is taken here: ${title === null ? 'what was undone' : `"${printable(title)}"`} is ${to} now.`,
    ),
    ...merged.map(({ name, into }) => `${printable(name)} is one client with ${printable(into)} now.`),
    ...(isTrial ? ['Nothing was changed.'] : [`See: ${style.command('followup list')}`]),
  ]
    .flatMap((line) => wrap(line, width, '  '))
    .join('\n');
}
