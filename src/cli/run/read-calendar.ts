import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { haveDeclined, type OtherSide, organisedBy, otherSideOf } from '../../domain/mail/other-side.ts';
import type { ImportedKind } from '../../domain/streams/kinds.ts';
import { type CalendarItem, readIcs } from '../../input/foreign/ics.ts';
import { type ForeignFile, type ForeignItem, type Unkept, unkeptOf } from '../../input/foreign/item.ts';
import { readClients, readSources } from '../../store/queries.ts';
import type { LeftOutOfCalendar } from '../../views/words/import.ts';
import { sayDate } from '../../views/words/time.ts';
import type { Call } from './call.ts';
import { askKinds, type EntryInDoubt, type EntryKind } from './prompts/kinds-of-entries.ts';
import { refuseUsage } from './refuse-usage.ts';

/** What the line of an import says that matters for a calendar. */
interface CalendarOptions {
  readonly as: ImportedKind | undefined;
  readonly client: string | undefined;
  readonly all: boolean;
  readonly dryRun: boolean;
  readonly newClient: boolean;
}

/** A command that imports a calendar from a file. */
type CalendarCall = Call<{ readonly file?: string | undefined }, CalendarOptions>;

/** What is imported from a calendar, and how many of its entries were left out. */
export interface ChosenEntries extends ForeignFile {
  readonly leftOut: LeftOutOfCalendar;
}

/**
 * The entries of a calendar as items with kinds. One that I organise is a promise, and one of others is awaited; a terminal is asked
 * whether that is so, and what the entries are that nobody organises. Elsewhere --as has to say it. Throws a Refusal.
 */
export async function readCalendar(call: CalendarCall, text: string): Promise<ChosenEntries> {
  const { session, options } = call;
  const me = session.settings.value('me.email');
  const { entries, leftOut, ...file } = orThrow(await readIcs(text, session.dates));
  const { db } = session.open('read');
  const known = new Set(readSources(db));

  const accepted = entries.filter(({ participants }) => !haveDeclined(participants, me));
  const current = accepted.filter(({ isPast }) => options.all || !isPast);
  const isNew = ({ item: { source, end } }: CalendarItem) => !known.has(source) && (options.all || !end);
  const kinds = await kindsOf(call, current.filter(isNew), me);
  const chosen = current.filter(({ item }) => kinds.get(item.source) !== 'none');
  const sideOf = otherSides(readClients(db), me);
  return {
    ...file,
    items: chosen.map((entry) => {
      const kind = kinds.get(entry.item.source);
      const item = { ...entry.item, kind: kind === 'none' ? undefined : kind };
      return withOtherSide(item, sideOf(entry), options.client !== undefined);
    }),
    unkept: unkeptIn(chosen.filter(isNew)),
    leftOut: {
      ...leftOut,
      past: accepted.length - current.length,
      declined: entries.length - accepted.length,
      chosen: current.length - chosen.length,
    },
  };
}

/** What the entries have that is not kept, with the lines of those that have it. */
function unkeptIn(entries: readonly CalendarItem[]): Unkept[] {
  return unkeptOf(
    entries.flatMap(({ item: { line }, unused }) => [...new Set(unused)].map((name) => ({ name, line }))),
  );
}

/** The other party to each entry, found once for entries with the same people. */
function otherSides(clients: Parameters<typeof otherSideOf>[1], me: readonly string[]) {
  const sides = new Map<string, OtherSide | null>();
  return ({ participants }: CalendarItem): OtherSide | null => {
    const key = JSON.stringify(participants);
    if (!sides.has(key)) sides.set(key, otherSideOf(participants, clients, me));
    return sides.get(key) ?? null;
  };
}

/**
 * An item with whoever is the other party to it. With a client on the line, somebody whom no client knows is one of their people, and
 * named in a note, so that no client is made of them.
 */
function withOtherSide(item: ForeignItem, side: OtherSide | null, hasClient: boolean): ForeignItem {
  if (side === null) return item;
  const { who, client } = side;
  if (client === null && hasClient) return { ...item, notes: [...item.notes, { text: `With ${who}` }] };
  return { ...item, who, client: client ?? undefined };
}

/** What each entry is, by its source. Throws a Refusal where that is not known and nobody can be asked. */
async function kindsOf(
  call: CalendarCall,
  entries: readonly CalendarItem[],
  me: readonly string[],
): Promise<ReadonlyMap<string, EntryKind | ImportedKind>> {
  const { as } = call.options;
  const allAre = (kind: ImportedKind) => new Map(entries.map(({ item }) => [item.source, kind]));
  if (as !== undefined) return allAre(as);
  // Without a date it is neither, and rejected whatever is said.
  const inDoubt = entries.filter(({ item }) => item.due).map((entry) => inDoubtAs(call, entry, me));
  const undated = allAre('awaiting');
  if (call.isInteractive) return new Map([...undated, ...(await askKinds(call, inDoubt))]);
  const unknown = inDoubt.filter(({ suggestion }) => suggestion === null);
  if (unknown.length > 0) throw refuseUnknownKind(call, unknown, inDoubt.length);
  return new Map([
    ...undated,
    ...inDoubt.map(({ source, suggestion }) => [source, suggestion ?? 'none'] as const),
  ]);
}

function inDoubtAs({ session }: CalendarCall, entry: CalendarItem, me: readonly string[]): EntryInDoubt {
  const { item, participants } = entry;
  const { organizer } = participants;
  const by = organisedBy(participants, me);
  const { now, calendar } = session;
  return {
    source: item.source,
    title: item.title,
    date: item.due ? sayDate(item.due, { now, calendar }) : null,
    organizer: organizer && (organizer.name || organizer.address),
    suggestion: by && (by === 'me' ? 'promise' : 'awaiting'),
  };
}

function refuseUnknownKind(call: CalendarCall, unknown: readonly EntryInDoubt[], count: number) {
  const commands = `if they promised: ${lineWith(call, 'awaiting')}; if you did: ${lineWith(call, 'promise')}`;
  const all = count === 1 ? 'The entry' : `The ${count} entries`;
  const few = unknown.length === count ? all : `${unknown.length} of ${count} entries`;
  const them = unknown.length === 1 ? 'it' : 'them';
  const isOrganised = unknown.every(({ organizer }) => organizer !== null);
  return isOrganised
    ? refuseUsage(
        `${few} may be yours or those of others, because your own addresses are not known.`,
        `Say which they are: followup config me.email ADDRESS. Or decide for all entries; ${commands}`,
        'kind-unknown',
      )
    : refuseUsage(
        `${few} ${unknown.length === 1 ? 'does' : 'do'} not say who organises ${them}, so you may have promised ${them} or wait for ${them}.`,
        `Nothing was imported. Decide for all entries; ${commands}`,
        'kind-unknown',
      );
}

/** The command line with a kind for the entries. */
function lineWith({ args, options }: CalendarCall, kind: ImportedKind): string {
  return [
    `followup import ${quoteForShell(args.file ?? '-')} --as ${kind}`,
    ...(options.client === undefined ? [] : [`--client ${quoteForShell(options.client)}`]),
    ...(options.all ? ['--all'] : []),
    ...(options.newClient ? ['--new-client'] : []),
    ...(options.dryRun ? ['--dry-run'] : []),
  ].join(' ');
}
