import { printable } from '../printable.ts';
import type { TextLayout } from '../view-context.ts';
import { GAP } from './columns.ts';
import { beside } from './labelled.ts';
import { pad, widthOf, wrap } from './width.ts';

/** A setting with its value and meaning. */
export interface ShownSetting {
  readonly key: string;
  readonly value: string;
  readonly isSet: boolean;
  readonly means: string;
}

/** The least room for what a setting means; with less it stands below the setting. */
const LEAST_ROOM = 30;

const INDENT = '    ';

/** Settings with what they mean, those that were set standing out, and the file that holds them. */
export function listSettings(
  settings: readonly ShownSetting[],
  { width, style }: TextLayout,
  file: string | null,
): string {
  const shown = settings.map(({ key, value, isSet, means }) => ({
    key,
    value: `${printable(value || '-')}${isSet ? ' (set)' : ''}`,
    styled: isSet ? style.heading : (text: string) => text,
    means: style.quiet(means),
  }));
  const keys = Math.max(...shown.map(({ key }) => widthOf(key))) + GAP;
  const column = keys + Math.max(...shown.map(({ value }) => widthOf(value))) + GAP;
  const room = width - column;
  return [
    ...shown.flatMap(({ key, value, styled, means }) => {
      const head = `${pad(key, keys)}${styled(value)}`;
      if (room >= LEAST_ROOM) return beside(pad(head, column), column, means, room);
      return [...wrap(head, width, INDENT), ...beside(INDENT, INDENT.length, means, width - INDENT.length)];
    }),
    ...(file === null ? [] : ['', `They are kept in ${printable(file)}`]),
  ].join('\n');
}
