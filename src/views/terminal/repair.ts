import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { sayCount } from '../words/amount.ts';
import { truncate, wrap } from './width.ts';

/** An operation that is lost, as far as it is known. */
interface ShownLoss {
  readonly number: number | null;
  /** The last of several that are gone together. */
  readonly upTo: number | null;
  readonly at: Instant | null;
  readonly verb: string | null;
  readonly words: string | null;
}

/** What a repair did. */
export interface ShownRepair {
  readonly kept: string | null;
  readonly operations: number;
  readonly broughtBack: number;
  readonly lost: readonly ShownLoss[];
  readonly unreadable: readonly string[];
  readonly isCutOff: boolean;
  readonly onlyUntil: Instant | null;
}

/** What a repair did, and each operation that is lost. */
export function showRepair(
  { kept, operations, broughtBack, lost, unreadable, isCutOff, onlyUntil }: ShownRepair,
  calendar: WorkCalendar,
  { width }: TextLayout,
): string[] {
  if (kept === null)
    return wrap('The journal is sound. The read tables were made again from it.', width, '  ');
  const back = broughtBack === 0 ? '' : `, ${broughtBack} of them from backups`;
  return [
    ...wrap(
      `A new file has ${sayCount(operations, 'operation')}${back}. The damaged one is kept:`,
      width,
      '  ',
    ),
    `  ${printable(kept)}`,
    ...unreadable.flatMap((file) => ['This backup could not be read:', `  ${printable(file)}`]),
    ...wrap(
      onlyUntil === null ? sayLosses(countOf(lost), isCutOff) : sayOnlyUntil(onlyUntil, calendar),
      width,
      '  ',
    ),
    ...lost.flatMap((loss) => wrap(`  ${sayLoss(loss, calendar, width)}`, width, '    ')),
  ];
}

function sayOnlyUntil(until: Instant, calendar: WorkCalendar): string {
  return `Nothing could be read of the damaged file itself: the new one has what the backups have, until ${sayInstant(until, calendar)}. Whatever was recorded later is lost.`;
}

function countOf(lost: readonly ShownLoss[]): number {
  return lost.reduce((count, { number, upTo }) => count + ((upTo ?? 0) - (number ?? 0)) + 1, 0);
}

function sayLosses(count: number, isCutOff: boolean): string {
  const known = count === 0 ? 'Nothing else was lost.' : `Lost: ${sayCount(count, 'operation')}.`;
  if (isCutOff)
    return `The end of the file is missing, and with it perhaps the last things recorded. ${known}`;
  return count === 0 ? 'Nothing was lost.' : known;
}

/** "57: note of Mon 2 Mar 2026 09:10, "call Joe back"". */
function sayLoss(
  { number, upTo, at, verb, words }: ShownLoss,
  calendar: WorkCalendar,
  width: number,
): string {
  if (number !== upTo) return `${number} to ${upTo}: nothing is left of them`;
  const what = verb === null ? 'something' : printable(verb);
  const when = at === null ? 'at an unknown time' : `of ${sayInstant(at, calendar)}`;
  const said = words === null ? '' : `, "${truncate(printable(words), width)}"`;
  return `${number ?? '?'}: ${what} ${when}${said}`;
}
