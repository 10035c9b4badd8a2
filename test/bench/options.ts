import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS, WITHOUT_DATA } from './commands.ts';
import { DATASET_NAMES, type DatasetName } from './data/datasets.ts';
import { OWN_PROGRAM } from './paths.ts';

/** What to measure, and how often. */
export interface Options {
  readonly pairs: number;
  readonly datasets: readonly DatasetName[];
  /** Whether a command is to be measured. */
  readonly wants: (command: string) => boolean;
  readonly program: string;
}

/** The measurements on the whole lifetime file. */
export const WHOLE_FILE = ['import', 'rebuild'] as const;

/** A bare process that opens a database, for comparison. */
export const BARE_DATABASE = 'database';

const NAMES: readonly string[] = [
  ...Object.keys(COMMANDS),
  ...Object.keys(WITHOUT_DATA),
  BARE_DATABASE,
  ...WHOLE_FILE,
];

const USAGE = `npm run bench -- [options]
  --pairs N            how often each command is run beside a bare process (else 15)
  --only NAMES         only some files: ${DATASET_NAMES.join()}
  --commands NAMES     only some commands: ${NAMES.join()}
  --program FILE       another build: its bin/followup.js`;

/** Reads the command line; null after printing the help. Throws if it is not valid. */
export function readOptions(argv: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      pairs: { type: 'string', default: '15' },
      only: { type: 'string', default: DATASET_NAMES.join() },
      commands: { type: 'string', default: NAMES.join() },
      program: { type: 'string', default: OWN_PROGRAM },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return null;
  }
  const pairs = Number(values.pairs);
  if (!Number.isInteger(pairs) || pairs < 1) throw new Error(`--pairs ${values.pairs}: it is no count.`);
  const commands = known(values.commands, NAMES);
  return {
    pairs,
    datasets: known(values.only, DATASET_NAMES),
    wants: (command) => commands.includes(command),
    program: resolve(values.program),
  };
}

function known<T extends string>(list: string, names: readonly T[]): readonly T[] {
  const words = list.split(',');
  const unknown = words.find((word) => !(names as readonly string[]).includes(word));
  if (unknown !== undefined) throw new Error(`There is no "${unknown}"; there are: ${names.join(', ')}.`);
  return names.filter((name) => words.includes(name));
}
