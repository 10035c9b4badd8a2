import { decideClient } from '../domain/decisions/client.ts';
import { mergeProject } from '../domain/decisions/merge-project.ts';
import { reassign } from '../domain/decisions/reassign.ts';
import type { Client } from '../domain/streams/client.ts';
import type { MergedClient } from '../domain/streams/imported-journal.ts';
import { projectCalled } from '../domain/streams/match-project.ts';
import { isSameName } from '../domain/streams/names.ts';
import type { Project } from '../domain/streams/project.ts';
import { readOrphans } from '../store/orphans.ts';
import { readProjects } from '../store/projects.ts';
import { readClients } from '../store/queries.ts';
import type { Context } from './context.ts';
import { execute, type Step, startNew } from './execute.ts';

/**
 * Merges clients and projects that two files recorded separately, by operations that can be undone. Must run inside a
 * write transaction.
 */
export function mergeClients(context: Context): MergedClient[] {
  reassignOrphans(context);
  const merged = mergeNamesakes(context);
  mergeProjects(context);
  return merged;
}

/**
 * Handles clients that one file had merged while the other went on using them: what was recorded for them
 * goes to the client they were merged into. If clients were merged into each other, one of them comes back.
 */
function reassignOrphans(context: Context): void {
  const { db, now } = context;
  const orphans = readOrphans(db);
  const lost = new Map(orphans.flatMap(({ into, lost: name }) => (name === null ? [] : [[into, name]])));
  const step = (decide: Step['decide']): Step => ({ selection: null, decide });
  const steps = [
    ...[...lost].map(([uid, name]) =>
      step(() => [{ stream: { kind: 'client', uid }, event: { type: 'ClientAdded', name, at: now } }]),
    ),
    ...orphans
      .filter(({ from, into }) => from !== into)
      .map(({ from, into }) => step((_target, situation) => reassign(from, into, now, situation))),
  ];
  if (steps.length > 0) execute(context, 'import', ...steps);
}

/** Merges clients with the same name. The oldest stays, so that both files keep the same one. */
function mergeNamesakes(context: Context): MergedClient[] {
  const kept: Client[] = [];
  const merges = readClients(context.db)
    .toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
    .flatMap((merge) => {
      const client = kept.find(({ name }) => isSameName(name, merge.name));
      if (!client) kept.push(merge);
      return client ? [{ client, merge }] : [];
    });
  const steps = merges.map((merge) => startNew(decideClient, { at: context.now, ...merge }));
  if (steps.length > 0) execute(context, 'import', ...steps);
  return merges.map(({ client, merge }) => ({ name: merge.name, into: client.name }));
}

/** Merges projects with the same name. The oldest stays here too. */
function mergeProjects(context: Context): void {
  const kept: Project[] = [];
  const steps = readProjects(context.db)
    .toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
    .flatMap((other): Step[] => {
      const into = projectCalled(other.name, kept);
      if (!into) kept.push(other);
      return into
        ? [
            {
              selection: null,
              decide: (_target, situation) => mergeProject(into, other, context.now, situation),
            },
          ]
        : [];
    });
  if (steps.length > 0) execute(context, 'import', ...steps);
}
