import { describe, expect, it } from 'vitest';
import { zoneOffset } from '../../../src/domain/time/calendar.ts';
import { type JobFacts, jobWarnings, lackOf, sayWarning } from '../../../src/views/words/cron-warnings.ts';

const FINE: JobFacts = {
  place: 'crontab',
  isInstalled: false,
  elsewhere: null,
  database: '/home/mia/f.db',
  isDatabaseMissing: false,
  fleeting: [],
  missing: [],
  notifies: false,
  notifier: '',
  zone: 'Europe/Berlin',
  isGuarded: false,
  mailTo: null,
  cronTz: null,
  shell: null,
  noReminderSince: null,
  commandFor: (action, place) => `followup cron ${action}${place === 'systemd' ? ' --systemd' : ''}`,
  machine: {
    zone: 'Europe/Berlin',
    knowsZones: true,
    crontab: '/usr/bin/crontab',
    systemctl: null,
    runsCron: true,
    toGetCron: null,
    toStartCron: 'sudo service cron start',
    sendsMail: true,
    hasNotifier: true,
    toGetNotifier: null,
  },
};
const CALENDAR = {
  zone: 'Europe/Berlin',
  offsetAt: zoneOffset('Europe/Berlin'),
  week: [],
  daysOff: new Map(),
};
const NOW = '2026-03-06T09:00:00.000Z';
const warningsOf = (changed: Partial<JobFacts>) => {
  const facts = { ...FINE, ...changed };
  const lack = lackOf(facts.place, facts.machine, facts.commandFor);
  return jobWarnings(facts, lack, { calendar: CALENDAR, now: NOW }).map(sayWarning);
};

describe('what keeps reminders from arriving', () => {
  it('is nothing where all is well', () => {
    expect(warningsOf({})).toEqual([]);
  });

  it.each<[Partial<JobFacts>, string]>([
    [{ fleeting: ['/v/22.1.0/node'] }, '/v/22.1.0/node names a version'],
    [
      { fleeting: ['/v/22.1.0/node'], place: 'systemd' },
      'upgrade. Then run: followup cron install --systemd',
    ],
    [{ missing: ['/gone'] }, 'names /gone, which is not there'],
    [{ isDatabaseMissing: true }, 'There is no database /home/mia/f.db yet'],
    [{ machine: { ...FINE.machine, crontab: null } }, 'This machine has no cron'],
    [
      { isInstalled: true, elsewhere: 'systemd' },
      'comes twice. To take them out there: followup cron remove --systemd',
    ],
    [
      { place: 'systemd', elsewhere: 'crontab' },
      'in your crontab. To take them out there: followup cron remove',
    ],
    [
      { noReminderSince: '2026-03-02T09:15:00.000Z' },
      'No reminder has run since Mon 2 Mar 10:15. To no longer be told: followup cron remove',
    ],
    [{ isGuarded: true, machine: { ...FINE.machine, knowsZones: false } }, 'Install tzdata'],
  ])('%j', (facts, says) => {
    expect(warningsOf(facts).join('\n')).toContain(says);
  });

  it('is that notifications are wanted where nothing shows them', () => {
    const machine = { ...FINE.machine, hasNotifier: false, sendsMail: false };
    const toSet = 'To have another program show them: followup config remind.notify PROGRAM';
    const plain = warningsOf({ machine, notifies: true });
    expect(plain).toEqual([
      expect.stringContaining('Install one, such as msmtp-mta.'),
      `Notifications need notify-send, which is not in PATH. ${toSet}`,
    ]);
    const known = { ...machine, systemctl: '/bin/systemctl', toGetNotifier: 'sudo apk add libnotify' };
    expect(warningsOf({ machine: known, notifies: true, place: 'systemd' })).toEqual([
      expect.stringMatching(/systemd sends no mail.* To install it: sudo apk add libnotify$/),
      toSet,
    ]);
    expect(warningsOf({ machine, notifies: true, notifier: 'dunstify' })).toEqual([]);
    expect(warningsOf({ machine: { ...machine, sendsMail: true } })).toEqual([]);
  });

  it('is not the mail of cron where systemd is used, or a notification is shown', () => {
    const machine = { ...FINE.machine, systemctl: '/usr/bin/systemctl', runsCron: false, sendsMail: false };
    expect(warningsOf({ machine, place: 'systemd' })).toEqual([]);
    expect(warningsOf({ machine: { ...machine, runsCron: null }, notifies: true })).toEqual([]);
    expect(warningsOf({ machine, mailTo: '' }).join('\n')).toContain('empty MAILTO');
  });
});
