import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findProgram } from '../find-program.ts';
import type { Environment } from '../io.ts';
import { machineZone } from '../zone.ts';

/** What a machine has for jobs that run by themselves. */
export interface Machine {
  /** IANA name of the zone by whose clock cron goes. */
  readonly zone: string;
  /** The path of the program that changes a crontab; null if there is none. */
  readonly crontab: string | null;
  readonly systemctl: string | null;
  /** Whether a cron daemon runs; null if that cannot be found out. */
  readonly runsCron: boolean | null;
  /** The command that installs a cron; null if cron is there, or nobody knows. */
  readonly toGetCron: string | null;
  /** The command that starts the cron daemon. */
  readonly toStartCron: string;
  /** Whether it can send mail, as cron does with what a job prints. */
  readonly sendsMail: boolean;
}

/** Where daemons are, which is seldom in the PATH of a user. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/lib', '/sbin'];

/** What each program that installs packages has to be told, and the name of the service that it brings. */
const INSTALLERS = {
  'apt-get': { command: 'sudo apt-get install cron', service: 'cron' },
  dnf: { command: 'sudo dnf install cronie', service: 'crond' },
  pacman: { command: 'sudo pacman -S cronie', service: 'cronie' },
  apk: { command: 'sudo apk add dcron', service: 'dcron' },
  zypper: { command: 'sudo zypper install cron', service: 'cron' },
} as const;

/** The names of the daemons that read crontabs. */
const DAEMONS: ReadonlySet<string> = new Set(['cron', 'crond', 'fcron']);

/** Looks at this machine. */
export function lookAtMachine(env: Environment): Machine {
  const installer = Object.entries(INSTALLERS).find(([name]) => findProgram(name, env))?.[1];
  const crontab = findProgram('crontab', env);
  const service = installer?.service ?? 'cron';
  return {
    zone: machineZone(),
    crontab,
    systemctl: findProgram('systemctl', env),
    runsCron: isCronRunning(),
    toGetCron: crontab === null ? (installer?.command ?? null) : null,
    toStartCron: existsSync('/run/systemd/system')
      ? `sudo systemctl enable --now ${service}`
      : `sudo service ${service} start`,
    sendsMail: findProgram('sendmail', env, SYSTEM_FOLDERS) !== null,
  };
}

/** Looks through the processes; null where there is no list of them, or only of one's own. */
function isCronRunning(): boolean | null {
  if (nameOfProcess('1') === null) return null;
  return readdirSync('/proc').some((id) => /^\d+$/.test(id) && DAEMONS.has(nameOfProcess(id) ?? ''));
}

function nameOfProcess(id: string): string | null {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}
