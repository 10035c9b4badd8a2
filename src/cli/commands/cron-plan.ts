import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { zoneOffset } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { configHome } from '../../system/config-file.ts';
import { Crontab } from '../../system/cron/crontab.ts';
import { findBlocks, variableIn } from '../../system/cron/crontab-block.ts';
import { bytesOf, crontabInstallation } from '../../system/cron/crontab-installation.ts';
import type { Installation } from '../../system/cron/installation.ts';
import { type Job, refuseJob } from '../../system/cron/job.ts';
import { jobLines } from '../../system/cron/job-lines.ts';
import { lastingNode, lastingProgram, namesVersion } from '../../system/cron/lasting-path.ts';
import { lookAtMachine, type Machine } from '../../system/cron/machine.ts';
import {
  minutesAhead,
  morningOf,
  type Schedule,
  shiftSchedule,
  whenDistanceChanges,
} from '../../system/cron/schedule.ts';
import { systemdInstallation } from '../../system/cron/systemd-installation.ts';
import { sayClock, sayDays } from '../../system/cron/systemd-units.ts';
import type { ShownJobs } from '../../views/terminal/cron-jobs.ts';
import { jobWarnings, sayWarning, warnOfLack } from '../../views/words/cron-warnings.ts';
import type { Session } from '../run/session/session.ts';

/** What `cron` finds: what is installed, what would be, and what else a person has to know. */
export interface CronPlan {
  readonly installation: Installation;
  readonly shown: Omit<ShownJobs, 'headline' | 'next'>;
  /** Why nothing can be installed or removed here; null if it can. */
  readonly obstacle: Refusal | null;
}

/** What only a crontab has: the clock that it goes by, and variables that its lines share. */
interface CrontabFacts {
  readonly byCron: ShownJobs['byCron'];
  /** When the clock of cron and that of the person are no longer as far apart as now; null if never within a year. */
  readonly changesAt: Instant | null;
  /** The value of a variable; null if it is not set. */
  readonly variable: (name: string) => string | null;
}

const NO_CRONTAB: CrontabFacts = { byCron: null, changesAt: null, variable: () => null };

/**
 * The plan for the user's crontab. One that shows what is installed keeps its notifications. A crontab that cannot be
 * read is an obstacle. Throws a Refusal.
 */
export function planCrontab(session: Session, notify: boolean, asInstalled: boolean): CronPlan {
  const { usualCalendar, now, databaseFile } = session;
  const machine = lookAtMachine(session.io.env);
  const crontab = new Crontab(machine.crontab, session.io.env);
  const { text, fault } = read(crontab, machine);
  const name = bytesOf(databaseFile);
  const found = findBlocks(text, name).flatMap((block) => block.lines);
  const job = jobOf(session, notify || (asInstalled && found.some((line) => line.includes(' --notify '))));

  const cronOffset = zoneOffset(machine.zone);
  const ahead = minutesAhead(usualCalendar.offsetAt, cronOffset, now);
  const morning = shiftSchedule(morningOf(usualCalendar.week), ahead);
  const installation = crontabInstallation(crontab, text, databaseFile, jobLines(job, morning));
  return planOf(
    session,
    { machine, job, installation, fault },
    {
      byCron: { morning: sayMorning(morning), zone: machine.zone },
      changesAt: whenDistanceChanges(usualCalendar.offsetAt, cronOffset, now),
      variable: (variable) => variableIn(text, variable, name),
    },
  );
}

/** The plan for units of the user's systemd. Throws a Refusal. */
export function planSystemd(session: Session): CronPlan {
  const { env } = session.io;
  const machine = lookAtMachine(env);
  const job = jobOf(session, true);
  const folder = join(job.configHome, 'systemd', 'user');
  const morning = morningOf(session.usualCalendar.week);
  const installation = systemdInstallation(folder, machine.systemctl, env, job, morning);
  return planOf(session, { machine, job, installation, fault: null }, NO_CRONTAB);
}

function planOf(
  session: Session,
  {
    machine,
    job,
    installation,
    fault,
  }: {
    readonly machine: Machine;
    readonly job: Job;
    readonly installation: Installation;
    /** Why the crontab could not be read; null if it could. */
    readonly fault: Refusal | null;
  },
  { byCron, changesAt, variable }: CrontabFacts,
): CronPlan {
  const { kind, state, lines, found, named } = installation;
  const { database, zone, node, program, notifies } = job;
  const mailTo = variable('MAILTO');
  const warnings = jobWarnings(
    {
      kind,
      database,
      isDatabaseMissing: session.isFileMissing,
      fleeting: [node, program].filter(namesVersion),
      missing: [...new Set(named)].filter((file) => !existsSync(file)),
      notifies,
      zone,
      cronZone: machine.zone,
      changesAt,
      mailTo,
      cronTz: variable('CRON_TZ'),
      shell: variable('SHELL'),
      machine,
    },
    session.usualCalendar,
  );
  const unreadable = fault === null ? [] : [{ says: fault.message, command: fault.hint }];
  const [lack, ...waysOut] = warnOfLack({ kind, machine });
  return {
    installation,
    obstacle: lack ? refuse(`no-${kind}`, lack.says, waysOut.map(sayWarning).join('; ')) : fault,
    shown: {
      database,
      kind,
      state,
      lines,
      found,
      morning: sayMorning(morningOf(session.usualCalendar.week)),
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

function sayMorning(schedule: Schedule): string {
  return `${sayDays(schedule, 0)} ${sayClock(schedule)}`;
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
  const refusal = refuseJob(job);
  if (refusal) throw refusal;
  return job;
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
