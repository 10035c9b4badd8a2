import { recentSince } from '../domain/agenda/recent.ts';
import { Refusal } from '../domain/base/refusal.ts';
import { refuseMatch } from '../domain/decisions/mention-clients.ts';
import type { ClientSpending } from '../domain/planning/project-cost.ts';
import type { Client } from '../domain/streams/client.ts';
import { matchClient } from '../domain/streams/match-client.ts';
import type { Project } from '../domain/streams/project.ts';
import type { Db } from '../store/db.ts';
import { readProjectsOf, sumSpentOnClient } from '../store/projects.ts';
import { readClients } from '../store/queries.ts';
import type { Context } from './context.ts';
import { costOfProject, knownProject, projectsLike } from './projects.ts';
import { forecastOf } from './workload.ts';

/**
 * What a name means where something is spent: a project, else a client. Throws a Refusal, of kind `missing` if it is
 * neither.
 */
export function findSpentOn(
  db: Db,
  name: string,
): { readonly project: Project } | { readonly client: Client } {
  const project = knownProject(db, name, { isRecorded: true });
  if (project) return { project };
  const match = matchClient(name, readClients(db));
  if ('found' in match) return { client: match.found };
  if ('ambiguous' in match) throw refuseMatch(name, match);
  const clients = 'near' in match ? match.near : 'begun' in match ? match.begun : [];
  const like = [...projectsLike(db, name), ...clients.map((client) => client.name)];
  throw new Refusal(
    'nothing-to-spend-on',
    `There is no project and no client "${name}".`,
    like.length > 0
      ? `Did you mean ${like.join(' or ')}?`
      : 'Name a commitment by its number, a project or a client; a name of several words in quotes.',
    'missing',
  );
}

/** What was spent on a client, and how its projects stand. */
export function readClientSpending(context: Context, { uid }: Pick<Client, 'uid'>): ClientSpending {
  const { db, now } = context;
  const forecast = forecastOf(context);
  const open = readProjectsOf(db, uid).filter(({ closedAt }) => closedAt === null);
  return {
    lately: sumSpentOnClient(db, uid, recentSince(now)),
    inAll: sumSpentOnClient(db, uid, null),
    projects: open.map((project) => costOfProject(context, project, forecast)),
  };
}
