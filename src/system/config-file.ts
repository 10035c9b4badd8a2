import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import { wellFormed } from '../domain/base/text.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import { decodeText } from './decode-text.ts';
import { withFileLock } from './file-lock.ts';
import type { Environment } from './io.ts';
import { makeFolder } from './make-folder.ts';
import { writeDurably } from './write-durably.ts';

/** Far more than any settings. */
const MOST_BYTES = 1_000_000;

/** The values of the configuration file as text, by dotted key. */
export type Config = ReadonlyMap<string, string>;

/** The path of the configuration file. */
export function configPath(env: Environment): string {
  return join(env.XDG_CONFIG_HOME || join(homeOf(env), '.config'), 'followup', 'config.toml');
}

/** The path of the database if neither --db nor FOLLOWUP_DB names one. */
export function defaultDatabasePath(env: Environment): string {
  return join(env.XDG_DATA_HOME || join(homeOf(env), '.local', 'share'), 'followup', 'followup.db');
}

/** Reads the configuration; a missing file counts as empty. Throws a Refusal if it is not valid TOML. */
export async function readConfig(path: string): Promise<Config> {
  // A folder that may not be looked into is not the same as no file.
  const isThere = asConfig(path, 'read', () => statSync(path, { throwIfNoEntry: false }) !== undefined);
  return new Map(isThere ? flatten(await parseToml(readText(path), path)) : []);
}

/**
 * Sets a key, or removes it (`null`), and leaves the rest of the file as it is, including comments. Throws a
 * Refusal if the line of the key cannot be found because of the way the file is laid out.
 */
export async function writeConfig(path: string, key: string, value: string | null): Promise<void> {
  // A link stays one: what it leads to is written.
  const file = asConfig(path, 'written', () => {
    makeFolder(dirname(path));
    return existsSync(path) ? realpathSync(path) : path;
  });
  // Processes that change it at the same time do so one after the other.
  await withFileLock(file, async () => {
    const before = existsSync(file) ? readText(file) : '';
    const after = await setLine(before, key, value);
    const read = new Map(flatten(await parseToml(after, path)));
    if ((read.get(key) ?? null) !== value) {
      throw refuse(
        'config-not-written',
        `${key} could not be set: the file is laid out in an unusual way.`,
        `Add it by hand: ${path}`,
      );
    }
    asConfig(path, 'written', () => writeDurably(file, after, modeOf(file)));
  }).catch((error: unknown) =>
    asConfig(path, 'written', () => {
      throw error;
    }),
  );
}

/** The rights of the file; those of a new one are for its owner only. */
function modeOf(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600) & 0o777;
}

function readText(path: string): string {
  return asConfig(path, 'read', () => {
    const { size } = statSync(path);
    if (size <= MOST_BYTES) return decodeText(readFileSync(path))?.text ?? readFileSync(path, 'utf8');
    throw refuse(
      'config-too-large',
      `${path} is larger than 1 MB, and no settings are.`,
      'Correct the file by hand.',
    );
  });
}

/** Does something with the file. Errors of the file system are reported for this file, not for the database. */
function asConfig<T>(path: string, done: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse(
      `config-not-${done}`,
      `${path} could not be ${done}: ${sayWhyFailed(error)}.`,
      'Check the rights of the file and of its folder.',
    );
  }
}

function homeOf(env: Environment): string {
  return env.HOME || homedir();
}

async function parseToml(text: string, path: string): Promise<object> {
  // Most people have no such file, so the parser is loaded only when there is one.
  const { parse } = await import('smol-toml');
  try {
    return parse(text);
  } catch (error) {
    const [why] =
      error instanceof RangeError ? ['it is nested too deep.'] : (error as Error).message.split('\n');
    throw refuse('config-not-toml', `${path} is not valid TOML: ${why}`, 'Correct the file by hand.');
  }
}

/** Keys have a section and a name; what is nested deeper than this is none, however deep it is. */
const DEEPEST = 5;

function flatten(table: object, prefix: readonly string[] = []): [string, string][] {
  return Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const path = [...prefix, name];
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isTable && path.length < DEEPEST) return flatten(value, path);
    return [[wellFormed(path.join('.')), wellFormed(isTable ? '' : sayValue(value))]];
  });
}

function sayValue(value: unknown): string {
  // The text of an array within an array would be made by going down into it.
  return Array.isArray(value)
    ? value.map((entry) => (typeof entry === 'object' ? '' : String(entry))).join(',')
    : String(value);
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
