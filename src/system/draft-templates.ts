import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configHome, explainConfigError, readText } from './config-file.ts';
import type { Environment } from './io.ts';

/** A template of the person's own. */
export interface OwnTemplate {
  readonly path: string;
  readonly text: string;
}

/** The folder of the person's own templates for drafts. */
export function templateFolder(env: Environment): string {
  return join(configHome(env), 'followup', 'drafts');
}

/**
 * The person's own template for a kind of draft (`late.md`); one for the language (`late.de.md`) is found first. Null if there is
 * none. Throws a Refusal if it cannot be read.
 */
export function readOwnTemplate(kind: string, language: string, env: Environment): OwnTemplate | null {
  const codes = language === '' ? [] : [...new Set([language, language.split('-')[0] ?? ''])];
  const folder = templateFolder(env);
  const names = namesIn(folder);
  for (const code of [...codes, null]) {
    const wanted = code === null ? `${kind}.md` : `${kind}.${code}.md`;
    // People write "de-AT", settings "de-at".
    const name = names.find((each) => each.toLowerCase() === wanted);
    if (name !== undefined) return { path: join(folder, name), text: readText(join(folder, name)) };
  }
  return null;
}

function namesIn(folder: string): string[] {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  } catch (error) {
    throw explainConfigError(error, folder, 'read');
  }
}
