import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InstalledJobs, JobPlace, Machine } from '../../domain/agenda/reminder-jobs.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import { zoneOffset } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { configHome } from '../../system/config-file.ts';
import { Crontab } from '../../system/cron/crontab.ts';
import { blockOf, crontabInstallation, linesIn } from '../../system/cron/crontab-installation.ts';
import type { Installation } from '../../system/cron/installation.ts';
import { type Job, refuseJob } from '../../system/cron/job.ts';
import { jobLines } from '../../system/cron/job-lines.ts';
import { lastingNode, lastingProgram, namesVersion } from '../../system/cron/lasting-path.ts';
import { lookAtMachine } from '../../system/cron/machine.ts';
import { morningOf, type Schedule, sayClock, scheduleByCron } from '../../system/cron/schedule.ts';
import { systemdInstallation } from '../../system/cron/systemd-installation.ts';
import { sayDays } from '../../system/cron/systemd-units.ts';
import { explainFileError } from '../../system/explain-file-error.ts';
import type { CronClock, ShownJobs } from '../../views/terminal/cron-jobs.ts';
import {
  type JobWarning,
  jobWarnings,
  type Lack,
  lackOf,
  sayWarning,
  warnOfOther,
} from '../../views/words/cron-warnings.ts';
import type { Session } from '../run/session/session.ts';

/** What `cron` finds: what is installed, what would be, and what else a person has to know. */
export interface CronPlan {
  readonly installation: Installation;
  readonly shown: Omit<ShownJobs, keyof InstalledJobs | 'headline' | 'next'>;
  /** Why nothing can be installed here; null if it can. */
  readonly lack: Refusal | null;
  /** Why the crontab could not be read; null if it could. */
  readonly fault: Refusal | null;
  /** The same reminders in the other place, if they are there. */
  readonly elsewhere: readonly JobWarning[];
  /** The command line that installs the jobs, or takes them out. */
  readonly commandFor: (action: 'install' | 'remove') => string;
}

/** What is asked for. */
export interface PlanWish {
  /** Null for wherever they are installed, which is the crontab if they are nowhere. */
  readonly place: JobPlace | null;
  readonly notifies: boolean;
  /** Whether it is asked what is there, and not what shall be there: notifications are kept, and dead jobs noticed. */
  readonly asInstalled: boolean;
}

/** What is found in one place. */
interface Found {
  readonly job: Job;
  readonly installation: Installation;
  /** How the morning looks by the clock of cron; null for what knows zones. */
  readonly byCron: CronClock | null;
  /** The value of a variable that the lines share; null if it is not set. */
  readonly variable: (name: string) => string | null;
  /** Why the crontab could not be read; null if it could. */
  readonly fault: Refusal | null;
}

/** The plan for the jobs of a database. Throws a Refusal. */
export function planJobs(session: Session, wish: PlanWish): CronPlan {
  const machine = lookAtMachine(session.io.env);
  const look = {
    crontab: () => lookAtCrontab(session, machine, wish),
    systemd: () => lookAtSystemd(session, machine),
  };
  const place = wish.place ?? 'crontab';
  const asked = look[place]();
  const other = tryTo(look[place === 'crontab' ? 'systemd' : 'crontab']);
  const isOnlyThere = !isInstalled(asked) && other !== null && isInstalled(other);
  return wish.place === null && isOnlyThere
    ? planOf(session, machine, wish, other, asked)
    : planOf(session, machine, wish, asked, other);
}

function isInstalled({ installation: { state } }: Found): boolean {
  return state !== 'absent';
}

function runs(found: Found): boolean {
  return isInstalled(found) && found.installation.state !== 'off';
}

/** What is found in a place that nobody asked for: whoever asks for it is told why it cannot be looked at. */
function tryTo(look: () => Found): Found | null {
  try {
    return look();
  } catch (error) {
    if (explainFileError(error) instanceof Refusal) return null;
    throw error;
  }
}

/** The lines in the user's crontab. Throws a Refusal. */
function lookAtCrontab(session: Session, machine: Machine, wish: PlanWish): Found {
  const { usualCalendar, now, databaseFile } = session;
  const crontab = new Crontab(machine.crontab, session.io.env);
  const { text, fault } = read(crontab, machine);
  const block = blockOf(text, databaseFile);
  const isNotifying = linesIn(block).some((line) => line.includes(' --notify '));
  const job = jobOf(session, wish.notifies || (wish.asInstalled && isNotifying));
  const morning = morningOf(usualCalendar.week);
  const schedule = scheduleByCron(morning, usualCalendar, zoneOffset(machine.zone), now);
  return {
    job,
    installation: crontabInstallation(crontab, block, databaseFile, jobLines(job, schedule)),
    byCron: {
      zone: machine.zone,
      morning: schedule.readings.map(sayMorning).join(' or '),
      onlyAt: schedule.onlyAt === null ? null : sayClock(schedule.onlyAt),
    },
    variable: (name) => block.variable(name),
    fault,
  };
}

/** The units of the user's systemd. Throws a Refusal. */
function lookAtSystemd(session: Session, machine: Machine): Found {
  const { env } = session.io;
  const job = jobOf(session, true);
  const folder = join(job.configHome, 'systemd', 'user');
  const morning = morningOf(session.usualCalendar.week);
  return {
    job,
    installation: systemdInstallation(folder, machine.systemctl, env, job, morning),
    byCron: null,
    variable: () => null,
    fault: null,
  };
}

function planOf(
  session: Session,
  machine: Machine,
  { asInstalled }: PlanWish,
  found: Found,
  other: Found | null,
): CronPlan {
  const { job, installation, byCron, variable, fault } = found;
  const { place, named } = installation;
  const { database, zone, node, program, notifies } = job;
  const commandFor = commandsFor(session, place === 'crontab' && notifies);
  const lack = lackOf(place, machine, commandFor);
  const mailTo = variable('MAILTO');
  const presence = {
    isInstalled: isInstalled(found),
    elsewhere: other !== null && runs(other) ? other.installation.place : null,
    commandFor,
  };
  const warnings = jobWarnings(
    {
      ...presence,
      place,
      database,
      isDatabaseMissing: session.isFileMissing,
      fleeting: [node, program].filter(namesVersion),
      missing: [...new Set(named)].filter((file) => !existsSync(file)),
      notifies,
      notifier: session.settings.value('remind.notify'),
      zone,
      isGuarded: byCron !== null && byCron.onlyAt !== null,
      mailTo,
      cronTz: variable('CRON_TZ'),
      shell: variable('SHELL'),
      noReminderSince: asInstalled ? noReminderSince(session) : null,
      machine,
    },
    lack,
    { calendar: session.usualCalendar, now: session.now },
  );
  const unreadable = fault === null ? [] : [{ says: fault.message, command: fault.hint }];
  return {
    installation,
    lack: lack && refuseFor(lack, place),
    fault,
    elsewhere: warnOfOther({ ...presence, isInstalled: false }),
    commandFor: (action) => commandFor(action, place),
    shown: {
      database,
      morning: sayMorning([morningOf(session.usualCalendar.week)]),
      zone,
      byCron,
      mailTo,
      zoneLines: ['TZ', 'CRON_TZ'].flatMap((name) => {
        const value = variable(name);
        return value === null ? [] : [`${name}=${value}`];
      }),
      notifies,
      warnings: [...unreadable, ...warnings],
    },
  };
}

function refuseFor({ says, waysOut }: Lack, place: JobPlace): Refusal {
  return refuse(`no-${place}`, says, waysOut.map(sayWarning).join('; '));
}

/** The command lines about the jobs of the database of a session. */
function commandsFor({ globals: { db } }: Session, notifies: boolean) {
  return (action: 'install' | 'remove', place: JobPlace) =>
    [
      `followup cron ${action}`,
      ...(place === 'systemd' ? ['--systemd'] : []),
      ...(place === 'crontab' && action === 'install' && notifies ? ['--notify'] : []),
      ...(db === undefined ? [] : ['--db', quoteForShell(db)]),
    ].join(' ');
}

/** Since when no reminder has run, if `today` says so; whatever is wrong with the file is said by what needs it. */
function noReminderSince(session: Session): Instant | null {
  try {
    return session.isFileMissing ? null : session.noReminderSince;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Times on the same days: "Mon..Fri 08:45", "Mon..Fri 12:45 or 13:45". */
function sayMorning(schedules: readonly Schedule[]): string {
  const [days = ''] = schedules.map((schedule) => sayDays(schedule, 0));
  return `${days} ${schedules.map(({ minutes }) => sayClock(minutes)).join(' or ')}`;
}

function jobOf(session: Session, notifies: boolean): Job {
  const { env, program } = session.io;
  const job: Job = {
    zone: session.usualCalendar.zone,
    configHome: resolve(configHome(env)),
    node: lastingNode(env),
    program: lastingProgram(program),
    database: session.databaseFile,
    notifies,
  };
  return orThrow(refuseJob(job) ?? job);
}

/** The text of the crontab, as far as it can be read, and why it cannot. */
function read(crontab: Crontab, machine: Machine): { readonly text: string; readonly fault: Refusal | null } {
  if (machine.crontab === null) return { text: '', fault: null };
  try {
    return { text: crontab.read(), fault: null };
  } catch (error) {
    if (error instanceof Refusal) return { text: '', fault: error };
    throw error;
  }
}
