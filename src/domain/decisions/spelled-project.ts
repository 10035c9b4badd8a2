import { projectCalled } from '../streams/match-project.ts';
import type { Situation } from './situation.ts';

/** The name of a project as the project itself is called, if it was started; what was left out or is removed stays so. */
export function spelledProject<T extends string | null | undefined>(
  typed: T,
  { projects }: Pick<Situation, 'projects'>,
): T | string {
  return typed == null ? typed : (projectCalled(typed, projects)?.name ?? typed);
}
