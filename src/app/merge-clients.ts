import { type Client, isSameName } from '../domain/client.ts';
import { decideClient } from '../domain/decisions/client.ts';
import { reassign } from '../domain/reassign.ts';
import { readClients } from '../store/queries.ts';
import { readStrays } from '../store/strays.ts';
import type { Context } from './context.ts';
import { execute, type Step, starting } from './execute.ts';

/** A client that is one with another now, and what that is called. */
export interface MergedClient {
  readonly name: string;
  readonly into: string;
}

/**
 * Brings together what two files have recorded of the same clients without knowing of each other, by operations that can be
 * undone. Must run inside a write transaction.
 */
export function mergeClients(context: Context): MergedClient[] {
  gatherStrays(context);
  return mergeNamesakes(context);
}

/** What one file recorded for a client that the other had merged by then goes where the rest of it went. */
function gatherStrays(context: Context): void {
  const steps = readStrays(context.db).map(
    ({ from, into }): Step => ({
      selection: null,
      decide: (_target, situation) => reassign(from, into, context.now, situation),
    }),
  );
  if (steps.length > 0) execute(context, 'import', ...steps);
}

/** Makes clients one that have the same name. The oldest stays, so that both files keep the same. */
function mergeNamesakes(context: Context): MergedClient[] {
  const kept: Client[] = [];
  const merges = readClients(context.db)
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
    .flatMap((merge) => {
      const client = kept.find(({ name }) => isSameName(name, merge.name));
      if (!client) kept.push(merge);
      return client ? [{ client, merge }] : [];
    });
  const steps = merges.map((merge) => starting(decideClient, { at: context.now, ...merge }));
  if (steps.length > 0) execute(context, 'import', ...steps);
  return merges.map(({ client, merge }) => ({ name: merge.name, into: client.name }));
}
