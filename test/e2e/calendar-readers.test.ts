import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { hasIcalendar, readWithIcalendar } from '../support/python-icalendar.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-readers-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

const [hasKhal, hasCalcurse, hasPython] = [isInstalled('khal'), isInstalled('calcurse'), hasIcalendar()];
for (const [name, is] of Object.entries({
  khal: hasKhal,
  calcurse: hasCalcurse,
  'python3-icalendar': hasPython,
})) {
  if (!is) console.log(`The calendar is not read back by ${name}: it is not installed here.`);
}

/** Runs a reader by the clock of a zone, in the folder of the tests. It must succeed. */
function read(program: string, args: readonly string[], zone: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: FOLDER, TZ: zone, LC_ALL: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

const [NEW_YORK, TOKYO] = ['America/New_York', 'Asia/Tokyo'] as const;

/** Monday in New York: something due on a day, at a time, and in a window, something that comes again, and days away. */
async function inNewYork(): Promise<User> {
  const user = await newUser({ zone: NEW_YORK });
  return user.given(
    'promise "send the notes; all of them" --to "山田商店" --by friday',
    'await "the figures, at last" --from Joe --by "thu 3pm"',
    'promise "the workshop" --to Joe --by "wed 14:00-16:00"',
    'promise "the minutes" --to Joe --every "every monday" --until "20 mar"',
    'promise "the plan" --to Joe --by tuesday',
    'done 5',
    'away "16 mar..18 mar" --note skiing',
  );
}

let file = '';
beforeAll(async () => {
  const user = await inNewYork();
  file = join(user.home, 'followup.ics');
  await user.given(`export --ics ${file}`);
});

describe.skipIf(!hasPython)('python3-icalendar', () => {
  it('reads every day, time and window as it was said', () => {
    const { events } = readWithIcalendar(readFileSync(file, 'utf8'));
    const told = events.map(({ summary, start, end, status }) => [summary, start, end, status].join(' | '));
    expect(told).toEqual([
      'Promised: send the notes; all of them (山田商店) | 2026-03-06 | 2026-03-07 | CONFIRMED',
      'Update: send the notes; all of them (山田商店) | 2026-03-05T22:00Z |  | CONFIRMED',
      'Expected: the figures, at last (Joe) | 2026-03-05T20:00Z |  | CONFIRMED',
      'Promised: the workshop (Joe) | 2026-03-04T19:00Z | 2026-03-04T21:00Z | CONFIRMED',
      'Promised: the minutes (Joe) | 2026-03-09 | 2026-03-10 | CONFIRMED',
      'Promised: the plan (Joe), done | 2026-03-03 | 2026-03-04 | CANCELLED',
      // Monday is a day away, so it comes on the working day before.
      'Promised: the minutes (Joe) | 2026-03-13 | 2026-03-14 | CONFIRMED',
      'Away: skiing | 2026-03-16 | 2026-03-19 | CONFIRMED',
    ]);
  });
});

describe.skipIf(!hasKhal)('khal', () => {
  /** A khal of its own, with the calendar imported as often as given, and what it then lists. */
  function khal(name: string, zone: string, times: number): { listed: string; files: number } {
    const calendar = join(FOLDER, name);
    mkdirSync(calendar);
    const config = join(FOLDER, `${name}.conf`);
    writeFileSync(
      config,
      `[calendars]
[[followup]]
path = ${calendar}
[sqlite]
path = ${calendar}.db
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = followup
`,
    );
    for (let time = 0; time < times; time++) read('khal', ['-c', config, 'import', '--batch', file], zone);
    const format = ['--format', '{cancelled}{start-end-time-style} {title}', '--day-format', '{date}'];
    const listed = read('khal', ['-c', config, 'list', ...format, '2026-03-02', '2026-03-20'], zone);
    return { listed, files: readdirSync(calendar).length };
  }

  it('lists the days as they were said, and the times of the place, in two zones', () => {
    expect(khal('new-york', NEW_YORK, 1).listed).toMatchInlineSnapshot(`
      "2026-03-03
      CANCELLED  Promised: the plan (Joe), done
      2026-03-04
      14:00-16:00 Promised: the workshop (Joe)
      2026-03-05
      15:00-16:00 Expected: the figures, at last (Joe)
      17:00-18:00 Update: send the notes; all of them (山田商店)
      2026-03-06
       Promised: send the notes; all of them (山田商店)
      2026-03-09
       Promised: the minutes (Joe)
      2026-03-13
       Promised: the minutes (Joe)
      2026-03-16
      ↦ Away: skiing
      2026-03-17
      ↔ Away: skiing
      2026-03-18
      ⇥ Away: skiing
      "
    `);
    expect(khal('tokyo', TOKYO, 1).listed).toMatchInlineSnapshot(`
      "2026-03-03
      CANCELLED  Promised: the plan (Joe), done
      2026-03-05
      04:00-06:00 Promised: the workshop (Joe)
      2026-03-06
       Promised: send the notes; all of them (山田商店)
      05:00-06:00 Expected: the figures, at last (Joe)
      07:00-08:00 Update: send the notes; all of them (山田商店)
      2026-03-09
       Promised: the minutes (Joe)
      2026-03-13
       Promised: the minutes (Joe)
      2026-03-16
      ↦ Away: skiing
      2026-03-17
      ↔ Away: skiing
      2026-03-18
      ⇥ Away: skiing
      "
    `);
  });

  it('has nothing more when the same file is imported twice', () => {
    expect(khal('twice', TOKYO, 2)).toEqual(khal('once', TOKYO, 1));
  });
});

describe.skipIf(!hasCalcurse)('calcurse', () => {
  mkdirSync(join(FOLDER, 'calcurse'));

  /**
   * What calcurse lists of a file of its own, into which the calendar was imported as often as given: by the command line of the README,
   * which makes the file anew each time, or by its last part alone.
   */
  function calcurse(name: string, zone: string, times = 1, isMadeAnew = true): string {
    const own = join(FOLDER, `${name}.apts`);
    writeFileSync(own, '');
    const folder = ['-D', join(FOLDER, 'calcurse')];
    const [empty = '', load = ''] = lineOfReadme().split('; ');
    const line = isMadeAnew ? `${empty}; ${load}` : load;
    const ours = line
      .replaceAll('~/followup.apts', own)
      .replaceAll('~/calendar/followup.ics', file)
      .replace('calcurse ', `calcurse ${folder.join(' ')} `);
    for (let time = 0; time < times; time++) read('sh', ['-c', ours], zone);
    return read('calcurse', [...folder, '-c', own, '-Q', '--from', '03/02/2026', '--days', '19'], zone);
  }

  /** The command line that the README gives for calcurse. */
  function lineOfReadme(): string {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, line] = /`(: > [^`]*calcurse[^`]*)`/.exec(readme) ?? [];
    if (line === undefined) throw new Error('The README has no line for calcurse.');
    return line;
  }

  it('lists the days as they were said, and the times of the place, in two zones', () => {
    expect(calcurse('new-york', NEW_YORK)).toMatchInlineSnapshot(`
      "03/03/26:
       * Promised: the plan (Joe), done

      03/04/26:
       - 14:00 -> 16:00
      	Promised: the workshop (Joe)

      03/05/26:
       - 15:00 -> 15:00
      	Expected: the figures, at last (Joe)
       - 17:00 -> 17:00
      	Update: send the notes; all of them (山田商店)

      03/06/26:
       * Promised: send the notes; all of them (山田商店)

      03/09/26:
       * Promised: the minutes (Joe)

      03/13/26:
       * Promised: the minutes (Joe)

      03/16/26:
       * Away: skiing

      03/17/26:
       * Away: skiing

      03/18/26:
       * Away: skiing
      "
    `);
    expect(calcurse('tokyo', TOKYO)).toMatchInlineSnapshot(`
      "03/03/26:
       * Promised: the plan (Joe), done

      03/05/26:
       - 04:00 -> 06:00
      	Promised: the workshop (Joe)

      03/06/26:
       * Promised: send the notes; all of them (山田商店)
       - 05:00 -> 05:00
      	Expected: the figures, at last (Joe)
       - 07:00 -> 07:00
      	Update: send the notes; all of them (山田商店)

      03/09/26:
       * Promised: the minutes (Joe)

      03/13/26:
       * Promised: the minutes (Joe)

      03/16/26:
       * Away: skiing

      03/17/26:
       * Away: skiing

      03/18/26:
       * Away: skiing
      "
    `);
  });

  it('lists the same when the file of its own is made again, as the README says', () => {
    const once = calcurse('once', TOKYO);
    expect(calcurse('twice', TOKYO, 2)).toBe(once);
    // Else it would have everything twice, so the line is needed.
    expect(calcurse('added', TOKYO, 2, false)).not.toBe(once);
  });
});

it('a calendar that was written here is replaced, and any other file is not', async () => {
  const user = await inNewYork();
  await user.given('export --ics feed.ics');
  const before = readFileSync(join(user.home, 'feed.ics'), 'utf8');
  expect(await user.run('export --ics feed.ics --quiet')).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(readFileSync(join(user.home, 'feed.ics'), 'utf8')).toBe(before);

  const foreign = join(user.home, 'mine.ics');
  writeFileSync(foreign, 'BEGIN:VCALENDAR\r\nPRODID:-//somebody else//EN\r\nEND:VCALENDAR\r\n');
  const refused = await user.run('export --ics mine.ics');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('mine.ics already exists.');
  expect(readFileSync(foreign, 'utf8')).toContain('somebody else');
  await user.given('export --ics mine.ics --yes');
  expect(readFileSync(foreign, 'utf8')).toBe(before);
});
