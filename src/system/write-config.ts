import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { explainConfigError, parseConfig, readText } from './config-file.ts';
import { withFileLock } from './file-lock.ts';
import { makeFolder } from './make-folder.ts';
import { writeDurably } from './write-durably.ts';

/**
 * Sets a key, or removes it (`null`), and leaves the rest of the file as it is, including comments. Throws a
 * Refusal if the line of the key cannot be found because of the way the file is laid out.
 */
export async function writeConfig(path: string, key: string, value: string | null): Promise<void> {
  try {
    makeFolder(dirname(path));
    // A link stays one: what it leads to is written.
    const file = existsSync(path) ? realpathSync(path) : path;
    // Processes that change it at the same time do so one after the other.
    await withFileLock(file, {
      use: async () => {
        const before = existsSync(file) ? readText(file) : '';
        // What is wrong with the file as it is, is said as that.
        await parseConfig(before, path);
        const after = await setLine(before, key, value);
        const read = await parseConfig(after, path).catch(() => null);
        if (read === null || (read.get(key) ?? null) !== value) throw refuseLayout(path, key);
        writeDurably(file, after, modeOf(file));
      },
      refuseHeld: (lock, seconds) => refuseLocked(path, lock, seconds),
    });
  } catch (error) {
    throw explainConfigError(error, path, 'written');
  }
}

function refuseLayout(path: string, key: string): Refusal {
  return refuse(
    'config-not-written',
    `${key} could not be set: the file is laid out in an unusual way.`,
    `Add it by hand: ${path}`,
  );
}

function refuseLocked(path: string, lock: string, seconds: number): Refusal {
  return refuse(
    'config-locked',
    `Another followup has been changing ${path} for ${seconds} seconds.`,
    `Nothing was changed. If no other is running, delete ${lock}`,
  );
}

/** The rights of the file; those of a new one are for its owner only. */
function modeOf(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600) & 0o777;
}

async function setLine(text: string, key: string, value: string | null): Promise<string> {
  const { stringify } = await import('smol-toml');
  const lines = text === '' ? [] : text.trimEnd().split('\n');
  const headerOf = (name: string) => lines.findIndex((entry) => entry.trim() === `[${name}]`);
  const { section, name } = placeOf(key, (candidate) => headerOf(candidate) >= 0);
  const line = value === null ? [] : [stringify({ [name]: value }).trimEnd()];
  const header = headerOf(section);
  const start = section === '' ? 0 : header + 1;
  if (section !== '' && header < 0) {
    return value === null
      ? text
      : `${[...lines, ...(lines.length ? [''] : []), `[${section}]`, ...line].join('\n')}\n`;
  }
  const length = lines.slice(start).findIndex((entry) => entry.trim().startsWith('['));
  const end = length < 0 ? lines.length : start + length;
  const at = lines.slice(start, end).findIndex((entry) => keyIn(entry) === name);
  if (at >= 0) {
    // Keeps a comment after the value. A # inside quotes does not start one.
    const [, remark = ''] =
      /^(?:"[^"]*"|'[^']*'|[^#"'=])*=\s*(?:"[^"]*"|'[^']*'|[^#]*?)(\s*#.*)?$/.exec(lines[start + at] ?? '') ??
      [];
    lines.splice(start + at, 1, ...line.map((entry) => entry + remark));
  } else lines.splice(start, 0, ...line);
  return `${lines.join('\n')}\n`;
}

/**
 * Where a key stands: in the innermost section of the file that can hold it, else in that of its first word. A key whose beginning
 * is a key itself (`reply.within.phone`) cannot stand in a section of that name beside it, so its other words are one name.
 */
function placeOf(key: string, isThere: (section: string) => boolean): { section: string; name: string } {
  const words = key.split('.');
  const places = words.map((_, index) => ({
    section: words.slice(0, index).join('.'),
    name: words.slice(index).join('.'),
  }));
  const inner = places.slice(1).reverse();
  return inner.find(({ section }) => isThere(section)) ?? places[1] ?? { section: '', name: key };
}

/** The key that a line gives a value to, without quotes. */
function keyIn(line: string): string | undefined {
  return line
    .trim()
    .split(/\s*=/)[0]
    ?.replace(/^(["'])(.*)\1$/, '$2');
}
