import type { Change } from '../../domain/streams/events.ts';
import type { ViewContext } from '../view-context.ts';
import { sayClientChanges } from '../words/client-story.ts';
import { wrap } from './width.ts';

/** What changed about clients, each fact on a line of its own. */
export function showClientChanges(changes: readonly Change[], view: ViewContext): string[] {
  if (!changes.some(({ stream }) => stream.kind === 'client')) return ['Nothing changed: it was so already.'];
  return sayClientChanges(changes, view).flatMap((sentence) => wrap(sentence, view.width, '  '));
}
