import type { Context } from '../../../app/context.ts';
import { memoize } from '../../../domain/base/memo.ts';
import { shortHandle } from '../../../domain/streams/client-handle.ts';
import { readClientNames, readClients, readClientZones, readNumberOf } from '../../../store/queries.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** What views need, with the names of all clients as they are now. */
export function makeViewContext({ db, ...rest }: Context, layout: TextLayout): ViewContext {
  const names = readClientNames(db);
  return {
    ...rest,
    names,
    handleOf: memoize((uid) => {
      const clients = readClients(db);
      const client = clients.find((each) => each.uid === uid);
      return (client && shortHandle(client, clients)) ?? names.get(uid) ?? '';
    }),
    zones: readClientZones(db),
    numberOf: (uid) => readNumberOf(db, uid),
    ...layout,
  };
}
