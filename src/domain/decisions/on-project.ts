import { defined } from '../base/defined.ts';
import type { Change, ProjectEvent } from '../streams/events.ts';
import { projectCalled } from '../streams/match-project.ts';
import { newProject, type Project } from '../streams/project.ts';
import type { Instant } from '../time/moment.ts';
import { on } from './decision.ts';
import type { Situation } from './situation.ts';

/** One fact on the stream of a project. */
export function onProject({ uid }: Pick<Project, 'uid'>, event: ProjectEvent): Change {
  return { stream: { kind: 'project', uid }, event };
}

/**
 * Starts a project. Commitments that name it in another spelling get its own, so that whoever looks at them sees one
 * project.
 */
export function startProject(
  { name, client }: Pick<Project, 'name' | 'client'>,
  at: Instant,
  situation: Situation,
): { readonly project: Project; readonly changes: readonly Change[] } {
  const uid = situation.newId();
  return {
    project: newProject(uid, name, client, at),
    changes: [
      onProject({ uid }, defined({ type: 'ProjectStarted' as const, name, client: client ?? undefined, at })),
      ...renameIn(name, name, at, situation),
    ],
  };
}

/** Has all commitments that belong to a project of a name call it by another. */
export function renameIn(from: string, to: string, at: Instant, situation: Situation): Change[] {
  return situation
    .commitmentsIn(from)
    .filter(({ project }) => project !== to)
    .map((commitment) => on(commitment, { type: 'DetailsChanged', project: to, at }));
}

/** A project as it is now: another terminal may have started or changed it since it was looked up. */
export function currentProject(project: Project, { projects }: Pick<Situation, 'projects'>): Project {
  return projects.find(({ uid }) => uid === project.uid) ?? projectCalled(project.name, projects) ?? project;
}
