import type { StoryEntry } from '../../domain/streams/history.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { sayEvent } from '../words/story.ts';

/** An event of a commitment as fields. */
export function plainStoryEntry({ event, undone }: StoryEntry, view: ViewContext): string[] {
  return [toLocalIso(event.at, view.calendar), event.type, undone ? 'undone' : '', sayEvent(event, view)];
}
