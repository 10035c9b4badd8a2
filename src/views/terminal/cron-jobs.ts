import type { InstallationState, InstalledJobs } from '../../domain/agenda/reminder-jobs.ts';
import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { JOB_PLACES, type JobWarning } from '../words/cron-warnings.ts';
import { labelled } from './labelled.ts';
import { wrap } from './width.ts';

/** The jobs that call the program, and what there is of them. */
export interface ShownJobs extends InstalledJobs {
  readonly database: string;
  /** "Mon..Fri 08:45", by the clock of the person. */
  readonly morning: string;
  /** The zone of that clock. */
  readonly zone: string;
  /** The same by the clock that cron goes by, and its zone; null for what knows zones. */
  readonly byCron: CronClock | null;
  /** The value of MAILTO; null if it is not set. */
  readonly mailTo: string | null;
  /** The lines of the crontab that set a zone for its jobs. */
  readonly zoneLines: readonly string[];
  readonly notifies: boolean;
  readonly warnings: readonly JobWarning[];
  /** What was done, to be said first; null if nothing was to be done. */
  readonly headline: string | null;
  /** What may come next, and its command; empty if nothing can. */
  readonly next: readonly string[];
}

/** How the morning looks by the clock of cron. */
export interface CronClock {
  /** "Mon..Fri 08:45"; "Mon..Fri 12:45 or 13:45" where the two clocks are not always as far apart. */
  readonly morning: string;
  readonly zone: string;
  /** "08:45", by the clock of the person, if the lines of the morning do something only then; null if they always do. */
  readonly onlyAt: string | null;
}

const STATES: Readonly<Record<InstallationState, string>> = {
  absent: 'not installed',
  current: 'installed',
  outdated: 'installed, but not as they would be now',
  edited: 'installed, and changed by hand since',
  off: 'written, but systemd does not run them',
};

/** Whether reminders are installed, the lines that call them, and what keeps them from arriving. */
export function showJobs(shown: ShownJobs, layout: TextLayout): string[] {
  const { database, place, state, lines, found, headline, next } = shown;
  const { style, width } = layout;
  return [
    ...wrap(headline ?? `Reminders in ${JOB_PLACES[place]}: ${STATES[state]}`, width).map((line) =>
      style.heading(line),
    ),
    `  ${printable(database)}`,
    '',
    ...listChange(state === 'current' || state === 'off' ? [] : found, lines),
    '',
    ...labelled('runs', sayTimes(shown), layout),
    ...labelled('zone', sayZone(shown), layout),
    ...shown.zoneLines.flatMap((line) =>
      labelled('', `${printable(line)} is in your crontab; the lines above name their own zone`, layout),
    ),
    ...(place === 'crontab' ? labelled('mail', sayMail(shown), layout) : []),
    ...showWarnings(shown.warnings, layout),
    ...showNext(next, layout),
  ];
}

/** Lines that somebody had changed by hand, before they were replaced. */
export function listLost(found: readonly string[]): string[] {
  return ['', 'What was there before had been changed by hand:', ...found.map(printable)];
}

/** The lines that were taken out, what is left of them elsewhere, and how to have them again. */
export function showRemoved(
  {
    database,
    place,
    found,
    warnings,
    next,
  }: Pick<ShownJobs, 'database' | 'place' | 'found' | 'warnings' | 'next'>,
  layout: TextLayout,
): string[] {
  return [
    layout.style.heading(`Taken out of ${JOB_PLACES[place]}`),
    `  ${printable(database)}`,
    '',
    ...found.map(printable),
    ...showWarnings(warnings, layout),
    ...showNext(next, layout),
  ];
}

/** That there was nothing to take out, and what is left elsewhere. `hasForgotten`: nobody misses them any more. */
export function showNothingRemoved(
  { database, place, warnings }: Pick<ShownJobs, 'database' | 'place' | 'warnings'>,
  hasForgotten: boolean,
  layout: TextLayout,
): string[] {
  const done = hasForgotten ? 'From now on none is missed.' : 'Nothing was changed.';
  const said = `There are no reminders for ${printable(database)} in ${JOB_PLACES[place]}. ${done}`;
  return [...wrap(said, layout.width), ...showWarnings(warnings, layout)];
}

function showWarnings(warnings: readonly JobWarning[], { style, width }: TextLayout): string[] {
  return warnings.flatMap(({ says, command }) => [
    '',
    ...wrap(printable(says), width).map((line) => style.today(line)),
    ...(command === null ? [] : [`  ${style.command(printable(command))}`]),
  ]);
}

function showNext([what, command]: ShownJobs['next'], { style }: TextLayout): string[] {
  if (what === undefined || command === undefined) return [];
  return ['', what, `  ${style.command(command)}`];
}

/** The lines as they are and as they would be. They can be copied, so they are neither indented nor broken. */
export function listChange(found: readonly string[], lines: readonly string[]): string[] {
  if (found.length === 0 || lines.length === 0) return [...found, ...lines].map(printable);
  return ['Now:', ...found.map(printable), '', 'They would be:', ...lines.map(printable)];
}

function sayTimes({ morning }: ShownJobs): string {
  return `every 15 minutes for what became due, and ${morning} for the day`;
}

function sayZone({ morning, zone, byCron }: ShownJobs): string {
  if (byCron === null) return zone;
  if (byCron.zone === zone) return `${zone}, the zone of this machine, by which cron goes`;
  const there = `${zone}; cron goes by the zone of this machine, ${byCron.zone}:`;
  if (byCron.morning === morning) return `${there} the same there`;
  const only =
    byCron.onlyAt === null ? '' : `, where the line does something only at ${byCron.onlyAt} in ${zone}`;
  return `${there} there ${byCron.morning}${only}`;
}

function sayMail({ mailTo, notifies }: ShownJobs): string {
  const besides = notifies ? ', and a notification' : '';
  if (mailTo === null) return `to you on this machine (no MAILTO)${besides}`;
  return mailTo === '' ? `none (MAILTO is empty)${besides}` : `to ${printable(mailTo)} (MAILTO)${besides}`;
}
