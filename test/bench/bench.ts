import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { checkBars } from './bars.ts';
import { BARE, node } from './circumstances.ts';
import { type BenchCommand, COMMANDS, WITHOUT_DATA } from './commands.ts';
import { COMPARED_WITH_TASKWARRIOR, type Findings, type Subject, TASKWARRIOR } from './findings.ts';
import { databaseFor, type Kept, keptDataset } from './kept.ts';
import { type Measured, measureInPairs } from './measure/pairs.ts';
import { newStopwatch, type Stopwatch } from './measure/stopwatch.ts';
import { BARE_DATABASE, type Options, readOptions } from './options.ts';
import { OWN_PROGRAM } from './paths.ts';
import { table } from './table.ts';
import { hasTaskwarrior, taskwarriorOverdue } from './taskwarrior.ts';
import { measureImport, measureRebuild } from './whole-file.ts';

/** Measures what the command line asks for, and prints a table and which limits hold. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (!options) return;
  const datasets = options.datasets.map(keptDataset);
  const stopwatch = newStopwatch();
  const [loadBefore = 0] = loadavg();
  try {
    const findings: Findings = { results: new Map() };
    await measureCommands(findings, stopwatch, options, datasets);
    await measureWholeFile(findings, stopwatch, options, datasets);
    const { text, missed } = checkBars(findings);
    console.log(
      `${describe(datasets, options, stopwatch)}\n${describeLoad(loadBefore)}\n\n${table(findings)}\n\n${text}\n${missed} missed`,
    );
  } finally {
    stopwatch.stop();
  }
}

/** A command on a file, or on none. */
interface Place {
  readonly command: string;
  readonly subject: Subject;
}

async function measureCommands(
  { results }: Findings,
  stopwatch: Stopwatch,
  options: Options,
  datasets: readonly Kept[],
): Promise<void> {
  const everything = [...placesOf(options, datasets)];
  for (const group of groupsOf(everything.map(([{ command }]) => command))) {
    console.error(group.join(', '));
    const things = new Map(everything.filter(([{ command }]) => group.includes(command)));
    for (const [{ command, subject }, result] of await measureInPairs(
      stopwatch,
      BARE,
      things,
      options.pairs,
    )) {
      results.set(command, new Map([...(results.get(command) ?? []), [subject, result]]));
    }
  }
}

/** The commands that are compared with each other are measured in turns; the others one after the other. */
function groupsOf(commands: readonly string[]): string[][] {
  const compared = [...COMPARED_WITH_TASKWARRIOR, TASKWARRIOR];
  const all = [...new Set(commands)];
  const together = all.filter((command) => compared.includes(command));
  return [
    ...all.filter((command) => !compared.includes(command)).map((command) => [command]),
    together,
  ].filter((group) => group.length > 0);
}

function* placesOf({ wants, program }: Options, datasets: readonly Kept[]): Generator<[Place, Measured]> {
  for (const [command, args] of Object.entries(WITHOUT_DATA)) {
    if (wants(command)) yield [{ command, subject: 'no file' }, { line: node([program, ...args]) }];
  }
  for (const dataset of datasets) {
    const { name: subject, subjects } = dataset;
    if (subject === 'small' && wants(BARE_DATABASE)) {
      yield [{ command: 'better-sqlite3', subject }, { line: openOnly(dataset.database) }];
    }
    for (const [command, make] of Object.entries(COMMANDS)) {
      if (!wants(command)) continue;
      yield [{ command, subject }, inProgram(make(subjects), program, databaseFor(program, dataset))];
    }
    if (COMPARED_WITH_TASKWARRIOR.some(wants) && hasTaskwarrior()) {
      yield [{ command: TASKWARRIOR, subject }, { line: taskwarriorOverdue(dataset) }];
    }
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

function inProgram({ words, before, after }: BenchCommand, program: string, database: string): Measured {
  const line = (args: readonly string[]) => node([program, ...args], database);
  return { line: line(words), ...(before && { before: line(before) }), ...(after && { after: line(after) }) };
}

/** Opens a database and runs one query: the least that a program with SQLite can take. */
function openOnly(database: string) {
  const library = JSON.stringify(createRequire(OWN_PROGRAM).resolve('better-sqlite3'));
  return node([
    '-e',
    `require(${library})(${JSON.stringify(database)}).prepare('SELECT count(*) FROM client').get()`,
  ]);
}

/** Reports how busy the machine was; if the load exceeds its processors, only CPU times can be compared. */
function describeLoad(before: number): string {
  const [after = 0] = loadavg();
  const processors = availableParallelism();
  const warning = Math.max(before, after) > processors ? ': wall times are disturbed, go by CPU' : '';
  return `load ${before.toFixed(1)} at the start, ${after.toFixed(1)} at the end, ${processors} processors${warning}`;
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
