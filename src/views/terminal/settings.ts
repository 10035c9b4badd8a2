import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { alignRows, type Column } from './columns.ts';

/** A setting with its value and meaning. */
export interface ShownSetting {
  readonly key: string;
  readonly value: string;
  readonly isSet: boolean;
  readonly means: string;
}

const COLUMNS: readonly Column[] = [{}, {}, { shrinks: true, least: 20 }];

/** Settings as a table, with those that were set standing out, and the file that holds them. */
export function listSettings(
  settings: readonly ShownSetting[],
  { width, style }: TextLayout,
  file: string | null,
): string {
  const rows = settings.map(({ key, value, isSet, means }) => [
    { text: key },
    { text: `${printable(value || '-')}${isSet ? ' (set)' : ''}`, ...(isSet && { style: style.heading }) },
    { text: means, style: style.quiet },
  ]);
  return [
    ...alignRows(COLUMNS, rows, width),
    ...(file === null ? [] : ['', `They are kept in ${printable(file)}`]),
  ].join('\n');
}
