import * as v from 'valibot';
import { memoize } from '../domain/base/memo.ts';
import { readEvent, STREAM_KINDS, streamKindOf } from '../domain/streams/registry.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { epoch } from '../domain/time/moment.ts';
import { LATEST_CLOCK, MOST_OPERATIONS, type Operation, type StoredChange } from '../store/journal.ts';
import { exactly, ID, INSTANT, payloadSchemas, wholeNumber, zoneOf } from './event-schema.ts';

/** An operation with its events, as an export has it. */
export interface WholeOperation extends Operation {
  readonly events: readonly StoredChange[];
}

/** What is wrong with an operation, and where: "events.0.payload.due.at" "is not an instant". */
export interface Fault {
  readonly place: string;
  readonly why: string;
}

/** Checks one operation. `newer`: it has a type or a version of an event that only a newer followup knows. */
export type CheckOperation = (operation: unknown) => Fault | 'newer' | null;

/** Most of a place that is shown; the name of an unknown field may be of any length. */
const MOST_IN_PLACE = 120;

/** Makes the check of operations and of all that is in their events. */
export function operationCheck(checks: ValueChecks): CheckOperation {
  // The same few zones are everywhere, and to look one up takes a while.
  const known: ValueChecks = { ...checks, isZone: memoize(checks.isZone) };
  const schema = operationSchema(known);
  const payloads = payloadSchemas(known);
  return (operation) => {
    const shape = faultIn(schema, operation);
    if (shape) return shape;
    // Its shape was just checked.
    const { events } = operation as WholeOperation;
    for (const [index, { stream, ...stored }] of events.entries()) {
      const event = readEvent(stream.kind, stored);
      if (event === 'unknown') return 'newer';
      if (event === 'misplaced') {
        const why = `${stored.type} is an event of a ${streamKindOf(stored.type)}, not of a ${stream.kind}`;
        return { place: `events.${index}`, why };
      }
      const { type, ...payload } = event;
      const fault = faultIn(payloads[type], payload);
      if (fault)
        return { ...fault, place: [`events.${index}.payload`, fault.place].filter(Boolean).join('.') };
    }
    return null;
  };
}

/**
 * What is wrong with the operation that an operation undoes: it has to be there, and to be older. `clockOf` finds the
 * clock of an operation by its id.
 */
export function faultInUndo(
  { undoes, hlc }: Operation,
  clockOf: (id: string) => string | undefined,
): Fault | null {
  const undone = undoes === null ? undefined : clockOf(undoes);
  if (undoes === null || (undone !== undefined && undone < hlc)) return null;
  return { place: 'undoes', why: undone === undefined ? 'is not there' : 'is not older' };
}

function operationSchema(checks: ValueChecks) {
  return exactly({
    id: ID,
    device: ID,
    deviceSeq: wholeNumber(0, MOST_OPERATIONS),
    hlc: v.pipe(v.string('is not a clock'), v.check(isClock, 'is not a clock')),
    recordedAt: INSTANT,
    zone: zoneOf(checks),
    verb: v.pipe(
      v.string('is not text'),
      v.check((verb) => /^[\x21-\x7e]{1,40}$/.test(verb), 'is not a verb'),
    ),
    undoes: v.nullable(ID),
    events: v.array(
      exactly({
        stream: exactly({ kind: v.picklist(STREAM_KINDS, 'is not known'), uid: ID }),
        type: v.pipe(
          v.string('is not text'),
          v.check((type) => /^\w{1,60}$/.test(type), 'is not a type'),
        ),
        version: wholeNumber(1, 1_000_000),
        payload: v.custom<object>(isObject, 'is not an object'),
      }),
      'is not a list',
    ),
  });
}

function isClock(hlc: string): boolean {
  return /^\d{15}-\d{6}$/.test(hlc) && Number.parseInt(hlc, 10) <= epoch(LATEST_CLOCK);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultIn(schema: v.GenericSchema, value: unknown): Fault | null {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  if (checked.success) return null;
  const [issue] = checked.issues;
  return { place: (v.getDotPath(issue) ?? '').slice(0, MOST_IN_PLACE), why: issue.message };
}
