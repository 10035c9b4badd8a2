import { lazy } from '../domain/base/memo.ts';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import { on } from '../domain/decisions/decision.ts';
import { RECUR } from '../domain/decisions/recur.ts';
import { overlaps } from '../domain/streams/away.ts';
import { type Commitment, isBorn } from '../domain/streams/commitment.ts';
import type { Stream, StreamKind } from '../domain/streams/events.ts';
import { isSameName } from '../domain/streams/names.ts';
import { recordOperation } from '../store/append.ts';
import { type Db, writing } from '../store/db.ts';
import {
  findOperation,
  findOperationsByPrefix,
  type Operation,
  readAffected,
  readHandle,
  readLaterOnSameStreams,
  readOperationsBackwards,
  readStream,
  readStreamsOf,
  readUndone,
} from '../store/journal.ts';
import { readOrphans } from '../store/orphans.ts';
import { readProjects } from '../store/projects.ts';
import { readClientNames, readClients } from '../store/queries.ts';
import { foldStream, refreshReadTables } from '../store/read-tables.ts';
import { readOccurrences, readStanding } from '../store/standings.ts';
import { readAway } from '../store/tables/away.ts';
import type { Context } from './context.ts';
import { forgetRemindersOf } from './forget-reminders.ts';
import { isUnfounded, readLaterWork, readUndoingsOf } from './undone-work.ts';

/** Undoes the last operations, latest first, and returns them. Undoes all of them or none. Throws a Refusal. */
export function undo(context: Context, count: number): Operation[] {
  return writing(context.db, () =>
    Array.from({ length: count }, (_, done) => {
      const target = lastDone(context.db);
      if (!target) {
        throw refuse(
          'nothing-to-undo',
          done === 0 ? 'There is nothing to undo.' : `There are only ${done} operations to undo.`,
          'See what was done: followup history',
        );
      }
      takeBack(context, target);
      return target;
    }),
  );
}

/** The last operation that is not undone; null if there is none. */
export function lastOperation(db: Db): string | null {
  return lastDone(db)?.id ?? null;
}

/** Undoes an operation if it is still the last one. Throws a Refusal. */
export function undoIfLast(context: Context, operation: string): Operation[] {
  return writing(context.db, () => {
    if (lastOperation(context.db) === operation) return undo(context, 1);
    throw refuse(
      'undo-overtaken',
      'Something else has been recorded since, in another terminal.',
      'See what was done: followup history',
    );
  });
}

/**
 * Brings back an operation that was undone, by its id or the beginning of that; without one, the one that was undone
 * last. Returns it. Throws a Refusal.
 */
export function redo(context: Context, id?: string): Operation {
  const { db } = context;
  return writing(db, () => {
    const undone = id === undefined ? lastUndone(db) : findUndone(db, id);
    const undoings = readUndoingsOf(db, new Set([undone.id])).get(undone.id) ?? [];
    refuseOvertaken(db, undone, undoings);
    const orphans = readOrphans(db).map(({ from }) => from);
    // Two devices may have undone it, each without knowing of the other.
    for (const { id: undoes } of undoings) record(context, { verb: 'redo', undoes });
    refreshStreamsOf(db, undone);
    refuseUnfounded(db, undone);
    refuseClash(db, undone);
    refuseOrphans(db, undone, orphans);
    return undone;
  });
}

/** What was undone last. Throws a Refusal. */
function lastUndone(db: Db): Operation {
  const undone = readUndone(db);
  const undoing = latestOperation(db, ({ id, verb }) => verb === 'undo' && !undone.has(id));
  if (undoing) return readAffected(db)(undoing);
  throw refuse('nothing-to-redo', 'Nothing was undone.', 'See what was done: followup history');
}

/** The undone operation that an id means, or the beginning of one. Throws a Refusal. */
function findUndone(db: Db, typed: string): Operation {
  const id = typed.trim().toUpperCase();
  const [found, another] = id === '' ? [] : findOperationsByPrefix(db, id);
  if (!found || (another && found.id !== id)) {
    throw new Refusal(
      found ? 'ambiguous-operation' : 'no-such-operation',
      found ? `More than one operation begins with "${typed}".` : `There is no operation "${typed}".`,
      'See what was undone: followup history',
      found ? 'refused' : 'missing',
    );
  }
  const operation = readAffected(db)(found);
  if (readUndone(db).has(operation.id)) return operation;
  throw refuse('not-undone', `${operation.verb} was not undone.`, 'See what was undone: followup history');
}

/**
 * Refuses to bring back what was changed since, by the device that undid it, which knew of that. Another device did
 * not, and nobody can have changed on purpose what was gone.
 */
function refuseOvertaken(db: Db, undone: Operation, undoings: readonly Operation[]): void {
  const devices = new Set(undoings.map(({ device }) => device));
  const since = readLaterWork(db, undone, readUndone(db)).some(
    ({ operation, isLost }) => !isLost && devices.has(operation.device),
  );
  if (since) throw overtaken('redo', undone);
}

/** Refuses to bring back work on something, or for somebody, still gone, and says what has to come back first. */
function refuseUnfounded(db: Db, restored: Operation): void {
  const commitments = readStreamsOf(db, restored).flatMap(({ kind, uid }) =>
    kind === 'commitment' ? [{ kind, uid }] : [],
  );
  const gone = commitments.find((commitment) => isUnfounded(db, commitment));
  if (!gone) return;
  const first = readMissing(db, gone);
  throw refuse(
    'redo-overtaken',
    `${restored.verb} cannot be done again: what it was about is undone.`,
    first
      ? `Bring that back first: followup redo ${readHandle(db, first)}`
      : 'See what was undone: followup history',
  );
}

/** The first operation that is undone on a commitment, or on the client that it is for. */
function readMissing(db: Db, commitment: Stream<'commitment'>): string | undefined {
  const undone = readUndone(db);
  const { state } = foldStream(db, commitment);
  const missing: Stream = isBorn(state) ? { kind: 'client', uid: state.client ?? '' } : commitment;
  return readStream(db, missing).find(({ operation }) => undone.has(operation))?.operation;
}

/**
 * The last operation that is not undone. A redo repeats the operation it restores, which therefore counts as
 * being as young as the redo.
 */
function lastDone(db: Db): Operation | null {
  const undone = readUndone(db);
  const affectedBy = lazy(() => readAffected(db));
  for (const operation of readOperationsBackwards(db)) {
    const done = operation.verb === 'redo' ? affectedBy()(operation) : operation;
    if (done.undoes === null && done.verb !== RECUR && !undone.has(done.id)) return done;
  }
  return null;
}

/** Appends an operation that undoes another. Refuses if something later touched the same. */
function takeBack(context: Context, target: Operation): void {
  const { db } = context;
  const undone = readUndone(db);
  const isCommand = (id: string) => !undone.has(id) && findOperation(db, id)?.verb !== RECUR;
  if (readLaterOnSameStreams(db, target).some(isCommand)) throw overtaken('undo', target);
  record(context, { verb: 'undo', undoes: target.id });
  refreshStreamsOf(db, target);
  withdrawWith(context, target);
  // Only now can be seen what was recorded since for a client who would be gone.
  if (readLaterWork(db, target, readUndone(db)).some(({ isLost }) => isLost)) throw overtaken('undo', target);
}

/** Takes back what came by itself of a standing promise that is gone. Refuses if something was done about that. */
function withdrawWith(context: Context, target: Operation): void {
  const { db } = context;
  for (const { kind, uid } of readStreamsOf(db, target)) {
    if (kind !== 'standing' || readStanding(db, uid)) continue;
    const undone = readUndone(db);
    const times = readOccurrences(db, uid);
    const isChanged = times.some((each) =>
      readStream(db, { kind: 'commitment', uid: each.uid }).some(
        ({ operation }) => !undone.has(operation) && findOperation(db, operation)?.verb !== RECUR,
      ),
    );
    if (isChanged) throw overtaken('undo', target);
    withdraw(context, times);
  }
}

function withdraw({ db, now, calendar }: Context, times: readonly Commitment[]): void {
  if (times.length === 0) return;
  const changes = times.map((time) => on(time, { type: 'OccurrenceWithdrawn', at: now }));
  recordOperation(db, { recordedAt: now, zone: calendar.zone, verb: RECUR }, changes);
  const undone = readUndone(db);
  for (const { stream } of changes) refreshReadTables(db, stream, undone);
}

function overtaken(verb: 'undo' | 'redo', { verb: what }: Operation): Refusal {
  return refuse(
    `${verb}-overtaken`,
    `${what} cannot be ${verb === 'undo' ? 'undone' : 'done again'}: what it touched has been changed since.`,
    'See what was done: followup history',
  );
}

function record(
  { db, now, calendar }: Context,
  operation: { readonly verb: string; readonly undoes: string },
) {
  recordOperation(db, { recordedAt: now, zone: calendar.zone, ...operation });
}

function refreshStreamsOf(db: Db, operation: Operation): void {
  const undone = readUndone(db);
  for (const stream of readStreamsOf(db, operation)) refreshReadTables(db, stream, undone);
  forgetRemindersOf(db, operation.id);
}

/** Refuses to restore a client, a project or a period away whose name or days were taken in the meantime. */
function refuseClash(db: Db, restored: Operation): void {
  for (const { kind, uid } of readStreamsOf(db, restored)) {
    const clash = sayClash(db, kind, uid);
    if (clash) {
      throw refuse(
        'redo-overtaken',
        `${restored.verb} cannot be done again: ${clash}.`,
        'Do it again by hand instead.',
      );
    }
  }
}

/** Refuses to leave something for a client who was merged into another, where nothing was left `before`. */
function refuseOrphans(db: Db, restored: Operation, before: readonly string[]): void {
  const orphan = readOrphans(db).find(({ from }) => !before.includes(from));
  if (!orphan) return;
  throw refuse(
    'redo-overtaken',
    `${restored.verb} cannot be done again: something would be for a client who was merged into ${readClientNames(db).get(orphan.into) ?? 'another'}.`,
    'Do it again by hand instead.',
  );
}

function sayClash(db: Db, kind: StreamKind, uid: string): string | null {
  switch (kind) {
    case 'client':
      return sayNamesake(db, uid);
    case 'project':
      return sayOtherProject(db, uid);
    case 'away':
      return sayOverlap(db, uid);
    case 'commitment':
    case 'contact':
    case 'review':
    case 'standing':
      return null;
  }
}

function sayOtherProject(db: Db, uid: string): string | null {
  const projects = readProjects(db);
  const restored = projects.find((project) => project.uid === uid);
  const same = projects.find(
    (project) => project !== restored && restored && isSameName(project.name, restored.name),
  );
  return same ? `a project named ${same.name} has been started since` : null;
}

function sayNamesake(db: Db, uid: string): string | null {
  const clients = readClients(db);
  const restored = clients.find((client) => client.uid === uid);
  const same = clients.find(
    (client) => client !== restored && restored && isSameName(client.name, restored.name),
  );
  return same ? `a client named ${same.name} has been added since` : null;
}

function sayOverlap(db: Db, uid: string): string | null {
  const periods = readAway(db);
  const restored = periods.find((away) => away.uid === uid);
  const other = periods.find((away) => away !== restored && restored && overlaps(away, restored));
  return other ? `you are now away from ${other.first} to ${other.last}` : null;
}

function latestOperation(db: Db, matches: (operation: Operation) => boolean): Operation | null {
  for (const operation of readOperationsBackwards(db)) if (matches(operation)) return operation;
  return null;
}
