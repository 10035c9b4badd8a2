import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import { costOf, type ProjectAccount, type ProjectCost } from '../domain/planning/project-cost.ts';
import { spentByWeek, type WeekSpent } from '../domain/planning/spent-by-week.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { ProjectEvent } from '../domain/streams/events.ts';
import { matchProject, projectCalled } from '../domain/streams/match-project.ts';
import { isStarted, type Project, unstartedProject } from '../domain/streams/project.ts';
import { inZone, type WorkCalendar } from '../domain/time/calendar.ts';
import { earliest } from '../domain/time/moment.ts';
import type { Db } from '../store/db.ts';
import { readEffective } from '../store/journal.ts';
import {
  readCommitmentsIn,
  readOpenWorkIn,
  readProjects,
  readSpendingsOn,
  readUsedProjectNames,
  sumSpentOn,
} from '../store/projects.ts';
import { readClientZones } from '../store/queries.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/** What a project has cost and will come to. */
export function costOfProject(
  context: Context,
  project: Project,
  forecast: Pick<Forecast, 'effortLeft'>,
): ProjectCost {
  return costOf(accountOf(context, project), forecast, context.now);
}

function accountOf(context: Context, project: Project): ProjectAccount {
  const { db } = context;
  return {
    project,
    get there() {
      return calendarOf(context, project.client);
    },
    spentIn: (from, to) => sumSpentOn(db, project, from, to),
    spendingsIn: (from, to) => readSpendingsOn(db, project, from, to),
    get open() {
      return readOpenWorkIn(db, project.name);
    },
  };
}

/** The calendar in the zone of a client: the same working hours, by the clock there. */
export function calendarOf({ db, calendar }: Context, client: string | null): WorkCalendar {
  const zone = client === null ? undefined : readClientZones(db).get(client);
  return zone === undefined || zone === calendar.zone ? calendar : inZone(calendar, zone);
}

/** The names that commitments give their projects, as the projects that they would be, without those that were started. */
export function readUnstarted(db: Db, started: readonly Project[]): Project[] {
  const unstarted: Project[] = [];
  for (const { name, client, since } of readUsedProjectNames(db)) {
    if (projectCalled(name, started)) continue;
    const same = projectCalled(name, unstarted);
    if (!same) unstarted.push(unstartedProject(name, client, since));
    else {
      const isOneClient = same.client === client;
      unstarted[unstarted.indexOf(same)] = {
        ...same,
        client: isOneClient ? client : null,
        startedAt: earliest(same.startedAt, since),
      };
    }
  }
  return unstarted;
}

/** All projects by name, and the names that only commitments use. */
export function readAllProjects(db: Db): Project[] {
  const started = readProjects(db);
  return [...started, ...readUnstarted(db, started)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The project that a name means, started or not; null if there is none. Throws a Refusal if it may mean several. */
export function knownProject(
  db: Db,
  name: string,
  { isRecorded }: { readonly isRecorded: boolean },
): Project | null {
  const match = matchProject(name, readAllProjects(db));
  if ('found' in match) return match.found;
  if ('ambiguous' in match) {
    const names = match.ambiguous.map((project) => project.name).join(', ');
    throw refuse('project-ambiguous', `"${name}" may be ${names}.`, 'Type more of the name.');
  }
  return 'begun' in match && !isRecorded ? match.begun : null;
}

/** The refusal of a name that means no project, with those that it may be a slip for. */
export function refuseUnknownProject(db: Db, name: string, hint: string): Refusal {
  const near = projectsLike(db, name);
  return new Refusal(
    'no-such-project',
    `There is no project "${name}".`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : hint,
    'missing',
  );
}

/** The names of the projects that a name may be a slip for, or begins. */
export function projectsLike(db: Db, name: string): string[] {
  const match = matchProject(name, readAllProjects(db));
  const like = 'near' in match ? match.near : 'begun' in match ? [match.begun] : [];
  return like.map((project) => project.name);
}

/** What happened to a project itself, in the order in which it was recorded, without what was undone. */
function readProjectEvents(db: Db, { uid, merged }: Project): ProjectEvent[] {
  return [...merged, uid].flatMap((each) => readEffective(db, { kind: 'project', uid: each }));
}

/** Everything that is shown of a project. */
export interface ShownProject {
  readonly cost: ProjectCost;
  readonly events: readonly ProjectEvent[];
  readonly commitments: readonly Commitment[];
  readonly weeks: readonly WeekSpent[];
}

/** A project with its cost, its story, the work in it, and what was spent by week. */
export function readShownProject(context: Context, project: Project): ShownProject {
  const { db, calendar } = context;
  const cost = costOfProject(context, project, forecastOf(context));
  return {
    cost,
    events: isStarted(project) ? readProjectEvents(db, project) : [],
    commitments: readCommitmentsIn(db, project.name),
    weeks: spentByWeek(cost, calendar),
  };
}

/** What all projects cost, by name; those that are closed only if they are asked for. */
export function readProjectCosts(context: Context, { all }: { readonly all: boolean }): ProjectCost[] {
  const forecast = forecastOf(context);
  return readAllProjects(context.db)
    .filter(({ closedAt }) => all || closedAt === null)
    .map((project) => costOfProject(context, project, forecast));
}
