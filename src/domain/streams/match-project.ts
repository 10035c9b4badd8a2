import { nearWords } from '../base/edit-distance.ts';
import { hasBeginning, hasWords, isSameName } from './names.ts';
import type { Project } from './project.ts';

/** What a typed name of a project can mean. `begun` has to be confirmed where something is recorded. */
export type ProjectMatch =
  | { readonly found: Project }
  | { readonly ambiguous: readonly Project[] }
  | { readonly begun: Project }
  | { readonly near: readonly Project[] }
  | { readonly unknown: true };

/** Finds the project that a name means, by the rules for the names of clients. */
export function matchProject(typed: string, projects: readonly Project[]): ProjectMatch {
  const same = projectCalled(typed, projects);
  if (same) return { found: same };
  const [worded, ...others] = projects.filter(({ name }) => hasWords(name, typed));
  if (worded) return others.length === 0 ? { found: worded } : { ambiguous: [worded, ...others] };
  const [begun, ...alike] = projects.filter(({ name }) => hasBeginning(name, typed));
  if (begun) return alike.length === 0 ? { begun } : { ambiguous: [begun, ...alike] };
  const near = nearWords(
    typed.toLowerCase(),
    projects.map(({ name }) => name.toLowerCase()),
  );
  return near.length === 0
    ? { unknown: true }
    : { near: projects.filter(({ name }) => near.includes(name.toLowerCase())) };
}

/** The project of this name, but for what does not matter in a name; undefined if there is none. */
export function projectCalled<P extends Pick<Project, 'name'>>(
  name: string,
  projects: readonly P[],
): P | undefined {
  return (
    projects.find((project) => project.name === name) ??
    projects.find((project) => isSameName(project.name, name))
  );
}
