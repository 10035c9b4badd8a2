import { describe, expect, it } from 'vitest';
import { zoneOffset } from '../../../src/domain/time/calendar.ts';
import { type JobFacts, jobWarnings, sayWarning } from '../../../src/views/words/cron-warnings.ts';

const FINE: JobFacts = {
  kind: 'crontab',
  database: '/home/mia/f.db',
  isDatabaseMissing: false,
  fleeting: [],
  missing: [],
  notifies: false,
  zone: 'Europe/Berlin',
  cronZone: 'Europe/Berlin',
  changesAt: null,
  mailTo: null,
  cronTz: null,
  shell: null,
  machine: {
    crontab: '/usr/bin/crontab',
    systemctl: null,
    runsCron: true,
    toGetCron: null,
    toStartCron: 'sudo service cron start',
    sendsMail: true,
  },
};
const CALENDAR = {
  zone: 'Europe/Berlin',
  offsetAt: zoneOffset('Europe/Berlin'),
  week: [],
  daysOff: new Map(),
};
const warningsOf = (facts: Partial<JobFacts>) => jobWarnings({ ...FINE, ...facts }, CALENDAR).map(sayWarning);

describe('what keeps reminders from arriving', () => {
  it('is nothing where all is well', () => {
    expect(warningsOf({})).toEqual([]);
  });

  it.each<[Partial<JobFacts>, string]>([
    [{ fleeting: ['/v/22.1.0/node'] }, '/v/22.1.0/node names a version'],
    [{ fleeting: ['/v/22.1.0/node'], kind: 'systemd' }, 'again then: followup cron install'],
    [{ missing: ['/gone'] }, 'names /gone, which is not there'],
    [{ isDatabaseMissing: true }, 'There is no database /home/mia/f.db yet'],
    [{ machine: { ...FINE.machine, crontab: null } }, 'This machine has no cron'],
  ])('%j', (facts, says) => {
    expect(warningsOf(facts).join('\n')).toContain(says);
  });

  it('is not the mail of cron where systemd is used, or a notification is shown', () => {
    const machine = { ...FINE.machine, systemctl: '/usr/bin/systemctl', runsCron: false, sendsMail: false };
    expect(warningsOf({ machine, kind: 'systemd' })).toEqual([]);
    expect(warningsOf({ machine: { ...machine, runsCron: null }, notifies: true })).toEqual([]);
    expect(warningsOf({ machine, mailTo: '' }).join('\n')).toContain('empty MAILTO');
  });
});
