import type { Instant } from '../../domain/time/moment.ts';
import type { ViewContext } from '../view-context.ts';
import { sayNoReminder } from '../words/no-reminder.ts';
import { widthOf, wrap } from './width.ts';

/** Since when no reminder has run, and how to see why; in a line if it fits. Nothing if all is well. */
export function showNoReminder(
  since: Instant | null,
  { calendar, now, style, width }: Pick<ViewContext, 'calendar' | 'now' | 'style' | 'width'>,
): string[] {
  if (since === null) return [];
  const said = `${sayNoReminder(since, calendar, now)}:`;
  const command = 'followup cron show';
  if (widthOf(`${said} ${command}`) <= width) return [`${style.late(said)} ${style.command(command)}`];
  return [...wrap(said, width).map((line) => style.late(line)), style.command(command)];
}
