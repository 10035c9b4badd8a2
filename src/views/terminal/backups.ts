import { basename, dirname } from 'node:path';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { sayBytes } from '../words/amount.ts';
import { pad } from './width.ts';

/** A backup that was made by itself. */
export interface ShownBackup {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
}

const TIME = 21;

/** The automatic backups, latest first, and how to bring one back; nothing if there are none. */
export function showBackups(
  backups: readonly ShownBackup[],
  calendar: WorkCalendar,
  { style }: TextLayout,
): string[] {
  const [latest] = backups;
  if (latest === undefined) return [];
  return [
    `Automatic backups, in ${printable(dirname(latest.file))}`,
    ...backups.map(
      ({ file, at, bytes }) =>
        `  ${pad(sayInstant(at, calendar), TIME)}  ${pad(sayBytes(bytes), 7)}  ${printable(basename(file))}`,
    ),
    'To bring the latest one back:',
    `  ${style.command(`followup restore ${printable(quoteForShell(latest.file))}`)}`,
  ];
}
