import type { Refusal } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import { printable } from '../printable.ts';

/** A line that cannot be recorded, and why. */
export interface Trouble {
  readonly line: { readonly number: number; readonly words: string };
  readonly refusal: Refusal;
}

/** The lines that cannot be recorded, each with its reason. */
export function sayTroubles(troubles: readonly Trouble[]): string[] {
  return troubles.map(
    ({ line, refusal }) => `line ${line.number}, "${shorten(line.words)}": ${sayRefusal(refusal)}`,
  );
}

/** Why a line cannot be recorded, and what to do. */
export function sayRefusal({ message, hint }: Refusal): string {
  return printable([message, hint].filter(Boolean).join(' '));
}
