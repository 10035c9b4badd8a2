import type { StoryEvent } from '../domain/events.ts';
import type { Instant } from '../domain/moment.ts';
import { sayInstant } from '../domain/wording.ts';
import type { Column } from './columns.ts';
import type { Frame } from './frame.ts';
import { printable } from './printable.ts';
import { sayEvent } from './story.ts';
import { renderTable } from './table.ts';
import { toLocalIso } from './time.ts';

/** One operation, as the application hands it over. */
export interface ShownOperation {
  readonly id: string;
  readonly verb: string;
  readonly recordedAt: Instant;
  readonly undoes: string | null;
  readonly undone: boolean;
  readonly facts: readonly { readonly uid: string; readonly event: StoryEvent }[];
  readonly words: readonly string[];
}

/** One event of a commitment, as the application hands it over. */
export interface ShownEntry {
  readonly event: StoryEvent;
  readonly operation: string;
  readonly recordedAt: Instant;
  readonly undone: boolean;
}

const OPERATION_COLUMNS: readonly Column[] = [
  { heading: 'When' },
  { heading: 'Verb' },
  { heading: 'No', align: 'right' },
  { heading: 'What', shrinks: true, least: 20 },
];

/** Operations as a table, a line each. */
export async function listOperations(operations: readonly ShownOperation[], frame: Frame): Promise<string> {
  const rows = operations.map((operation) => {
    const style = operation.undone ? { style: frame.style.quiet } : {};
    return [
      { text: sayInstant(operation.recordedAt, frame.calendar, frame.now), ...style },
      { text: operation.verb, ...style },
      { text: numbersOf(operation, frame).join(','), ...style },
      { text: sayOperation(operation, frame), ...style },
    ];
  });
  return renderTable(OPERATION_COLUMNS, rows, frame.width, frame.style.quiet);
}

/** Says which operations were undone or done again. */
export function sayReverted(what: string, operations: readonly ShownOperation[], frame: Frame): string {
  return operations
    .map((operation) => {
      const numbers = numbersOf(operation, frame);
      const which = numbers.length > 0 ? ` ${numbers.join(',')}` : '';
      return `${what}: ${operation.verb}${which}. ${sayFacts(operation, frame)}`;
    })
    .join('\n');
}

/** An operation as programs see it; `ids` are the numbers of the commitments that it touched. */
export function operationJson(operation: ShownOperation, frame: Frame): object {
  return {
    id: operation.id,
    at: toLocalIso(operation.recordedAt, frame.calendar),
    verb: operation.verb,
    ids: numbersOf(operation, frame),
    summary: sayFacts(operation, frame),
    undoes: operation.undoes,
    undone: operation.undone,
  };
}

/** An operation for programs that read lines. */
export function plainOperation(operation: ShownOperation, frame: Frame): string[] {
  return [
    toLocalIso(operation.recordedAt, frame.calendar),
    operation.verb,
    numbersOf(operation, frame).join(','),
    operation.undone ? 'undone' : '',
    sayFacts(operation, frame),
  ];
}

/** The events of commitments as lines. */
export async function listEntries(entries: readonly ShownEntry[], frame: Frame): Promise<string> {
  const columns: readonly Column[] = [
    { heading: 'When' },
    { heading: 'Event' },
    { heading: 'What', shrinks: true, least: 20 },
  ];
  const rows = entries.map(({ event, undone }) => {
    const style = undone ? { style: frame.style.quiet } : {};
    return [
      { text: sayInstant(event.at, frame.calendar, frame.now), ...style },
      { text: event.type, ...style },
      { text: `${undone ? '(undone) ' : ''}${sayEvent(event, frame)}`, ...style },
    ];
  });
  return renderTable(columns, rows, frame.width, frame.style.quiet);
}

/** An event of a commitment as programs see it. */
export function entryJson({ event, operation, undone }: ShownEntry, frame: Frame): object {
  return {
    at: toLocalIso(event.at, frame.calendar),
    type: event.type,
    summary: sayEvent(event, frame),
    operation,
    undone,
  };
}

function sayOperation(operation: ShownOperation, frame: Frame): string {
  return `${operation.undone ? '(undone) ' : ''}${sayFacts(operation, frame)}`;
}

function sayFacts({ facts, words, undoes }: ShownOperation, frame: Frame): string {
  if (undoes !== null) return 'What was done before it counts no more.';
  const told = facts.map(({ event }) => sayEvent(event, frame));
  return (told.length > 0 ? told : words.map(printable)).join(' ');
}

function numbersOf({ facts }: ShownOperation, frame: Frame): number[] {
  const uids = new Set(facts.map(({ uid }) => uid));
  return [...uids].flatMap((uid) => frame.numberOf(uid) ?? []);
}
