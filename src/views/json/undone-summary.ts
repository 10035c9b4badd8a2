import type { UndoneSummary } from '../../domain/streams/imported-journal.ts';
import type { ViewContext } from '../view-context.ts';
import { bringBack } from '../words/undone-work.ts';
import { operationJson } from './operation.ts';

/** An operation that is undone although there is later work, that work, and the command that brings it back. */
export function undoneSummaryJson({ undone, later }: UndoneSummary, view: ViewContext): object {
  return {
    ...operationJson(undone, view),
    later: later.map((operation) => operationJson(operation, view)),
    command: bringBack(undone),
  };
}
