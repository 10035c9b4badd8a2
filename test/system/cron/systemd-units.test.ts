import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf, type Job } from '../../../src/system/cron/job.ts';
import { sayClock } from '../../../src/system/cron/schedule.ts';
import { quoteForSystemd, sayDays, unitFiles, wordsOfUnit } from '../../../src/system/cron/systemd-units.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-units-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const JOB: Job = {
  zone: 'America/New_York',
  configHome: '/home/mia/.config',
  node: process.execPath,
  program: '/usr/local/bin/followup',
  database: '/home/mia/100 % $HOME "\\" it\'s.db',
  notifies: true,
};
const MORNING = { minutes: 525, weekdays: [0, 1, 2, 3, 4] };
const NAMES = { due: 'followup-remind', morning: 'followup-morning' };

const hasVerify = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('units of systemd', () => {
  it('have timers that make up for sleep, in the zone of the person', () => {
    const files = unitFiles(JOB, MORNING, NAMES);
    expect([...files.keys()]).toEqual([
      'followup-remind.service',
      'followup-remind.timer',
      'followup-morning.service',
      'followup-morning.timer',
    ]);
    expect(files.get('followup-remind.timer')).toContain('\nOnCalendar=*:0/15\n');
    expect(files.get('followup-morning.timer')).toContain(
      '\nOnCalendar=Mon..Thu,Sun 08:45 America/New_York\n',
    );
    for (const name of Object.values(NAMES)) {
      expect(files.get(`${name}.timer`)).toContain('\nPersistent=true\n');
      expect(files.get(`${name}.service`)).toContain(' --notify --db ');
      expect(files.get(`${name}.service`)).toContain('"/home/mia/100 %% $$HOME \\"\\\\\\" it\'s.db"');
    }
  });

  it.skipIf(!hasVerify)('are understood by systemd, whatever is in a path', () => {
    const odd = ['/home/mia/f.db', JOB.database, '/a\tb;c #d', "/'", '/-@{x} {}', '/é 商店\\'];
    for (const [index, database] of odd.entries()) {
      const names = { due: `due-${index}`, morning: `morning-${index}` };
      const files = unitFiles({ ...JOB, database, configHome: database }, MORNING, names);
      for (const [name, text] of files) writeFileSync(join(FOLDER, name), text);
      const paths = [...files.keys()].map((name) => join(FOLDER, name));
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
      expect({ status, stderr }, database).toEqual({ status: 0, stderr: '' });
    }
  });

  it('read back as the words that were quoted', () => {
    const word = fc.string({ unit: fc.constantFrom('%', '$', '\\', '"', "'", ' ', '\t', 'x', '4', 'é') });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(wordsOfUnit(`ExecStart=${words.map(quoteForSystemd).join(' ')}`)).toEqual(words);
      }),
    );
    const service = unitFiles(JOB, MORNING, NAMES).get('followup-morning.service') ?? '';
    expect(filesOf(wordsOfUnit(service))).toEqual([JOB.node, JOB.program, JOB.database]);
  });

  it('say days and times as people do', () => {
    expect(sayDays({ minutes: 0, weekdays: [1, 3, 5] })).toBe('Mon,Wed,Fri');
    expect(sayDays(MORNING, 0)).toBe('Sun..Thu');
    expect(sayClock(65)).toBe('01:05');
  });
});
