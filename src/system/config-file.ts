import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import { wellFormed } from '../domain/base/text.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import { decodeText } from './decode-text.ts';
import type { Environment } from './io.ts';
import { whyNoFile } from './why-no-file.ts';

/** Far more than any settings, and any message. */
const MOST_BYTES = 1_000_000;

/** The values of the configuration file as text, by dotted key. */
export type Config = ReadonlyMap<string, string>;

/** The path of the configuration file. */
export function configPath(env: Environment): string {
  return join(configHome(env), 'followup', 'config.toml');
}

/** The folder in which programs keep their configuration. */
export function configHome(env: Environment): string {
  return env.XDG_CONFIG_HOME || join(homeOf(env), '.config');
}

/** The path of the database if neither --db nor FOLLOWUP_DB names one. */
export function defaultDatabasePath(env: Environment): string {
  return join(env.XDG_DATA_HOME || join(homeOf(env), '.local', 'share'), 'followup', 'followup.db');
}

/** Reads the configuration; a missing file counts as empty. Throws a Refusal if it is not valid TOML. */
export async function readConfig(path: string): Promise<Config> {
  // A folder that may not be looked into is not the same as no file.
  const isThere = asRead(path, () => statSync(path, { throwIfNoEntry: false }) !== undefined);
  return isThere ? parseConfig(readText(path), path) : new Map();
}

/** The text of the file. Throws a Refusal. */
export function readText(path: string): string {
  return asRead(path, () => {
    const stats = statSync(path);
    // A pipe would be waited for, and a device may have no end.
    const why = whyNoFile(stats);
    if (why !== null) throw refuseFailure(path, 'read', why);
    if (stats.size > MOST_BYTES) {
      throw refuse('file-too-large', `${path} is larger than 1 MB.`, 'Is it the right file?');
    }
    const bytes = readFileSync(path);
    return decodeText(bytes)?.text ?? bytes.toString('utf8');
  });
}

function asRead<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw explainConfigError(error, path, 'read');
  }
}

/** An error of the file system as a Refusal for this file, not for the database; a Refusal stays. */
export function explainConfigError(error: unknown, path: string, done: 'read' | 'written'): Refusal {
  return error instanceof Refusal ? error : refuseFailure(path, done, sayWhyFailed(error));
}

function refuseFailure(path: string, done: 'read' | 'written', why: string): Refusal {
  return refuse(
    `config-not-${done}`,
    `${path} could not be ${done}: ${why}.`,
    'Check the rights of the file and of its folder.',
  );
}

function homeOf(env: Environment): string {
  return env.HOME || homedir();
}

/** The settings in a text; `path` is for messages. Throws a Refusal. */
export async function parseConfig(text: string, path: string): Promise<Config> {
  return new Map(flatten(await parseToml(text, path)));
}

async function parseToml(text: string, path: string): Promise<object> {
  // Most people have no such file, so the parser is loaded only when there is one.
  const { parse } = await import('smol-toml');
  try {
    return parse(text);
  } catch (error) {
    const [why] =
      error instanceof RangeError ? ['it is nested too deep.'] : (error as Error).message.split('\n');
    const isTwice = /redefine/.test(why ?? '');
    throw refuse(
      'config-not-toml',
      `${path} is not valid TOML: ${why}`,
      isTwice ? `Correct the file by hand. ${BESIDE}` : 'Correct the file by hand.',
    );
  }
}

/** TOML has no key that is the beginning of another. */
const BESIDE =
  'Beside reply.within, that of a channel is written in quotes: "within.phone" = "2 working hours".';

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
