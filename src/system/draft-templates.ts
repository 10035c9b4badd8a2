import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configHome, readText } from './config-file.ts';
import type { Environment } from './io.ts';

/** A template of the person's own. */
export interface OwnTemplate {
  readonly path: string;
  readonly text: string;
  /** The code of the language that it is for; null if it is for all. */
  readonly language: string | null;
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
  for (const code of [...codes, null]) {
    const path = join(templateFolder(env), code === null ? `${kind}.md` : `${kind}.${code}.md`);
    if (existsSync(path)) return { path, text: readText(path), language: code };
  }
  return null;
}
