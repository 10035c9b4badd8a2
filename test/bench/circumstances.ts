import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NOW, ZONE } from './data/datasets.ts';
import type { Line } from './measure/stopwatch.ts';
import { CACHE } from './paths.ts';

/** A home without settings, for the measured processes. */
const HOME = join(CACHE, 'home');

/**
 * The environment of all measured processes. If NODE_EXTRA_CA_CERTS is set, Node 20 reads a certificate file at
 * every start, which takes longer than everything the program does.
 */
function environment(database: string | null): Record<string, string> {
  const { NODE_EXTRA_CA_CERTS: _certificates, ...rest } = process.env;
  mkdirSync(HOME, { recursive: true });
  return {
    ...(rest as Record<string, string>),
    HOME,
    XDG_CONFIG_HOME: join(HOME, 'config'),
    XDG_CACHE_HOME: join(HOME, 'cache'),
    XDG_DATA_HOME: join(HOME, 'data'),
    TZ: ZONE,
    FOLLOWUP_NOW: new Date(NOW).toISOString(),
    ...(database !== null && { FOLLOWUP_DB: database }),
  };
}

/** Node with arguments, optionally on a file. */
export function node(args: readonly string[], database: string | null = null): Line {
  return { words: [process.execPath, ...args], env: environment(database) };
}

/** Another program. */
export function other(words: readonly string[]): Line {
  return { words, env: environment(null) };
}

/** The least that a Node program can take. */
export const BARE: Line = node(['-e', '0']);
