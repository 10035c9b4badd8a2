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
  /** What things are called that are not kept: columns of a table, what tasks have, or the properties of a calendar. */
  readonly unkeptAre: 'columns' | 'attributes' | 'properties';
  /** What is not kept: columns of a table, or what tasks have in their program; and how many items have it. */
  readonly unkept: readonly { readonly name: string; readonly count: number }[];
  /** Words that stand in place of a kind but name none, and the kind that was taken instead. */
  readonly unknownKinds: { readonly words: readonly string[]; readonly as: ImportedKind };
  /** The words that stood in place of a date and are none, for each item that came in without one. */
  readonly undated: readonly string[];
  /** The numbers without a unit that stood in place of an estimate. */
  readonly unmeasured: readonly string[];
  /** How many lines stood above the headings of a table. */
  readonly linesAbove: number;
  /** Which headings hold what, if somebody said so: now, or before, or before and it was forgotten now. */
  readonly map: { readonly text: string; readonly said: 'now' | 'before' | 'forgotten' } | null;
  readonly leftOut: LeftOut;
  /** What the number of something rejected counts. */
  readonly placeNoun: 'line' | 'entry';
  readonly rejects: readonly RejectedItem[];
}

/** One commitment that was imported. */
export interface ImportedItem {
  readonly number: number;
  readonly kind: string;
  readonly client: string | null;
  readonly title: string;
  readonly date: string;
  /** The work that was estimated, and how it ended; empty if nothing is known. */
  readonly work: string;
  readonly end: string;
}

/** How many were left out on purpose, by reason. */
export interface LeftOut extends Partial<LeftOutOfCalendar> {
  readonly completed: number;
  readonly deleted: number;
  /** Templates of recurring tasks. */
  readonly recurring: number;
  /** Notes and other rows that are no tasks. */
  readonly noTasks: number;
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

/** How much was imported, or would be; or what would come in, above a list of it that is asked about. */
export function sayImported(report: ImportReport, isAsked = false): string {
  const { items, from, isTrial, known } = report;
  if (isAllKnown(report)) {
    return `Nothing new from ${from}: ${known === 1 ? 'the only one was' : `all ${known} were`} imported before.`;
  }
  if (isEmptyTable(report))
    return `Nothing ${isTrial ? 'would be' : 'was'} imported: there are no rows below the headings.`;
  if (items.length === 0) return `Nothing ${isTrial ? 'would be' : 'was'} imported from ${from}.`;
  const counts = IMPORTED_KINDS.flatMap((kind) => {
    const count = items.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [sayCount(count, kind)];
  });
  const what = `${counts.join(', ')} from ${from}`;
  if (isAsked) return `${what}:`;
  return isTrial ? `Would import ${what}. Nothing was changed.` : `Imported ${what}.`;
}

function isEmptyTable({ unkeptAre, items, known, rejects, leftOut }: ImportReport): boolean {
  const all = items.length + known + rejects.length + leftOut.completed + leftOut.deleted + leftOut.noTasks;
  return unkeptAre === 'columns' && all === 0;
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
export function sayLeftOut({ completed, deleted, recurring, noTasks, past = 0, ...others }: LeftOut): string {
  const ended = [
    ...(completed > 0 ? [`${completed} completed`] : []),
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
    ...(past > 0 ? [`${past} past`] : []),
  ].join(' and ');
  return [
    ...(ended ? [`${ended} (--all brings them in)`] : []),
    ...(recurring > 0 ? [`${recurring} recurring, whose single tasks are imported`] : []),
    ...(noTasks > 0
      ? [`${noTasks} ${noTasks === 1 ? 'entry that is no task' : 'entries that are no tasks'}`]
      : []),
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

/** What stands in a file and was not kept as it stands, each with a label. Safe to print. */
export function sayUnread(report: ImportReport): [label: string, text: string][] {
  const { unknownKinds, undated, unmeasured, linesAbove, map } = report;
  const { words, as } = unknownKinds;
  const said: [string, string | null][] = [
    ['columns', map && sayMap(map, report.isTrial)],
    ['above', linesAbove === 0 ? null : `${sayCount(linesAbove, 'line')} above the headings, passed over`],
    sayUnkept(report),
    ['kinds', words.length === 0 ? null : `${quoteSome(words)}: taken as ${KIND_TRAITS[as].plural}`],
    ['no date', undated.length === 0 ? null : sayUndated(undated)],
    ['no unit', unmeasured.length === 0 ? null : sayUnmeasured(unmeasured)],
  ];
  return said.filter((each): each is [string, string] => each[1] !== null);
}

function sayMap({ text, said }: NonNullable<ImportReport['map']>, isTrial: boolean): string {
  switch (said) {
    case 'now':
      return `${printable(text)}${isTrial ? '' : '; remembered for tables with these headings'}`;
    case 'before':
      return `${printable(text)}, as you said before; --map none forgets it`;
    case 'forgotten':
      return `no longer ${printable(text)}`;
  }
}

function sayUnkept({ unkept, unkeptAre }: ImportReport): [string, string | null] {
  switch (unkeptAre) {
    case 'columns':
      return ['unused', sayColumns(unkept)];
    case 'attributes':
      return ['not kept', sayAttributes(unkept)];
    case 'properties':
      return ['unused', unkept.length === 0 ? null : saySomeNames(unkept.map(({ name }) => printable(name)))];
  }
}

function sayColumns(unkept: ImportReport['unkept']): string | null {
  if (unkept.length === 0) return null;
  const column = unkept.length === 1 ? 'column' : 'columns';
  return `${column} ${saySomeNames(unkept.map(({ name }) => printable(name)))}`;
}

/** What tasks do that have something, in a sentence; whatever is not here they have under its name. */
const HAVING: ReadonlyMap<string, (isOne: boolean) => string> = new Map([
  ['tags', (isOne: boolean) => `${isOne ? 'has' : 'have'} tags`],
  ['priority', (isOne: boolean) => `${isOne ? 'has' : 'have'} a priority`],
  ['depends', (isOne: boolean) => (isOne ? 'depends on others' : 'depend on others')],
]);

function sayAttributes(unkept: ImportReport['unkept']): string | null {
  const [first, ...others] = unkept.slice(0, MOST_NAMED).map(({ name, count }) => {
    const have = HAVING.get(name) ?? ((isOne: boolean) => `${isOne ? 'has' : 'have'} "${printable(name)}"`);
    return { count, does: have(count === 1) };
  });
  if (!first) return null;
  const more = unkept.length - MOST_NAMED;
  return [
    `${sayCount(first.count, 'task')} ${first.does}`,
    ...others.map(({ count, does }) => `${count} ${does}`),
    ...(more > 0 ? [`and ${more} more such`] : []),
  ].join(', ');
}

function sayUndated(undated: readonly string[]): string {
  const [is, comes] = undated.length === 1 ? ['is no day', 'comes'] : ['are no days', 'come'];
  return `${quoteSome([...new Set(undated)])} ${is}: ${undated.length} ${comes} in without a date`;
}

function sayUnmeasured(numbers: readonly string[]): string {
  const comes = numbers.length === 1 ? 'comes' : 'come';
  const which = quoteSome([...new Set(numbers)]);
  return `${which}: ${numbers.length} ${comes} in without an estimate; to say what they are: --map hours=HEADING, or days=HEADING`;
}

function quoteSome(words: readonly string[]): string {
  return saySomeNames(words.map((word) => `"${printable(word)}"`));
}

/** What to do about names that may be slips or mean several clients; null if there are none. */
export function sayUnclearNames(rejects: readonly RejectedItem[]): string | null {
  const isUnclear = rejects.some(
    ({ refusal: { code } }) => code === 'client-near-miss' || code === 'client-ambiguous',
  );
  return isUnclear ? 'correct the names, or if they are new clients, import again with --new-client' : null;
}

/** The line of something that could not be imported, its title, and why. */
export function sayReject(
  { line, title, refusal }: RejectedItem,
  placeNoun: ImportReport['placeNoun'] = 'line',
): string {
  return `${placeNoun} ${line}: ${title === '' ? '' : `${title}: `}${refusal.message}`;
}
