import { Random } from '../bench/data/random.ts';
import type { Journal } from './whole-journal.ts';

/** A journal in which one field was changed. */
export interface Mutation {
  readonly seed: number;
  readonly place: string;
  /** What stands there now; undefined if the field was taken away. */
  readonly value: string | undefined;
  readonly text: string;
}

type Path = readonly (string | number)[];

/** What may stand in place of any value. `undefined` takes the field away. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  '',
  ' ',
  'garbage',
  '\ud800 half',
  '\u0000',
  '\u001b[2J\u202e',
  '__proto__',
  'constructor',
  'x'.repeat(20_000),
  '2026-03-05',
  '2026-13-45',
  '99999-01-01',
  '9999-12-31',
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-03-05T09:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '25:00',
  'Mars/Olympus',
  '/etc/localtime',
  'FREQ=SECONDLY;INTERVAL=0',
  'FREQ=YEARLY;INTERVAL=1000000000',
  '999999999999999-999999',
  0,
  -1,
  0.5,
  -1e308,
  1e308,
  4_294_967_296,
  Number.MAX_SAFE_INTEGER,
  [],
  [1e308],
  {},
  { at: 'garbage' },
  nested(2000),
];

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

/** Changes one field of the operations of a journal; the same seed changes the same one in the same way. */
export function mutate(journal: Journal, seed: number): Mutation {
  const random = new Random(seed);
  const paths = pathsIn(journal.operations);
  const path = random.pick(paths);
  const value = random.chance(0.1) ? swapped(journal, paths, random) : random.pick(VALUES);
  const changed = structuredClone(journal.operations);
  set(changed, path, value);
  return {
    seed,
    place: path.join('.'),
    value: value === undefined ? undefined : JSON.stringify(value).slice(0, 100),
    text: JSON.stringify({ ...journal, operations: changed }),
  };
}

/** A value that stands elsewhere in the journal. */
function swapped(journal: Journal, paths: readonly Path[], random: Random): unknown {
  return random
    .pick(paths)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], journal.operations);
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))
      : [];
  return path.length > 0 ? [path, ...inner] : inner;
}

function set(root: unknown, path: Path, value: unknown): void {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], root) as Record<string, unknown>;
  const key = path.at(-1) ?? '';
  if (value !== undefined) holder[key] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
