import type { Refusal } from '../../domain/base/refusal.ts';
import { IMPORTED_KINDS, type ImportedKind, KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { printable } from '../printable.ts';
import { sayCount } from './amount.ts';

/** The result of an import from another program, or of a trial run. */
export interface ImportReport {
  /** The name of the program or the format. */
  readonly from: string;
  readonly isTrial: boolean;
  readonly items: readonly ImportedItem[];
  readonly newClients: readonly string[];
  /** How many had been imported before. */
  readonly known: number;
  /** The columns of a table that were not used. */
  readonly unusedColumns: readonly string[];
  /** Words that stand in place of a kind but name none, and the kind that was taken instead. */
  readonly unknownKinds: { readonly words: readonly string[]; readonly as: ImportedKind };
  readonly leftOut: LeftOut;
  readonly rejects: readonly RejectedItem[];
}

/** One commitment that was imported. */
export interface ImportedItem {
  readonly number: number;
  readonly kind: string;
  readonly client: string | null;
  readonly title: string;
  readonly date: string;
}

/** How many were left out on purpose, by reason. */
export interface LeftOut extends Partial<LeftOutOfCalendar> {
  readonly completed: number;
  readonly deleted: number;
  /** Templates of recurring tasks. */
  readonly recurring: number;
}

/** How many entries of a calendar were left out, by reason. */
export interface LeftOutOfCalendar {
  /** Appointments that were before now. */
  readonly past: number;
  /** Meetings that come again and again. */
  readonly meetings: number;
  /** Written by followup. */
  readonly own: number;
  readonly declined: number;
  /** Answers to invitations. */
  readonly answers: number;
  /** Those that the user wanted to leave out. */
  readonly chosen: number;
}

/** What could not be imported, and why. */
export interface RejectedItem {
  readonly line: number;
  readonly title: string;
  readonly refusal: Refusal;
}

/** How much was imported, or would be. */
export function sayImported(report: ImportReport): string {
  const { items, from, isTrial, known } = report;
  if (isAllKnown(report)) {
    return `Nothing new from ${from}: ${known === 1 ? 'the only one was' : `all ${known} were`} imported before.`;
  }
  if (items.length === 0) return `Nothing ${isTrial ? 'would be' : 'was'} imported from ${from}.`;
  const counts = IMPORTED_KINDS.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [sayCount(count, kind)];
  });
  const what = `${counts.join(', ')} from ${from}`;
  return isTrial ? `Would import ${what}. Nothing was changed.` : `Imported ${what}.`;
}

/** Whether everything in the file had been imported before. */
export function isAllKnown({ items, known, rejects }: ImportReport): boolean {
  return items.length === 0 && known > 0 && rejects.length === 0;
}

/** How many names are listed before the rest is only counted. */
const MOST_NAMED = 12;

/** Names as a list: "A, B, C and 9 more". */
function saySomeNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The clients that were not known before. Safe to print. */
export function sayImportedClients(names: readonly string[]): string {
  return `${names.length === 1 ? 'client' : 'clients'} ${saySomeNames(names.map(printable))}`;
}

/** What was left out on purpose, and why; empty where nothing was. */
export function sayLeftOut({ completed, deleted, recurring, past = 0, ...others }: LeftOut): string {
  const ended = [
    ...(completed > 0 ? [`${completed} completed`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
    ...(past > 0 ? [`${past} past`] : []),
  ].join(' and ');
  return [
    ...(ended ? [`${ended} (--all brings them in)`] : []),
    ...(recurring > 0 ? [`${recurring} recurring, whose single tasks are imported`] : []),
    ...sayLeftOutOfCalendar(others),
  ].join(', ');
}

function sayLeftOutOfCalendar({
  meetings = 0,
  own = 0,
  declined = 0,
  answers = 0,
  chosen = 0,
}: Partial<LeftOutOfCalendar>): string[] {
  return [
    ...(meetings > 0 ? [`${meetings} recurring ${meetings === 1 ? 'meeting' : 'meetings'}`] : []),
    ...(own > 0 ? [`${own} of followup's own`] : []),
    ...(declined > 0 ? [`${declined} that you declined`] : []),
    ...(answers > 0 ? [`${answers} ${answers === 1 ? 'answer' : 'answers'} to an invitation`] : []),
    ...(chosen > 0 ? [`${chosen} as you said`] : []),
  ];
}

/** What stands in a table and was not used: columns, and words for kinds that do not exist. Safe to print. */
export function sayUnread({
  from,
  unusedColumns,
  unknownKinds,
}: ImportReport): [label: string, text: string][] {
  const { words, as } = unknownKinds;
  const column = from === 'iCalendar' ? '' : unusedColumns.length === 1 ? 'column ' : 'columns ';
  const quoted = words.map((word) => `"${printable(word)}"`);
  return [
    ...(unusedColumns.length > 0
      ? [['unused', `${column}${saySomeNames(unusedColumns.map(printable))}`] as [string, string]]
      : []),
    ...(words.length > 0
      ? [['kinds', `${saySomeNames(quoted)}: taken as ${KIND_TRAITS[as].plural}`] as [string, string]]
      : []),
  ];
}

/** What to do about names that may be slips or mean several clients; null if there are none. */
export function sayUnclearNames(rejects: readonly RejectedItem[]): string | null {
  const isUnclear = rejects.some(
    ({ refusal: { code } }) => code === 'client-near-miss' || code === 'client-ambiguous',
  );
  return isUnclear ? 'correct the names, or if they are new clients, import again with --new-client' : null;
}

/** The line of something that could not be imported, its title, and why. */
export function sayReject({ line, title, refusal }: RejectedItem): string {
  return `line ${line}: ${title === '' ? '' : `${title}: `}${refusal.message}`;
}
