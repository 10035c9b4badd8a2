import type { Context } from '../../../app/context.ts';
import type { Client } from '../../../domain/streams/client.ts';
import { readClients, readNumberOf } from '../../../store/queries.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** What views need. The clients are read from the file unless they are passed. */
export function makeViewContext(
  { db, ...rest }: Context,
  layout: TextLayout,
  known: readonly Client[] | null,
): ViewContext {
  const clients = known ?? readClients(db);
  return {
    ...rest,
    names: namesOf(clients),
    zones: new Map(clients.flatMap(({ uid, zone }) => (zone ? [[uid, zone] as const] : []))),
    numberOf: (uid) => readNumberOf(db, uid),
    ...layout,
  };
}

/** The names of clients by uid. The uid of a merged client has the name of the client it was merged into. */
function namesOf(clients: readonly Client[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { uid, name, otherNames } of clients) {
    names.set(uid, name);
    for (const { merged } of otherNames) if (merged !== null) names.set(merged, name);
  }
  return names;
}
