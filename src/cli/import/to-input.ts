import { lazy, memoize } from '../../domain/base/memo.ts';
import type { ImportInput } from '../../domain/decisions/import.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { goesBy } from '../../domain/streams/match-client.ts';
import { localDay, startOfDay } from '../../domain/time/calendar.ts';
import { earliest, type Instant } from '../../domain/time/moment.ts';
import type { ForeignItem } from '../../input/foreign/item.ts';
import { readClients } from '../../store/queries.ts';
import type { ImportCall } from './import-call.ts';

/** An item to import, with its line in the file. */
export interface Item extends ImportInput {
  readonly line: number;
  readonly unknownKind: string | undefined;
  readonly undated: string | undefined;
  readonly unmeasured: string | undefined;
  readonly formerSource: string | undefined;
}

/** Returns how the items of a file become what is recorded. `client` is whose those are that name nobody. */
export function inputsOf(call: ImportCall, client: ClientMention | undefined): (item: ForeignItem) => Item {
  const { session, options } = call;
  const { now } = session;
  const kind = options.as ?? 'request';
  const past = (at: Instant | undefined) => earliest(at ?? now, now);
  const named = (name: string | undefined) =>
    name === undefined ? undefined : { name, isNew: options.newClient };
  const clientCalled = knownClients(call);
  return (item) => {
    const { at, isKnown } = firstKnown(call, item);
    const section =
      item.client === undefined ? item.sections?.map(clientCalled).find((name) => name !== null) : null;
    return {
      line: item.line,
      unknownKind: item.unknownKind,
      undated: item.undated,
      unmeasured: item.unmeasured,
      source: item.source,
      formerSource: item.formerSource,
      kind: item.kind ?? kind,
      title: item.title,
      client: named(item.client) ?? (section ? { name: section, isNew: false } : client),
      who: named(item.who),
      due: item.due,
      unsaid: isKnown ? undefined : true,
      isAgreed: options.agreed,
      ...estimateFields(item.estimate),
      // A list that is called like its client is no project of theirs.
      project:
        section && item.project !== undefined && clientCalled(item.project) === section
          ? undefined
          : item.project,
      notes: item.notes
        .filter(({ text }) => text !== '')
        .map(({ text, at: noted }) => ({ text, at: noted === undefined ? at : past(noted) })),
      hiddenUntil: item.hiddenUntil,
      end: item.end && { how: item.end.how, at: past(item.end.at) },
      at,
    };
  };
}

/** Returns the name of the client that a text is the full name of, now or formerly; null if there is none. */
function knownClients({ session }: ImportCall): (text: string) => string | null {
  const clients = lazy(() => readClients(session.open('read').db));
  return memoize((text: string) => clients().find((client) => goesBy(client, text))?.name ?? null);
}

/**
 * When an item was known, and whether the other program says so. What was due or done before it was entered was known
 * earlier than that; and without the time of its entry, it must have been known by the day on which it was due or done.
 */
function firstKnown(
  { session }: ImportCall,
  { due, end, enteredAt }: ForeignItem,
): { readonly at: Instant; readonly isKnown: boolean } {
  const { calendar, now } = session;
  const entered = earliest(enteredAt ?? now, now);
  const [sign] = [due?.at, end?.at].filter((at) => at !== undefined && at <= entered).sort();
  if (sign === undefined) return { at: entered, isKnown: enteredAt !== undefined };
  return { at: startOfDay(calendar, localDay(calendar, sign)), isKnown: false };
}
