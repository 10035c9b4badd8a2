import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { pad } from './width.ts';

/** One check of `doctor`. */
export interface ShownCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** The checks of `doctor`, one line each. */
export function showChecks(checks: readonly ShownCheck[], file: string, { style }: TextLayout): string {
  return [
    printable(file),
    ...checks.map(
      ({ name, ok, detail }) =>
        `  ${ok ? style.fine('ok    ') : style.late('failed')}  ${pad(name, 11)}  ${printable(detail)}`,
    ),
  ].join('\n');
}
