import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { other } from './circumstances.ts';
import type { Task } from './data/history.ts';
import type { Kept } from './kept.ts';
import type { Line } from './measure/stopwatch.ts';

/** Whether Taskwarrior is installed. */
export function hasTaskwarrior(): boolean {
  return spawnSync('task', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Taskwarrior's `overdue` on the same commitments, which are imported into it and kept. */
export function taskwarriorOverdue(dataset: Kept): Line {
  const data = join(dataset.folder, 'taskwarrior');
  if (!existsSync(data)) importTasks(dataset, data);
  return other(taskwarrior(data, 'overdue'));
}

/** The clock of Taskwarrior cannot be set, so the tasks are shifted to the current time when they are imported. */
function importTasks({ tasks, name }: Kept, data: string): void {
  console.error(`Importing the ${name} file into Taskwarrior; that is kept too.`);
  const unfinished = `${data}.${process.pid}`;
  mkdirSync(unfinished);
  const all = JSON.parse(readFileSync(tasks, 'utf8')) as Task[];
  const lastBegun = all.reduce((latest, { begun }) => Math.max(latest, begun), 0);
  const shift = Date.now() - lastBegun;
  const time = (ms: number) => new Date(ms + shift).toISOString().replace(/[-:]|\.\d+/g, '');
  const file = join(unfinished, 'import.json');
  const lines = all.map(({ title, begun, due, ended }) =>
    JSON.stringify({
      description: title,
      status: ended === null ? 'pending' : 'completed',
      entry: time(begun),
      ...(due !== null && { due: time(due) }),
      ...(ended !== null && { end: time(ended) }),
    }),
  );
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  const [program, ...args] = taskwarrior(unfinished, 'import', file) as [string, ...string[]];
  execFileSync(program, args, { stdio: 'ignore' });
  renameSync(unfinished, data);
}

function taskwarrior(data: string, ...words: readonly string[]): readonly string[] {
  return [
    'task',
    'rc:/dev/null',
    `rc.data.location=${data}`,
    'rc.confirmation=no',
    'rc.verbose=nothing',
    ...words,
  ];
}
