import type { JobPlace, Machine } from '../../domain/agenda/reminder-jobs.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayNoReminder } from './no-reminder.ts';

/** What decides whether reminders arrive. */
export interface JobFacts {
  readonly place: JobPlace;
  readonly isInstalled: boolean;
  /** The other place, if the same reminders are installed there, and not switched off. */
  readonly elsewhere: JobPlace | null;
  readonly database: string;
  readonly isDatabaseMissing: boolean;
  /** Paths of node and of the program that an upgrade takes away. */
  readonly fleeting: readonly string[];
  /** Files that the installed lines name and that are not there. */
  readonly missing: readonly string[];
  readonly notifies: boolean;
  /** The program that shows notifications instead of the one that the desktop has; empty if none was set. */
  readonly notifier: string;
  readonly zone: string;
  /** Whether a line looks first what time it is in that zone. */
  readonly isGuarded: boolean;
  /** Variables in the crontab; null if they are not set. */
  readonly mailTo: string | null;
  readonly cronTz: string | null;
  readonly shell: string | null;
  /** Since when no reminder has run although some should have; null if all is well. */
  readonly noReminderSince: Instant | null;
  readonly machine: Machine;
  /** The command line that does something about the jobs of this database in a place. */
  readonly commandFor: (action: 'install' | 'remove', place: JobPlace) => string;
}

/** Where the lines are. */
export const JOB_PLACES: Readonly<Record<JobPlace, string>> = {
  crontab: 'your crontab',
  systemd: 'systemd',
};

/** Shells that do not understand the lines. */
const OTHER_SHELL = /(?:csh|nologin|false)$/;

/** Something that keeps reminders from arriving, now or later. */
export interface JobWarning {
  readonly says: string;
  /** The command that puts it right, if there is one. */
  readonly command: string | null;
}

/** That a machine has nothing that calls the program, and what can be done about that. */
export interface Lack {
  readonly says: string;
  readonly waysOut: readonly JobWarning[];
}

/** A warning as one sentence after the other. */
export function sayWarning({ says, command }: JobWarning): string {
  return command === null ? says : `${says} ${command}`;
}

/** All that keeps reminders from arriving, now or later, for a machine that may lack what calls them. */
export function jobWarnings(
  facts: JobFacts,
  lack: Lack | null,
  { calendar, now }: { readonly calendar: WorkCalendar; readonly now: Instant },
): JobWarning[] {
  const { place, database, isDatabaseMissing, fleeting, missing, noReminderSince, commandFor } = facts;
  const install = commandFor('install', place);
  return [
    ...(lack === null ? [] : [warn(lack.says), ...lack.waysOut]),
    ...warnOfOther(facts),
    ...(noReminderSince === null
      ? []
      : [
          warn(
            `${sayNoReminder(noReminderSince, calendar, now)}. To no longer be told:`,
            commandFor('remove', place),
          ),
        ]),
    ...(place === 'crontab' ? crontabWarnings(facts) : []),
    ...(lacksNotifier(facts) ? notifierWarnings(facts) : []),
    ...missing.map((file) =>
      warn(`What is installed names ${file}, which is not there. To put it right:`, install),
    ),
    ...(isDatabaseMissing && !missing.includes(database)
      ? [warn(`There is no database ${database} yet. The first thing that you record makes it.`)]
      : []),
    ...fleeting.map((path) =>
      warn(`${path} names a version, and may be gone after an upgrade. Then run:`, install),
    ),
  ];
}

/** That the same reminders are installed in the other place too, and how to take them out there. */
export function warnOfOther({
  isInstalled,
  elsewhere,
  commandFor,
}: Pick<JobFacts, 'isInstalled' | 'elsewhere' | 'commandFor'>): JobWarning[] {
  if (elsewhere === null) return [];
  const there = JOB_PLACES[elsewhere];
  const says = isInstalled
    ? `They are installed in ${there} as well: both run, and the morning's message comes twice.`
    : `They are installed in ${there}.`;
  return [warn(`${says} To take them out there:`, commandFor('remove', elsewhere))];
}

function warn(says: string, command: string | null = null): JobWarning {
  return { says, command };
}

function crontabWarnings(facts: JobFacts): JobWarning[] {
  const { cronTz, shell, machine, zone, isGuarded } = facts;
  return [
    ...(machine.crontab !== null && machine.runsCron === false
      ? [warn('Cron does not seem to be running, so nothing will come. To start it:', machine.toStartCron)]
      : []),
    ...(isGuarded && !machine.knowsZones
      ? [
          warn(
            `This machine has no list of zones, so the shell cannot tell what time it is in ${zone}, and nothing comes in the morning. Install tzdata.`,
          ),
        ]
      : []),
    ...(cronTz === null
      ? []
      : [
          warn(
            `The crontab has CRON_TZ=${cronTz}: some crons read the times below it in that zone, others in ${machine.zone}, for which the lines are written. ${MOVE_LINE}`,
          ),
        ]),
    ...(shell !== null && OTHER_SHELL.test(shell)
      ? [warn(`The crontab has SHELL=${shell}, which cannot run the lines. ${MOVE_LINE}`)]
      : []),
    ...(facts.notifies && !lacksNotifier(facts) ? [] : mailWarnings(facts)),
  ];
}

const MOVE_LINE = 'Move that line below the lines of followup.';

/** Whether notifications are wanted that nothing shows. */
function lacksNotifier({ notifies, notifier, machine }: JobFacts): boolean {
  return notifies && notifier === '' && !machine.hasNotifier;
}

function notifierWarnings({ place, machine: { toGetNotifier } }: JobFacts): JobWarning[] {
  const besides = place === 'systemd' ? ', and systemd sends no mail, so nothing would be seen' : '';
  const says = `Notifications need notify-send, which is not in PATH${besides}.`;
  const another = 'To have another program show them:';
  const toSet = 'followup config remind.notify PROGRAM';
  return toGetNotifier === null
    ? [warn(`${says} ${another}`, toSet)]
    : [warn(`${says} To install it:`, toGetNotifier), warn(another, toSet)];
}

function mailWarnings({ mailTo, machine, notifies }: JobFacts): JobWarning[] {
  const orNotify = notifies ? '' : ', or add --notify';
  if (mailTo === '') {
    return [
      warn(`The crontab has an empty MAILTO, so nobody gets what is said. Remove that line${orNotify}.`),
    ];
  }
  if (machine.sendsMail) return [];
  return [
    warn(
      `Cron mails what is said, but this machine has no program that sends mail (sendmail), so it would be thrown away. Install one, such as msmtp-mta${orNotify}.`,
    ),
  ];
}

/** What a machine lacks to have the program called from a place; null if it has that. */
export function lackOf(
  place: JobPlace,
  { crontab, systemctl, toGetCron }: Machine,
  commandFor: JobFacts['commandFor'],
): Lack | null {
  if (place === 'systemd') {
    return systemctl === null
      ? {
          says: 'This machine has no systemd: the program systemctl is not in PATH.',
          waysOut: [warn('To let cron do it instead:', commandFor('install', 'crontab'))],
        }
      : null;
  }
  if (crontab !== null) return null;
  return {
    says: 'This machine has no cron: the program crontab is not in PATH.',
    waysOut: [
      toGetCron === null ? warn('Install one, such as cronie.') : warn('To install it:', toGetCron),
      ...(systemctl === null
        ? []
        : [warn('To let systemd do it instead:', commandFor('install', 'systemd'))]),
    ],
  };
}
