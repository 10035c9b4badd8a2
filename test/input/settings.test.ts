import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { parseChoice } from '../../src/input/choice.ts';
import { parseSelection } from '../../src/input/selection.ts';
import { readSetting, readSettingKey, SETTING_KEYS, SETTINGS } from '../../src/input/settings.ts';
import { parseWorkDays, parseWorkHours, type WorkHours, weekOf } from '../../src/input/work-time.ts';
import { readingAt } from '../support/words.ts';

function refusalOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

describe('settings', () => {
  it.each(SETTING_KEYS)('%s: the standard text means the standard value', (key) => {
    expect(SETTINGS[key].parse(SETTINGS[key].standard, readingAt)).toEqual(readSetting(key));
  });

  it.each([
    ['work.days', 'monkey'],
    ['work.days', ''],
    ['work.hours', '17:00-09:00'],
    ['work.hours', '09:00-24:00'],
    ['work.holidays', 'Mars'],
    ['work.focus', '2'],
    ['dates.order', 'ymd'],
    ['dates.clock', '13h'],
    ['offer.confidence', '80'],
    ['offer.buffer', 'banana'],
    ['chase.after', 'soon'],
    ['quiet.after', '0 days'],
    ['update.every', 'now and then'],
  ] as const)('%s "%s" is refused, naming the key', (key, text) => {
    const refusal = refusalOf(() => readSetting(key, text));
    expect(refusal).toMatchObject({ code: 'bad-setting', message: expect.stringContaining(key) });
  });

  it.each([
    ['work.holidays', 'DE-BE'],
    ['offer.buffer', '25%'],
    ['offer.buffer', '1 working day'],
    ['warn.before', '2 hours'],
  ] as const)('%s "%s" is fine', (key, text) => {
    expect(refusalOf(() => readSetting(key, text))).toBeNull();
  });

  it('an unknown key is named, with a suggestion and the file that has it', () => {
    expect(refusalOf(() => readSettingKey('work.day'))).toMatchObject({
      message: 'There is no setting "work.day".',
      hint: 'Did you mean work.days?',
    });
    expect(refusalOf(() => readSettingKey('colour', '/c.toml'))).toMatchObject({
      message: expect.stringContaining('/c.toml'),
      hint: 'Correct the file by hand.',
    });
  });
});

describe('working time', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['sun-thu', [0, 1, 2, 3, 4]],
    ['fri-mon', [0, 1, 5, 6]],
    ['Monday, wed', [1, 3]],
    ['mon-thu sat', [1, 2, 3, 4, 6]],
  ])('the days %s', (text, days) => {
    expect([...(parseWorkDays(text) as ReadonlySet<number>)].sort()).toEqual(days);
  });

  it.each([
    ['09:00-17:00', 540, 1020],
    ['9-17', 540, 1020],
    ['8:30 - 16:00', 510, 960],
    ['00:00-23:59', 0, 1439],
  ])('the hours %s', (text, start, end) => {
    expect(parseWorkHours(text)).toEqual({ usual: [{ start, end }], named: new Map() });
  });

  const WORK_DAYS = new Set([1, 2, 3, 4, 5]);
  /** "540-750 810-1020" for each weekday from Sunday. */
  const weekFrom = (text: string, days: ReadonlySet<number> = WORK_DAYS) => {
    const week = weekOf(days, parseWorkHours(text) as WorkHours);
    return week instanceof Refusal
      ? week
      : week.map((shifts) => shifts.map(({ start, end }) => `${start}-${end}`).join(' '));
  };

  it('may have a break', () => {
    const day = '540-750 810-1020';
    expect(weekFrom('9-12:30, 13:30-17')).toEqual(['', day, day, day, day, day, '']);
  });

  it('may differ by weekday; other weekdays have the usual hours, or are off if there are none', () => {
    expect(weekFrom('9-17, wed 9-12, fri 9-12 13-15')).toEqual([
      '',
      '540-1020',
      '540-1020',
      '540-720',
      '540-1020',
      '540-720 780-900',
      '',
    ]);
    expect(weekFrom('mon tue 9-17')).toEqual(['', '540-1020', '540-1020', '', '', '', '']);
    expect(weekFrom('mon-thu 9 - 17, fri 9-14')?.[5 as never]).toBe('540-840');
  });

  it('must not be empty', () => {
    expect(weekFrom('sat 9-17')).toMatchObject({ code: 'no-working-hours' });
  });

  it.each([
    '',
    '9',
    '9-9',
    '25-26',
    '9:75-17:00',
    'nine to five',
    '13-17, 9-12',
    '9-13 12-17',
    'fri',
    '9-17 fri',
  ])('"%s" are no hours', (text) => {
    expect(parseWorkHours(text)).toBeInstanceOf(Refusal);
  });
});

describe('the numbers of commitments', () => {
  it.each([
    [['12'], [12], false],
    [['#12'], [12], false],
    [['3,5,7-9'], [3, 5, 7, 8, 9], true],
    [['3', '5'], [3, 5], true],
    [['3,3'], [3], true],
    [['4-4'], [4], true],
  ])('%j', (words, selection, many) => {
    expect(parseSelection(words)).toEqual({ selection, many });
  });

  it('. is the one last changed', () => {
    expect(parseSelection(['.'])).toEqual({ selection: 'last', many: false });
  });

  it.each([['x'], ['0'], ['1.5'], ['-3'], ['9-7'], ['1-100000'], ['3,,5'], ['1e3'], [''], ['.', '3']])(
    '%s names nothing',
    (...words) => {
      expect(parseSelection(words)).toMatchObject({ code: 'malformed-id', kind: 'usage' });
    },
  );
});

describe('a fixed set of words', () => {
  it('is read in any letter case, and a slip gets a suggestion', () => {
    expect(parseChoice('channel', 'EMAIL', ['email', 'phone'])).toBe('email');
    expect(parseChoice('channel', 'emial', ['email', 'phone'])).toMatchObject({
      kind: 'usage',
      hint: 'Did you mean email? It is one of: email, phone.',
    });
  });
});
