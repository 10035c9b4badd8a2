import { type CommitmentEvent, isOn, type StoryEvent } from '../domain/streams/events.ts';
import type { OperationSummary, StoryEntry } from '../domain/streams/history.ts';
import type { Db } from '../store/db.ts';
import { findOperations, letsThrough, type OperationFilter } from '../store/find-operations.ts';
import {
  findOperation,
  type Operation,
  readAffected,
  readEffective,
  readHandle,
  readOperation,
  readStream,
  readUndone,
} from '../store/journal.ts';
import { readTextSent } from '../store/messages.ts';
import { readProject } from '../store/projects.ts';
import { readTitle } from '../store/queries.ts';
import { readStanding } from '../store/standings.ts';

/** What happened to a commitment, in the order in which it was recorded. */
export function readStory(db: Db, uid: string): StoryEntry[] {
  const undone = readUndone(db);
  return readStream(db, { kind: 'commitment', uid }).flatMap(({ event, operation }) =>
    // Its number on this machine is not part of its history.
    event.type === 'NumberGiven'
      ? []
      : [{ event: asSent(db, event), operation, undone: undone.has(operation) }],
  );
}

/** What happened to a commitment, without what was undone. */
export function readEvents(db: Db, uid: string): StoryEvent[] {
  return readStory(db, uid).flatMap(({ event, undone }) => (undone ? [] : [event]));
}

/** The same as they were recorded, for whoever reads many commitments and needs no words: it passes what is undone. */
export function readRecordedEvents(db: Db, uid: string, undone: ReadonlySet<string>): StoryEvent[] {
  return readEffective(db, { kind: 'commitment', uid }, undone).filter(isStoryEvent);
}

/** Whether an event is part of a commitment's history: its number on this machine is not. */
export function isStoryEvent(event: CommitmentEvent): event is StoryEvent {
  return event.type !== 'NumberGiven';
}

/** Words that were recorded as they were drafted, as they were really sent. */
function asSent(db: Db, event: StoryEvent): StoryEvent {
  if (event.type !== 'UpdateGiven' || event.contact === undefined) return event;
  return { ...event, text: readTextSent(db, event.contact) ?? event.text };
}

/** What was recorded about a commitment by some operations, in order. */
export function readStoryBy(db: Db, uid: string, filter: OperationFilter): StoryEntry[] {
  return readStory(db, uid).filter(({ operation }) => {
    const recorded = findOperation(db, operation);
    return recorded !== null && letsThrough(filter, recorded);
  });
}

/** The last operations that a filter lets through, latest first. */
export function readHistory(db: Db, limit: number, filter: OperationFilter = {}): OperationSummary[] {
  return describeOperations(db, findOperations(db, filter, limit));
}

/** The name of a project; of one that was undone or merged, the one that it began with. */
function readProjectName(db: Db, uid: string): string {
  const began = () => {
    const events = readStream(db, { kind: 'project', uid }).map(({ event }) => event);
    return events.find((event) => event.type === 'ProjectStarted')?.name;
  };
  return readProject(db, uid)?.name ?? began() ?? '';
}

/** The title of a standing promise; of one that was undone, the one that it began with. */
function readStandingTitle(db: Db, uid: string): string {
  const began = () => {
    const events = readStream(db, { kind: 'standing', uid }).map(({ event }) => event);
    return events.find((event) => event.type === 'StandingPromiseMade')?.title;
  };
  return readStanding(db, uid)?.title ?? began() ?? '';
}

/** What operations did. An undo or redo is described by what it took back or restored. */
export function describeOperations(db: Db, operations: readonly Operation[]): OperationSummary[] {
  const undone = readUndone(db);
  const affectedBy = readAffected(db);
  return operations.map((operation) => {
    const entries = readOperation(db, affectedBy(operation).id);
    return {
      id: operation.id,
      verb: operation.verb,
      recordedAt: operation.recordedAt,
      undoes: operation.undoes,
      undone: undone.has(operation.id),
      handle: undone.has(operation.id) ? readHandle(db, operation.id) : null,
      facts: entries
        .filter((entry) => isOn('commitment', entry))
        .flatMap(({ stream: { uid }, event }) =>
          event.type === 'NumberGiven' ? [] : [{ uid, title: readTitle(db, uid), event }],
        ),
      contacts: entries.flatMap(({ event }) => (event.type === 'ContactRecorded' ? [event] : [])),
      copies: entries.flatMap(({ event }) => (event.type === 'SentCopyFound' ? [event] : [])),
      clients: entries
        .filter((entry) => isOn('client', entry))
        .map(({ stream: { uid }, event }) => ({ uid, event })),
      projects: entries
        .filter((entry) => isOn('project', entry))
        .map(({ stream: { uid }, event }) => ({ uid, name: readProjectName(db, uid), event })),
      standings: entries
        .filter((entry) => isOn('standing', entry))
        .map(({ stream: { uid }, event }) => ({ uid, title: readStandingTitle(db, uid), event })),
      answers: entries.flatMap(({ event }) => (event.type === 'QuestionAnswered' ? [event] : [])),
      away: entries
        .filter((entry) => isOn('away', entry))
        .flatMap(({ stream, event }) => {
          const events = readStream(db, stream).map((entry) => entry.event);
          const planned = events.find((candidate) => candidate.type === 'AwayPlanned');
          return planned ? [{ isCancelled: event.type === 'AwayCancelled', planned }] : [];
        }),
    };
  });
}
