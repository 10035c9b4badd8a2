import { createHash } from 'node:crypto';
import type { Encode } from '../ascii.ts';

/** Letters of a name in the name of a file. */
const MOST_LETTERS = 40;

/**
 * The name of the page of a client: its name in plain letters, and something that no other client has, so that the same client
 * always has the same page.
 */
export function pageName(
  { uid, name }: { readonly uid: string; readonly name: string },
  encode: Encode,
): string {
  const words = encode(name.normalize('NFKC'))
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? ['client']).join('-').slice(0, MOST_LETTERS).replace(/-$/, '');
  return `${slug}-${createHash('sha256').update(uid).digest('hex').slice(0, 8)}.html`;
}

/** Whether a file has a name such as pages of clients have. */
export function isPageName(file: string): boolean {
  return /^[a-z0-9-]+-[0-9a-f]{8}\.html$/.test(file);
}
