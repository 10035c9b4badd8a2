import type { StoryEntry } from '../../domain/streams/history.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayEvent } from '../words/story.ts';
import type { Column } from './columns.ts';
import { renderTable } from './table.ts';

/** The events of commitments as a table, one line each. */
export async function listStory(entries: readonly StoryEntry[], view: ViewContext): Promise<string> {
  const columns: readonly Column[] = [
    { heading: 'When', shrinks: true, least: 17, keepsWords: true },
    { heading: 'Event', leaves: 1 },
    { heading: 'What', shrinks: true, least: 20 },
  ];
  const rows = entries.map(({ event, undone }) => {
    const style = undone ? { style: view.style.quiet } : {};
    return [
      { text: sayInstant(event.at, view.calendar, view.now), ...style },
      { text: event.type, ...style },
      { text: `${undone ? '(undone) ' : ''}${sayEvent(event, view)}`, ...style },
    ];
  });
  return renderTable(columns, rows, view.width, view.style.quiet);
}
