import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, type Job, refuseJob } from '../../../src/system/cron/job.ts';
import { jobLines, quoteForCron, wordsOfLine } from '../../../src/system/cron/job-lines.ts';
import type { CronSchedule } from '../../../src/system/cron/schedule.ts';

const JOB: Job = {
  zone: 'Europe/Berlin',
  configHome: '/home/mia/.config',
  node: '/usr/bin/node',
  program: '/usr/local/bin/followup',
  database: '/home/mia/followup.db',
  notifies: false,
};
const at = (minutes: number, weekdays: readonly number[]): CronSchedule => ({
  readings: [[{ minutes, weekdays }]],
  times: [{ minutes: [minutes % 60], hours: [Math.floor(minutes / 60)], weekdays }],
  onlyAt: null,
});
const MORNING = at(525, [1, 2, 3, 4, 5]);

/** What crons do to a command before a shell sees it; they differ in which backslashes they take away. */
const CRONS: Readonly<Record<string, (command: string) => string>> = {
  'only those before a %': (command) => cutAtPercent(command, (sign) => (sign === '%' ? '%' : `\\${sign}`)),
  'also one of two': (command) => cutAtPercent(command, (sign) => (/[%\\]/.test(sign) ? sign : `\\${sign}`)),
  'none of them': (command) => cutAtPercent(command, (sign) => `\\${sign}`),
};

function cutAtPercent(command: string, unescaped: (sign: string) => string): string {
  const [kept = ''] = /^(?:\\.|[^%\\])*/s.exec(command) ?? [];
  return kept.replace(/\\(.)/gs, (_all, sign: string) => unescaped(sign));
}

/** What a program is called with when a shell runs a command. */
function argumentsIn(command: string): string[] {
  const { stdout } = spawnSync('/bin/sh', ['-c', command], { env: { PATH: '/usr/bin:/bin' }, cwd: '/' });
  return stdout.toString().split('\0').slice(0, -1);
}

/** Anything that a path may be: all but NUL, and a line end, which no crontab can hold. */
const path = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('%', '\\', "'", '"', '$', ' ', 'a', '`', '~', '\t', 'é') }),
  )
  .filter((text) => text.isWellFormed() && !/[\0\n\r]/.test(text))
  .map((text) => `/${text}`);

describe('the lines of a crontab', () => {
  it('call the program every quarter of an hour, and on working mornings', () => {
    const surroundings = 'TZ=Europe/Berlin XDG_CONFIG_HOME=/home/mia/.config';
    const program = '/usr/bin/node /usr/local/bin/followup remind';
    expect(jobLines(JOB, MORNING)).toEqual([
      `*/15 * * * * ${surroundings} ${program} --db /home/mia/followup.db`,
      `45 8 * * 1-5 ${surroundings} ${program} --morning --db /home/mia/followup.db`,
    ]);
    expect(jobLines({ ...JOB, notifies: true }, MORNING)[1]).toContain('remind --morning --notify --db');
  });

  it.each([
    [[0, 1, 2, 3, 4, 5, 6], '*'],
    [[1, 3, 5], '1,3,5'],
    [[0, 1, 2, 3, 4], '0-4'],
    [[6], '6'],
    [[0, 4, 5, 6], '0,4-6'],
  ])('on the days %j: %s', (weekdays, field) => {
    expect(jobLines(JOB, at(5, weekdays))[1]).toMatch(`5 0 * * ${field} TZ=`);
  });

  it.each(Object.entries(CRONS))(
    'bring any path to the program through a cron that takes away %s',
    (_name, cron) => {
      fc.assert(
        fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (paths) => {
          const command = ['printf', '%s\\0', ...paths].map(quoteForCron).join(' ');
          expect(argumentsIn(cron(command))).toEqual(paths);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('set the variables of the program, whatever is in them', () => {
    const odd = "/home/m%a/it's \\% $HOME";
    const job = { ...JOB, configHome: odd, node: '/usr/bin/env', program: '-0' };
    const [line = ''] = jobLines(job, MORNING);
    const command = line
      .split(' ')
      .slice(5)
      .join(' ')
      .replace(/ remind .*/, '');
    for (const cron of Object.values(CRONS)) {
      expect(argumentsIn(cron(command))).toEqual(
        expect.arrayContaining(['TZ=Europe/Berlin', `XDG_CONFIG_HOME=${odd}`]),
      );
    }
  });

  const GUARDED: CronSchedule = {
    readings: [],
    times: [
      { minutes: [45], hours: [12, 13], weekdays: [1, 2, 3, 4, 5] },
      { minutes: [15, 45], hours: [0], weekdays: [2, 3, 4, 5, 6] },
    ],
    onlyAt: 525,
  };

  it('look what time it is for the person where the clock of cron cannot tell', () => {
    const guard = `[ "$(TZ=Europe/Berlin date +\\%H\\%M)" = 0845 ] && TZ=Europe/Berlin `;
    const [, first, second] = jobLines(JOB, GUARDED);
    expect(first?.startsWith(`45 12,13 * * 1-5 ${guard}`)).toBe(true);
    expect(second?.startsWith(`15,45 0 * * 2-6 ${guard}`)).toBe(true);
  });

  it.each(Object.entries(CRONS))('look at the clock through a cron that takes away %s', (_name, cron) => {
    const job = { ...JOB, node: 'printf', program: '%s\\0' };
    const now = new Date().toLocaleTimeString('en-GB', { timeZone: JOB.zone });
    const minutes = Number(now.slice(0, 2)) * 60 + Number(now.slice(3, 5));
    // One of the three is the minute in which the line is run.
    const ran = [minutes, minutes + 1, (minutes + 720) % 1440].map((onlyAt) => {
      const [, line = ''] = jobLines(job, { ...GUARDED, onlyAt: onlyAt % 1440 });
      return argumentsIn(cron(line.split(' ').slice(5).join(' '))).includes('remind');
    });
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(ran[2]).toBe(false);
  });

  it('read back as the files that they name', () => {
    fc.assert(
      fc.property(path, path, path, (node, program, database) => {
        const job = { ...JOB, node, program, database };
        for (const line of [...jobLines(job, MORNING), ...jobLines(job, GUARDED)])
          expect(filesOf(wordsOfLine(line))).toEqual([node, program, database]);
      }),
    );
    expect(filesOf(wordsOfLine('0 9 * * * followup overdue --db /f.db'))).toEqual([]);
  });

  it('cannot hold a path with a line break', () => {
    expect(refuseJob(JOB)).toBeNull();
    expect(refuseJob({ ...JOB, database: '/home/a\nb.db' })?.message).toContain('"/home/a\\nb.db"');
    expect(refuseJob({ ...JOB, configHome: '/home\r' })?.message).toContain('line break');
  });
});
