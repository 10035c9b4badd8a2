import type { StoryEvent } from '../domain/events.ts';
import type { Db } from '../store/db.ts';
import { type Operation, readOperation, readOperationsBackwards, readUndone } from '../store/journal.ts';

/** One operation, with what it did to commitments and whether it counts. */
export interface DescribedOperation extends Operation {
  readonly undone: boolean;
  /** The facts that it recorded about commitments, with their uids. */
  readonly facts: readonly { readonly uid: string; readonly event: StoryEvent }[];
  /** What was said in contacts. */
  readonly words: readonly string[];
}

/** The last operations, the youngest first. */
export function readHistory(db: Db, limit: number): DescribedOperation[] {
  const operations: Operation[] = [];
  for (const operation of readOperationsBackwards(db)) {
    if (operations.length === limit) break;
    operations.push(operation);
  }
  return describeOperations(db, operations);
}

/** Operations with what they did; an undo or redo is described by what it took back or brought back. */
export function describeOperations(db: Db, operations: readonly Operation[]): DescribedOperation[] {
  const undone = readUndone(db);
  return operations.map((operation) => {
    const entries = readOperation(db, operation.id);
    return {
      ...operation,
      undone: undone.has(operation.id),
      facts: entries.flatMap(({ stream, event }) =>
        stream.kind === 'commitment' && event.type !== 'NumberGiven'
          ? [{ uid: stream.uid, event: event as StoryEvent }]
          : [],
      ),
      words: entries.flatMap(({ event }) => (event.type === 'ContactRecorded' ? [event.text] : [])),
    };
  });
}
