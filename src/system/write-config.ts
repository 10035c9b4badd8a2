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
        const after = await setLine(before, key, value);
        const read = await parseConfig(after, path);
        if ((read.get(key) ?? null) !== value) throw refuseLayout(path, key);
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
  const dot = key.lastIndexOf('.');
  const section = key.slice(0, Math.max(dot, 0));
  const name = key.slice(dot + 1);
  const line = value === null ? [] : [stringify({ [name]: value }).trimEnd()];
  const lines = text === '' ? [] : text.trimEnd().split('\n');
  const header = lines.findIndex((entry) => entry.trim() === `[${section}]`);
  const start = section === '' ? 0 : header + 1;
  if (section !== '' && header < 0) {
    return value === null
      ? text
      : `${[...lines, ...(lines.length ? [''] : []), `[${section}]`, ...line].join('\n')}\n`;
  }
  const length = lines.slice(start).findIndex((entry) => entry.trim().startsWith('['));
  const end = length < 0 ? lines.length : start + length;
  const at = lines.slice(start, end).findIndex((entry) => entry.trim().split(/\s*=/)[0] === name);
  if (at >= 0) {
    // Keeps a comment after the value. A # inside quotes does not start one.
    const [, remark = ''] =
      /^[^#"']*=\s*(?:"[^"]*"|'[^']*'|[^#]*?)(\s*#.*)?$/.exec(lines[start + at] ?? '') ?? [];
    lines.splice(start + at, 1, ...line.map((entry) => entry + remark));
  } else lines.splice(start, 0, ...line);
  return `${lines.join('\n')}\n`;
}
