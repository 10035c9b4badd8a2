import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Machine } from '../../domain/agenda/reminder-jobs.ts';
import { findProgram } from '../find-program.ts';
import type { Environment } from '../io.ts';
import { machineZone } from '../zone.ts';

/** Where daemons are, which is seldom in the PATH of a user. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/lib', '/sbin'];

/** Where the zones of the world are, for programs that do not bring their own. */
const ZONES = ['/usr/share/zoneinfo', '/etc/zoneinfo'];

/** How each program that installs packages is called, the packages it has, and the service that its cron brings. */
const INSTALLERS = {
  'apt-get': { install: 'apt-get install', cron: 'cron', service: 'cron', notifier: 'libnotify-bin' },
  dnf: { install: 'dnf install', cron: 'cronie', service: 'crond', notifier: 'libnotify' },
  pacman: { install: 'pacman -S', cron: 'cronie', service: 'cronie', notifier: 'libnotify' },
  apk: { install: 'apk add', cron: 'dcron', service: 'dcron', notifier: 'libnotify' },
  zypper: { install: 'zypper install', cron: 'cron', service: 'cron', notifier: 'libnotify-tools' },
} as const;

/** The names of the daemons that read crontabs. */
const DAEMONS: ReadonlySet<string> = new Set(['cron', 'crond', 'fcron']);

/** Looks at this machine. */
export function lookAtMachine(env: Environment, platform = process.platform): Machine {
  const installer = Object.entries(INSTALLERS).find(([name]) => findProgram(name, env))?.[1];
  const crontab = findProgram('crontab', env);
  const service = installer?.service ?? 'cron';
  return {
    zone: machineZone(),
    knowsZones: ZONES.some((folder) => existsSync(folder)),
    crontab,
    systemctl: findProgram('systemctl', env),
    runsCron: isCronRunning(),
    toGetCron: crontab === null && installer ? `sudo ${installer.install} ${installer.cron}` : null,
    toStartCron: existsSync('/run/systemd/system')
      ? `sudo systemctl enable --now ${service}`
      : `sudo service ${service} start`,
    sendsMail: findProgram('sendmail', env, SYSTEM_FOLDERS) !== null,
    hasNotifier: platform === 'darwin' || findProgram('notify-send', env) !== null,
    toGetNotifier: installer ? `sudo ${installer.install} ${installer.notifier}` : null,
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
