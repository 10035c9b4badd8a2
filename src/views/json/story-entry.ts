import type { StoryEntry } from '../../domain/streams/history.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { sayEvent } from '../words/story.ts';
import { evidenceJson } from './evidence.ts';

/** An event of a commitment as programs see it. */
export function storyEntryJson({ event, operation, undone }: StoryEntry, view: ViewContext): object {
  return {
    at: toLocalIso(event.at, view.calendar),
    type: event.type,
    summary: sayEvent(event, view),
    operation,
    undone,
    ...('evidence' in event && event.evidence && { evidence: event.evidence.map(evidenceJson) }),
  };
}
