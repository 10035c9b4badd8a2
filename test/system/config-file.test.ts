import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SETTING_KEYS } from '../../src/input/settings.ts';
import { configPath, defaultDatabasePath, readConfig } from '../../src/system/config-file.ts';
import { writeConfig } from '../../src/system/write-config.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-config-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

let count = 0;
let path = '';
beforeEach(() => {
  path = join(FOLDER, String(++count), 'followup', 'config.toml');
});

function write(text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const text = () => readFileSync(path, 'utf8');

/** The section and the name of a key. A name of several words has to be quoted, because another is its beginning. */
function placeOf(key: string): [section: string, name: string] {
  const [first = '', ...rest] = key.split('.');
  if (rest.length === 0) return ['', first];
  const name = rest.join('.');
  return [first, rest.length > 1 ? `"${name}"` : name];
}

/** Files as people write them, with comments, empty lines and tables in any order. */
const anyFile = fc
  .uniqueArray(fc.constantFrom(...SETTING_KEYS), { maxLength: 8 })
  .chain((keys) =>
    fc.tuple(
      fc.constant(keys),
      fc.array(fc.constantFrom('', '# a remark', '  # indented'), { minLength: 40, maxLength: 40 }),
    ),
  )
  .map(([keys, remarks]) => {
    const next = () => remarks.pop() ?? '';
    const sections = new Map<string, string[]>();
    for (const key of keys) {
      const [section = '', name = ''] = placeOf(key);
      sections.set(section, [...(sections.get(section) ?? []), next(), `${name} = "value of ${key}"`]);
    }
    const top = sections.get('') ?? [];
    sections.delete('');
    const tables = [...sections].flatMap(([section, lines]) => [next(), `[${section}]`, ...lines]);
    return ['# mine', ...top, ...tables].join('\n').concat('\n');
  });

const anyValue = fc.oneof(
  fc.constantFrom('09:00-17:00', 'every 3 working days', '0.8', 'Europe/Berlin', ''),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('a "quoted" word', 'back\\slash', '# no remark', '[no] table', 'ünï 株式', 'two\nlines'),
);

describe('the configuration file', () => {
  it('is where the environment says', () => {
    expect(configPath({ HOME: '/home/joe' })).toBe('/home/joe/.config/followup/config.toml');
    expect(configPath({ HOME: '/home/joe', XDG_CONFIG_HOME: '/etc/joe' })).toBe(
      '/etc/joe/followup/config.toml',
    );
    expect(configPath({ HOME: '/home/joe', XDG_CONFIG_HOME: '' })).toBe(
      '/home/joe/.config/followup/config.toml',
    );
    expect(defaultDatabasePath({ HOME: '/home/joe' })).toBe('/home/joe/.local/share/followup/followup.db');
    expect(defaultDatabasePath({ HOME: '/h', XDG_DATA_HOME: '/data' })).toBe('/data/followup/followup.db');
  });

  it('is empty if it does not exist, and reading does not create it', async () => {
    expect([...(await readConfig(path))]).toEqual([]);
    expect(existsSync(path)).toBe(false);
  });

  it('is read into dotted keys, however it is laid out', async () => {
    write('zone = "UTC"\nwork.days = "mon-thu"\n[work]\n');
    await expect(readConfig(path)).rejects.toMatchObject({ code: 'config-not-toml' });
    write('zone = "UTC"\nwork = { days = "mon-thu", focus = 0.5 }\n[update]\nevery = "daily"\n');
    expect([...(await readConfig(path))]).toEqual([
      ['zone', 'UTC'],
      ['work.days', 'mon-thu'],
      ['work.focus', '0.5'],
      ['update.every', 'daily'],
    ]);
  });

  it('is made with its folder, for its owner only', async () => {
    await writeConfig(path, 'work.hours', '09:00-17:00');
    expect(text()).toBe('[work]\nhours = "09:00-17:00"\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('gets a new line in its table, and a top line above every table', async () => {
    write('[work]\ndays = "mon-thu"\n\n[update]\nevery = "daily"\n');
    await writeConfig(path, 'work.hours', '9-5');
    await writeConfig(path, 'zone', 'UTC');
    expect([...(await readConfig(path))]).toEqual([
      ['zone', 'UTC'],
      ['work.hours', '9-5'],
      ['work.days', 'mon-thu'],
      ['update.every', 'daily'],
    ]);
  });

  it('is not touched when the line of a key cannot be found', async () => {
    const inline = 'work = { days = "mon-thu" }\n';
    write(inline);
    await expect(writeConfig(path, 'work.days', 'mon-fri')).rejects.toThrow();
    await expect(writeConfig(path, 'work.days', null)).rejects.toMatchObject({ code: 'config-not-written' });
    expect(text()).toBe(inline);
  });

  it('is not touched if it is not valid TOML', async () => {
    write('zone = \n');
    await expect(writeConfig(path, 'work.days', 'mon-fri')).rejects.toMatchObject({
      code: 'config-not-toml',
    });
    expect(text()).toBe('zone = \n');
  });

  it('keeps every other line, whatever is set', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.constantFrom(...SETTING_KEYS), anyValue, async (file, key, value) => {
        write(file);
        const before = await readConfig(path);
        await writeConfig(path, key, value);
        expect(new Map(await readConfig(path))).toEqual(new Map([...before, [key, value]]));
        const own = before.has(key) ? `${placeOf(key)[1]} = "value of ${key}"` : null;
        const others = file.split('\n').filter((line) => line !== own);
        expect(keepsInOrder(text().split('\n'), others)).toBe(true);

        await writeConfig(path, key, null);
        const after = new Map(before);
        after.delete(key);
        expect(new Map(await readConfig(path))).toEqual(after);
        expect(keepsInOrder(text().split('\n'), others)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** Whether the text contains these lines in this order, possibly among others; empty lines at the end do not count. */
function keepsInOrder(lines: readonly string[], wanted: readonly string[]): boolean {
  const all = wanted.join('\n').trimEnd().split('\n');
  let found = 0;
  for (const line of lines) if (line === all[found]) found++;
  return found === all.length;
}

describe('a file that cannot be used', () => {
  it('is named, when it cannot be read', async () => {
    mkdirSync(path, { recursive: true });
    await expect(readConfig(path)).rejects.toMatchObject({
      code: 'config-not-read',
      message: expect.stringContaining(path),
    });
  });
  it('is named, when it is a pipe, for which nothing waits', async () => {
    mkdirSync(dirname(path), { recursive: true });
    execFileSync('mkfifo', [path]);
    const refusal = {
      code: 'config-not-read',
      message: `${path} could not be read: it is a pipe, and no file.`,
    };
    await expect(readConfig(path)).rejects.toMatchObject(refusal);
    await expect(writeConfig(path, 'zone', 'UTC')).rejects.toMatchObject(refusal);
  });
  it('is named with its lock, when another process keeps that', async () => {
    write('');
    writeFileSync(`${path}.lock`, `${hostname()} ${process.pid} x`);
    await expect(writeConfig(path, 'zone', 'UTC')).rejects.toMatchObject({
      code: 'config-locked',
      hint: expect.stringContaining(`${path}.lock`),
    });
  }, 20_000);
  it('is named, when it cannot be written', async () => {
    mkdirSync(dirname(dirname(path)), { recursive: true });
    writeFileSync(dirname(path), 'a file in the place of the folder');
    await expect(writeConfig(path, 'zone', 'UTC')).rejects.toMatchObject({
      code: 'config-not-written',
      message: expect.stringContaining(path),
    });
  });
});
