import { createRequire } from 'node:module';
import { checkBars } from './bars.ts';
import { BARE, node } from './circumstances.ts';
import { type BenchCommand, COMMANDS, WITHOUT_DATA } from './commands.ts';
import { type Findings, type Subject, TASKWARRIOR } from './findings.ts';
import { databaseFor, type Kept, keptDataset } from './kept.ts';
import { type Measured, measureInPairs } from './measure/pairs.ts';
import { newStopwatch, type Stopwatch } from './measure/stopwatch.ts';
import { BARE_DATABASE, type Options, readOptions } from './options.ts';
import { OWN_PROGRAM } from './paths.ts';
import { table } from './table.ts';
import { hasTaskwarrior, taskwarriorOverdue } from './taskwarrior.ts';
import { measureImport, measureRebuild } from './whole-file.ts';

/** Measures what the command line asks for, and prints it as a table with the bars that hold and those that do not. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (!options) return;
  const datasets = options.datasets.map(keptDataset);
  const stopwatch = newStopwatch();
  try {
    const findings: Findings = { results: new Map() };
    await measureCommands(findings, stopwatch, options, datasets);
    await measureWholeFile(findings, stopwatch, options, datasets);
    const { text, missed } = checkBars(findings);
    console.log(
      `${describe(datasets, options, stopwatch)}\n\n${table(findings)}\n\n${text}\n${missed} missed`,
    );
  } finally {
    stopwatch.stop();
  }
}

async function measureCommands(
  { results }: Findings,
  stopwatch: Stopwatch,
  { wants, pairs, program }: Options,
  datasets: readonly Kept[],
): Promise<void> {
  const measure = async (name: string, things: ReadonlyMap<Subject, Measured>) => {
    if (things.size === 0) return;
    console.error(name);
    results.set(name, await measureInPairs(stopwatch, BARE, things, pairs));
  };

  for (const [name, args] of Object.entries(WITHOUT_DATA)) {
    if (wants(name)) await measure(name, new Map([['no file', { line: node([program, ...args]) }]]));
  }
  if (wants(BARE_DATABASE)) {
    await measure(
      'better-sqlite3',
      onEach(datasets.filter(isSmall), ({ database }) => ({ line: openOnly(database) })),
    );
  }
  for (const [name, make] of Object.entries(COMMANDS)) {
    if (!wants(name)) continue;
    await measure(
      name,
      onEach(datasets, (dataset) =>
        inProgram(make(dataset.subjects), program, databaseFor(program, dataset)),
      ),
    );
  }
  if (wants('overdue') && hasTaskwarrior()) {
    await measure(
      TASKWARRIOR,
      onEach(datasets, (dataset) => ({ line: taskwarriorOverdue(dataset) })),
    );
  }
}

async function measureWholeFile(
  findings: Findings,
  stopwatch: Stopwatch,
  { wants, program }: Options,
  datasets: readonly Kept[],
): Promise<void> {
  const lifetime = datasets.find(({ name }) => name === 'lifetime');
  if (!lifetime) return;
  if (wants('import')) {
    console.error('import');
    findings.import = await measureImport(stopwatch, program, lifetime);
  }
  if (wants('rebuild')) {
    console.error('rebuild');
    const { events } = lifetime;
    findings.rebuild = { ...(await measureRebuild(stopwatch, program, lifetime)), events };
  }
}

function onEach(datasets: readonly Kept[], measured: (dataset: Kept) => Measured): Map<Subject, Measured> {
  return new Map(datasets.map((dataset) => [dataset.name, measured(dataset)]));
}

function isSmall({ name }: Kept): boolean {
  return name === 'small';
}

function inProgram({ words, before, after }: BenchCommand, program: string, database: string): Measured {
  const line = (args: readonly string[]) => node([program, ...args], database);
  return { line: line(words), ...(before && { before: line(before) }), ...(after && { after: line(after) }) };
}

/** Opens a database and asks it one thing: the least that a program with SQLite takes. */
function openOnly(database: string) {
  const library = JSON.stringify(createRequire(OWN_PROGRAM).resolve('better-sqlite3'));
  return node([
    '-e',
    `require(${library})(${JSON.stringify(database)}).prepare('SELECT count(*) FROM client').get()`,
  ]);
}

function describe(datasets: readonly Kept[], { program }: Options, { measuresCpu }: Stopwatch): string {
  return [
    `${program}, Node ${process.version}: medians of whole processes, and what they add to a bare one`,
    ...datasets.map(
      ({ name, commitments, open, events }) =>
        `${name}: ${commitments} commitments, ${open} open, ${events} events`,
    ),
    ...(measuresCpu ? [] : ['CPU time and memory are left out: there is no python3 to measure them with.']),
    ...(hasTaskwarrior() ? [] : ['Taskwarrior is not installed, so nothing is compared with it.']),
  ].join('\n');
}
