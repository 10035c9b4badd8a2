import type { Context } from '../../../app/context.ts';
import type { Client } from '../../../domain/streams/client.ts';
import { readClients, readNumberOf } from '../../../store/queries.ts';
import type { Environment, Output } from '../../../system/io.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';

/** The width of a pipe, or of a terminal that does not report one. */
const USUAL_WIDTH = 80;
const LEAST_WIDTH = 40;

/** The height of a pipe, or of a terminal that does not report one. */
const USUAL_HEIGHT = 40;
const LEAST_HEIGHT = 24;

/** What views need. The clients are read from the file unless they are passed. */
export function makeViewContext(
  { db, ...rest }: Context,
  layout: TextLayout,
  known: readonly Client[] | null,
): ViewContext {
  const clients = known ?? readClients(db);
  return {
    ...rest,
    names: namesOf(clients),
    zones: new Map(clients.flatMap(({ uid, zone }) => (zone ? [[uid, zone] as const] : []))),
    numberOf: (uid) => readNumberOf(db, uid),
    ...layout,
  };
}

/** The number of columns available. */
export function widthOf(env: Environment, { columns }: Output): number {
  return Math.max(LEAST_WIDTH, Number(env.COLUMNS) || columns || USUAL_WIDTH);
}

/** The number of lines available. */
export function heightOf(env: Environment, { rows }: Output): number {
  return Math.max(LEAST_HEIGHT, Number(env.LINES) || rows || USUAL_HEIGHT);
}

/** The names of clients by uid. The uid of a merged client has the name of the client it was merged into. */
function namesOf(clients: readonly Client[]): ReadonlyMap<string, string> {
  return new Map(
    clients.flatMap(({ uid, name, otherNames }) => [
      [uid, name] as const,
      ...otherNames.flatMap(({ merged }) => (merged === null ? [] : [[merged, name] as const])),
    ]),
  );
}
