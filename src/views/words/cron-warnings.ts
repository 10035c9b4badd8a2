import { localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';

/** What decides whether reminders arrive. */
export interface JobFacts {
  readonly kind: 'crontab' | 'systemd';
  readonly database: string;
  readonly isDatabaseMissing: boolean;
  /** Paths of node and of the program that an upgrade takes away. */
  readonly fleeting: readonly string[];
  /** Files that the installed lines name and that are not there. */
  readonly missing: readonly string[];
  readonly notifies: boolean;
  readonly zone: string;
  readonly cronZone: string;
  /** When the clocks of the two zones are no longer as far apart as now; null if never within a year. */
  readonly changesAt: Instant | null;
  /** Variables in the crontab; null if they are not set. */
  readonly mailTo: string | null;
  readonly cronTz: string | null;
  readonly shell: string | null;
  readonly machine: {
    readonly crontab: string | null;
    readonly systemctl: string | null;
    readonly runsCron: boolean | null;
    readonly toGetCron: string | null;
    readonly toStartCron: string;
    readonly sendsMail: boolean;
  };
}

/** Shells that do not understand the lines. */
const OTHER_SHELL = /(?:csh|nologin|false)$/;

/** Something that keeps reminders from arriving, now or later. */
export interface JobWarning {
  readonly says: string;
  /** The command that puts it right, if there is one. */
  readonly command: string | null;
}

/** A warning as one sentence after the other. */
export function sayWarning({ says, command }: JobWarning): string {
  return command === null ? says : `${says} ${command}`;
}

/** All that keeps reminders from arriving, now or later. */
export function jobWarnings(facts: JobFacts, calendar: WorkCalendar): JobWarning[] {
  const { kind, database, isDatabaseMissing, fleeting, missing } = facts;
  const install = `followup cron install${kind === 'systemd' ? ' --systemd' : ''}`;
  return [
    ...warnOfLack(facts),
    ...(kind === 'crontab' ? cronWarnings(facts, calendar) : []),
    ...missing.map((file) =>
      warn(`What is installed names ${file}, which is not there. To put it right:`, install),
    ),
    ...(isDatabaseMissing && !missing.includes(database)
      ? [warn(`There is no database ${database} yet. The first thing that you record makes it.`)]
      : []),
    ...fleeting.map((path) =>
      warn(`${path} names a version, and may be gone after an upgrade. Run this again then:`, install),
    ),
  ];
}

function warn(says: string, command: string | null = null): JobWarning {
  return { says, command };
}

function cronWarnings(facts: JobFacts, calendar: WorkCalendar): JobWarning[] {
  const { cronTz, shell, cronZone, machine, changesAt } = facts;
  return [
    ...(machine.crontab !== null && machine.runsCron === false
      ? [
          warn(
            'No cron daemon seems to run, and without one nothing happens. To start it:',
            machine.toStartCron,
          ),
        ]
      : []),
    ...(changesAt === null ? [] : [warnOfClocks(facts, sayDay(localDay(calendar, changesAt), calendar))]),
    ...(cronTz === null
      ? []
      : [
          warn(
            `The crontab has CRON_TZ=${cronTz}: some crons read the times below it in that zone, others in ${cronZone}, for which the lines are written. Move it below them.`,
          ),
        ]),
    ...(shell !== null && OTHER_SHELL.test(shell)
      ? [warn(`The crontab has SHELL=${shell}, which cannot run the lines. Move it below them.`)]
      : []),
    ...(facts.notifies ? [] : mailWarnings(facts)),
  ];
}

/** That the clocks of cron and of the person will not be as far apart as now. */
function warnOfClocks({ zone, cronZone, machine }: JobFacts, day: string): JobWarning {
  const better = machine.systemctl === null ? '' : ' With --systemd it stays right; else run';
  return warn(
    `From ${day} on the clocks of ${cronZone} and ${zone} are not as far apart as now, and the morning's message comes at another time.${better || ' Run'} this again then:`,
    'followup cron install',
  );
}

function mailWarnings({ mailTo, machine }: JobFacts): JobWarning[] {
  if (mailTo === '') {
    return [
      warn('The crontab has an empty MAILTO, so nobody gets what is said. Remove it, or add --notify.'),
    ];
  }
  if (machine.sendsMail) return [];
  return [
    warn(
      'Cron mails what is said, but this machine has no program that sends mail (sendmail), so it would be thrown away. Install one, such as msmtp-mta, or add --notify.',
    ),
  ];
}

/** That a machine lacks what calls the program, and each way out; empty if it has it. */
export function warnOfLack({ kind, machine }: Pick<JobFacts, 'kind' | 'machine'>): JobWarning[] {
  const { crontab, systemctl, toGetCron } = machine;
  if (kind === 'systemd') {
    return systemctl === null
      ? [
          warn('This machine has no systemd: the program systemctl is not in PATH.'),
          warn('To let cron do it instead:', 'followup cron install'),
        ]
      : [];
  }
  if (crontab !== null) return [];
  return [
    warn('This machine has no cron: the program crontab is not in PATH.'),
    toGetCron === null ? warn('Install one, such as cronie.') : warn('To install it:', toGetCron),
    ...(systemctl === null ? [] : [warn('To let systemd do it instead:', 'followup cron install --systemd')]),
  ];
}
