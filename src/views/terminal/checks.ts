import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { beside } from './labelled.ts';
import { pad } from './width.ts';

/** One check of `doctor`. */
export interface ShownCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const NAME = 11;
const BEFORE_DETAIL = NAME + 12;

/** The checks of `doctor`, one line each. */
export function showChecks(
  checks: readonly ShownCheck[],
  file: string,
  { style, width }: TextLayout,
): string {
  return [
    printable(file),
    ...checks.flatMap(({ name, ok, detail }) => {
      const head = `  ${ok ? style.fine('ok    ') : style.late('failed')}  ${pad(name, NAME)}  `;
      return beside(head, BEFORE_DETAIL, printable(detail), width - BEFORE_DETAIL);
    }),
  ].join('\n');
}
