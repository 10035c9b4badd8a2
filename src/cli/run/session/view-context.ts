import type { Context } from '../../../app/context.ts';
import { forecastOf } from '../../../app/workload.ts';
import { lazy } from '../../../domain/base/memo.ts';
import { readFormerName } from '../../../store/journal.ts';
import { readClientNames, readClientZones, readNumberOf } from '../../../store/queries.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** What views need, with the names of all clients as they are now. */
export function makeViewContext(context: Context, layout: TextLayout): ViewContext {
  const { db, ...rest } = context;
  const forecast = lazy(() => forecastOf(context));
  return {
    ...rest,
    names: readClientNames(db),
    zones: readClientZones(db),
    chanceOfKeeping: (commitment) => forecast().chanceOfKeeping(commitment),
    formerName: (uid) => readFormerName(db, uid),
    numberOf: (uid) => readNumberOf(db, uid),
    ...layout,
  };
}
