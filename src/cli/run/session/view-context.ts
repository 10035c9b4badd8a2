import type { Context } from '../../../app/context.ts';
import { readClientNames, readClientZones, readNumberOf } from '../../../store/queries.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** What views need, with the names of all clients as they are now. */
export function makeViewContext({ db, ...rest }: Context, layout: TextLayout): ViewContext {
  return {
    ...rest,
    names: readClientNames(db),
    zones: readClientZones(db),
    numberOf: (uid) => readNumberOf(db, uid),
    ...layout,
  };
}
