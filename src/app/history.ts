import type { ClientEvent, ContactRecorded, StoryEvent } from '../domain/streams/events.ts';
import type { Deed, StoryEntry } from '../domain/streams/history.ts';
import type { Db } from '../store/db.ts';
import {
  affectedBy,
  type Operation,
  readOperation,
  readOperationsBackwards,
  readStream,
  readUndone,
} from '../store/journal.ts';
import { readTitle } from '../store/queries.ts';

/** What happened to a commitment, in the order in which it was recorded. */
export function readStory(db: Db, uid: string): StoryEntry[] {
  const undone = readUndone(db);
  return readStream(db, { kind: 'commitment', uid }).flatMap(({ event, operation }) =>
    // What this machine calls it is not part of its story.
    event.type === 'NumberGiven'
      ? []
      : [{ event: event as StoryEvent, operation, undone: undone.has(operation) }],
  );
}

/** The last operations, the youngest first. */
export function readHistory(db: Db, limit: number): Deed[] {
  const operations: Operation[] = [];
  for (const operation of readOperationsBackwards(db)) {
    if (operations.length === limit) break;
    operations.push(operation);
  }
  return describeOperations(db, operations);
}

/** Operations with what they did; an undo or redo is described by what it took back or brought back. */
export function describeOperations(db: Db, operations: readonly Operation[]): Deed[] {
  const undone = readUndone(db);
  return operations.map((operation) => {
    const entries = readOperation(db, affectedBy(db, operation).id);
    return {
      id: operation.id,
      verb: operation.verb,
      recordedAt: operation.recordedAt,
      undoes: operation.undoes,
      undone: undone.has(operation.id),
      facts: entries.flatMap(({ stream, event }) =>
        stream.kind === 'commitment' && event.type !== 'NumberGiven'
          ? [{ uid: stream.uid, title: readTitle(db, stream.uid), event: event as StoryEvent }]
          : [],
      ),
      contacts: entries.flatMap(({ event }) =>
        event.type === 'ContactRecorded' ? [event satisfies ContactRecorded] : [],
      ),
      clients: entries.flatMap(({ stream: { kind, uid }, event }) =>
        kind === 'client' ? [{ uid, event: event as ClientEvent }] : [],
      ),
      answers: entries.flatMap(({ event }) => (event.type === 'QuestionAnswered' ? [event] : [])),
      away: entries.flatMap(({ stream, event }) => {
        if (event.type !== 'AwayPlanned' && event.type !== 'AwayCancelled') return [];
        const planned = readStream(db, stream)
          .map((entry) => entry.event)
          .find((each) => each.type === 'AwayPlanned');
        return planned ? [{ isCancelled: event.type === 'AwayCancelled', planned }] : [];
      }),
    };
  });
}
