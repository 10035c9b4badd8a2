import type { CalendarEntry, EntryOnCommitment, EntryTopic } from '../../domain/agenda/calendar/entry.ts';
import type { Client } from '../../domain/streams/client.ts';
import { mayNameSomebody } from '../../domain/streams/find-names.ts';
import type { Kind, State } from '../../domain/streams/kinds.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** What may be read in a calendar: everything, or nothing that names one of these clients or of the people there. */
export type Discretion = 'open' | { readonly hides: readonly Client[] };

const DUE: Readonly<Record<Kind, string>> = {
  request: 'Due',
  promise: 'Promised',
  awaiting: 'Expected',
  reply: 'Reply',
  complaint: 'Complaint',
};

const ENDED: Readonly<Partial<Record<State, string>>> = {
  done: 'done',
  accepted: 'done',
  dropped: 'dropped',
  missed: 'missed',
};

/**
 * The title of an entry: "Due: Report (Acme Corp)", and ", done" or ", cancelled" for those whose program overlooks that they are cancelled. In
 * private it has no client, and a title that may name somebody is left out: "Due: 12". Safe to print.
 */
export function sayEntry(
  { about, isCancelled }: CalendarEntry,
  discretion: Discretion,
  view: ViewContext,
): string {
  if (about.what === 'away') {
    const note = about.note !== null && isTold(about.note, about, discretion) ? `: ${about.note}` : '';
    return printable(`Away${note}${isCancelled ? ', cancelled' : ''}`);
  }
  const { what, kind, title, counterpart, number, state } = about;
  const head = what === 'due' ? DUE[kind] : what === 'target' ? 'Target' : 'Update';
  const name = discretion === 'open' ? nameOf(counterpart, view) : null;
  const told = isTold(title, about, discretion) ? title : number;
  const end = ENDED[state] ?? (isCancelled ? 'cancelled' : null);
  return printable(
    `${head}${told === null ? '' : `: ${told}`}${name ? ` (${name})` : ''}${end ? `, ${end}` : ''}`,
  );
}

/** The command that shows what an entry is about; null where there is nothing more to see. */
export function commandOfEntry(about: EntryTopic): string | null {
  if (about.what === 'away') return null;
  return about.number === null ? 'followup standing' : `followup show ${about.number}`;
}

function isTold(text: string, about: EntryTopic, discretion: Discretion): boolean {
  return discretion === 'open' || !mayNameSomebody(text, discretion.hides, concernedBy(about));
}

function concernedBy(about: EntryTopic): readonly (string | null)[] {
  return about.what === 'away' ? [] : [(about satisfies EntryOnCommitment).client, about.counterpart];
}
