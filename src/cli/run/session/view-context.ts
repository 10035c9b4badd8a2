import type { Context } from '../../../app/context.ts';
import { readHeldUp } from '../../../app/held-up.ts';
import { costOfProject } from '../../../app/projects.ts';
import { readOutlook } from '../../../app/standings.ts';
import { forecastOf } from '../../../app/workload.ts';
import { lazy, memoize, memoizeByObject } from '../../../domain/base/memo.ts';
import type { Forecast } from '../../../domain/planning/forecast.ts';
import { shortHandle } from '../../../domain/streams/client-handle.ts';
import { projectCalled } from '../../../domain/streams/match-project.ts';
import { readFormerName } from '../../../store/journal.ts';
import { readProjects } from '../../../store/projects.ts';
import {
  readBelongingTo,
  readClientNames,
  readClients,
  readClientZones,
  readCommitment,
  readComplaintsAbout,
  readExtrasOf,
  readNumberOf,
  readOwner,
} from '../../../store/queries.ts';
import { readStanding } from '../../../store/standings.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** What views need, with the names of all clients as they are now. `forecast` is made only if a view asks for it. */
export function makeViewContext(
  context: Context,
  layout: TextLayout,
  forecast: () => Forecast = lazy(() => forecastOf(context)),
): ViewContext {
  const { db, ...rest } = context;
  const names = readClientNames(db);
  return {
    ...rest,
    names,
    handleOf: memoize((uid) => {
      const clients = readClients(db);
      const client = clients.find((each) => each.uid === uid);
      return (client && shortHandle(client, clients)) ?? names.get(uid) ?? '';
    }),
    canWrite: () => true,
    zones: readClientZones(db),
    chanceOfKeeping: (commitment) => forecast().chanceOfKeeping(commitment),
    canKeep: (commitment, date) => forecast().judge(commitment, date).fits,
    costOfProject: memoize((name) => {
      const project = projectCalled(name, readProjects(db));
      return project?.budget ? costOfProject(context, project, forecast()) : null;
    }),
    formerName: (uid) => readFormerName(db, uid),
    numberOf: (uid) => readNumberOf(db, uid),
    commitmentOf: (uid) => readCommitment(db, uid),
    belongingTo: (uid) => readBelongingTo(db, uid),
    complaintsAbout: (uid) => readComplaintsAbout(db, uid),
    heldUp: memoizeByObject((commitment) => readHeldUp(context, commitment, forecast)),
    extrasOf: (uid) => readExtrasOf(db, uid),
    standingOf: memoize((uid) => {
      const standing = readStanding(db, uid);
      return standing && readOutlook(context, standing);
    }),
    ownerOf: (uid) => readOwner(db, uid),
    ...layout,
  };
}
