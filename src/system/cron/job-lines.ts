import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { type Job, type JobKind, variablesOf, wordsOf } from './job.ts';
import { type CronSchedule, type CronTimes, runsOfDays, sayClock } from './schedule.ts';

const EVERY_QUARTER = '*/15 * * * *';

/**
 * The lines of a crontab that call the job. The command has to work in cron's surroundings: /bin/sh, hardly a PATH, no
 * locale.
 */
export function jobLines(job: Job, { times, onlyAt }: CronSchedule): readonly string[] {
  const guard = onlyAt === null ? '' : `${guardOf(job.zone, onlyAt)} && `;
  return [
    `${EVERY_QUARTER} ${commandOf(job, 'due')}`,
    ...times.map((each) => `${fieldsOf(each)} ${guard}${commandOf(job, 'morning')}`),
  ];
}

/** A test in a shell whether it is a time in a zone. Each % is for cron, as in `quoteForCron`. */
function guardOf(zone: string, minutes: number): string {
  return `[ "$(TZ=${quoteForCron(zone)} date +\\%H\\%M)" = ${sayClock(minutes).replace(':', '')} ]`;
}

function commandOf(job: Job, kind: JobKind): string {
  // A shell takes an assignment for one only if its name is not quoted.
  const variables = variablesOf(job).map(([name, value]) => `${name}=${quoteForCron(value)}`);
  return [...variables, ...wordsOf(job, kind).map(quoteForCron)].join(' ');
}

function fieldsOf({ minutes, hours, weekdays }: CronTimes): string {
  const runs = runsOfDays(weekdays, 0).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const days = weekdays.length === 7 ? '*' : runs.join(',');
  return `${minutes.join(',')} ${hours.join(',')} * * ${days}`;
}

/**
 * A word as it has to stand in a crontab, which cron reads first and then a shell. A % ends the command unless a
 * backslash stands before it. Some crons take that backslash away, others leave it to the shell, and some take
 * two backslashes for one. So a % stands outside of quotes, and no backslash before another or before a quoted %.
 */
export function quoteForCron(word: string): string {
  const pieces = word.match(/%|[^%\\]*\\|[^%\\]+/g) ?? [''];
  return pieces.map((piece) => (piece === '%' ? '\\%' : quoteForShell(piece))).join('');
}

/** The words of a line of ours, as cron and the shell read them. */
export function wordsOfLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(.)/g, (_all, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}
