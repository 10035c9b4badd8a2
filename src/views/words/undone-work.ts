import type { OperationSummary } from '../../domain/streams/history.ts';
import type { UndoneSummary } from '../../domain/streams/imported-journal.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayFew } from './few.ts';
import { sayOperation, sayTitle } from './operation.ts';

/** The command that brings back an operation that is undone. */
export function bringBack({ id, handle }: OperationSummary): string {
  return `followup redo ${printable(handle ?? id)}`;
}

/** What is undone, what had been done with it elsewhere. Safe to print. */
export function sayUndoneWork({ undone, later }: UndoneSummary, view: ViewContext): string {
  const work = later.map((operation) => `${sayTitle(operation, view)} (${sayOperation(operation, view)})`);
  return `Undone, although work on it went on: ${sayTitle(undone, view)} (${sayOperation(undone, view)}). Later: ${sayFew(work, ', ', ' and ')}.`;
}
