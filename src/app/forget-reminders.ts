import { subjectOfFact } from '../domain/agenda/attention.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { DomainEvent } from '../domain/streams/events.ts';
import type { Db } from '../store/db.ts';
import { readStoredChanges, type StoredChange } from '../store/journal.ts';
import { forgetMarks } from '../store/reminders.ts';

/** Forgets what reminders said about a commitment, if its state or its date is another one now. */
export function forgetIfChanged(db: Db, before: Commitment, after: Commitment): void {
  if (before.state !== after.state || before.due?.at !== after.due?.at) forgetMarks(db, [after.uid]);
}

/** Forgets what reminders said about everything that was opened again by operations from elsewhere. */
export function forgetReopened(
  db: Db,
  operations: readonly { readonly events: readonly StoredChange[] }[],
): void {
  const reopened = operations.flatMap(({ events }) => events).filter(({ type }) => type === 'Reopened');
  forgetMarks(db, new Set(reopened.map(({ stream }) => stream.uid)));
}

const ASIDES: ReadonlySet<string> = new Set([
  'NoteAdded',
  'EffortSpent',
  'MoneySpent',
  'SpentOnProject',
  'SpentOnClient',
  'FactRemembered',
  'FactForgotten',
  'FactSeen',
  'ReportMade',
] satisfies readonly DomainEvent['type'][]);

/** Whether a fact says nothing about when something is due, or about whose move it is. */
function isAside({ type, payload }: StoredChange): boolean {
  const isCorrection = 'due' in payload || 'offered' in payload;
  return ASIDES.has(type) || (type === 'DetailsChanged' && !isCorrection);
}

/**
 * Forgets what reminders said about everything that an operation is about. It was undone or brought back, so what it had
 * settled may stand again as if nothing had been.
 */
export function forgetRemindersOf(db: Db, operation: string): void {
  const changes = readStoredChanges(db, operation);
  const settled = changes.filter((change) => !isAside(change));
  forgetMarks(
    db,
    new Set([
      ...settled.flatMap(({ stream, payload }) => [stream.uid, ...clientIn(payload)]),
      ...changes.flatMap(factIn),
    ]),
  );
}

/** What a change about a client is about, if that is something remembered. */
function factIn({ stream, payload }: StoredChange): string[] {
  const isWords = 'text' in payload && typeof payload.text === 'string';
  return stream.kind === 'client' && isWords ? [subjectOfFact(stream.uid, String(payload.text))] : [];
}

/** The client that a fact is about, such as an exchange with them. */
function clientIn(payload: object): string[] {
  return 'client' in payload && typeof payload.client === 'string' ? [payload.client] : [];
}
