// Are the dates that followup offers dates that people keep? Walks forward through a record of finished tasks and writes
// down what would have been said before each of them, knowing only what was finished by then.
// Run: npm run --silent backtest -- EFFORT.csv TASKS.csv WINDOWS.csv
//
// EFFORT.csv   person,order,started,finished,estimate_hours,actual_hours   in the order of finishing; dates may be empty
// TASKS.csv    person,order,p50,p80,p90   upper bounds of the hours of the task, at that confidence
// WINDOWS.csv  person,order,hours_p80,hours_p90,days_p80,days_p90   upper bounds for five tasks in a row that begin with
//              the 11th, 16th, 21st ...: their hours in all, and the working days (Monday to Friday) from the finish of
//              the task before to that of the last; days are empty where the task before has no date
//
// On standard output it prints what was said of the same five tasks as a project: after a quarter, a half and three
// quarters of their effort, the median by which what they would come to was wrong, by several rules, and how often the
// upper bound held.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/** Working hours from nine to five, of which 60 % go to commitments: the defaults of the program. */
const PACE = { dayHours: 8, focus: 0.6 };
const WINDOW = 5;
const FIRST_WINDOW = 10;
const DAY_MS = 86_400_000;
/** How much of the effort of a project is spent when it is asked what it will come to. */
const PARTS = [0.25, 0.5, 0.75];

/** The row of the table that says how often the upper bound held. */
const HELD = 'its upper bound (80%) held';

const [effortFile, tasksFile, windowsFile] = process.argv.slice(2);
if (!windowsFile) {
  console.error('usage: npm run --silent backtest -- EFFORT.csv TASKS.csv WINDOWS.csv');
  process.exit(2);
}

const [{ trackRecordOf, RECENT_TASKS }, { effortLeft }, { overrunBy }] = await Promise.all(
  ['track-record', 'effort-left', 'overrun'].map((module) => domain(`planning/${module}.ts`)),
);
const taskRows = ['person,order,p50,p80,p90'];
const windowRows = ['person,order,hours_p80,hours_p90,days_p80,days_p90'];
const projects = new Map(PARTS.map((part) => [part, new Map()]));
for (const [person, rows] of people(readFileSync(effortFile, 'utf8'))) backtest(person, rows);
writeFileSync(tasksFile, `${taskRows.join('\n')}\n`);
writeFileSync(windowsFile, `${windowRows.join('\n')}\n`);
console.log(projectTable());

function backtest(person, rows) {
  const finished = rows.map((row, index) => ({ ...row, elapsedDays: elapsed(rows[index - 1], row) }));
  for (let next = 0; next < rows.length; next++) {
    const record = trackRecordOf(finished.slice(Math.max(0, next - RECENT_TASKS), next), PACE);
    const hours = record.effort([rows[next].estimateHours]);
    taskRows.push([person, rows[next].order, ...[0.5, 0.8, 0.9].map(hours.quantile)].join());
    if (next < FIRST_WINDOW || (next - FIRST_WINDOW) % WINDOW !== 0 || next + WINDOW > rows.length) continue;
    const estimates = rows.slice(next, next + WINDOW).map(({ estimateHours }) => estimateHours);
    const total = record.effort(estimates);
    const days = record.elapsed(
      WINDOW,
      estimates.reduce((sum, estimate) => sum + estimate, 0),
    );
    // What is offered is a date: it holds until the end of that day.
    const dates = [0.8, 0.9].map((p) =>
      rows[next - 1].finished === null ? '' : Math.ceil(days.quantile(p)),
    );
    windowRows.push([person, rows[next].order, ...[0.8, 0.9].map(total.quantile), ...dates].join());
    if (rows.slice(next, next + WINDOW).every(({ actualHours }) => actualHours > 0)) {
      for (const part of PARTS) askAboutProject(finished, next, part);
    }
  }
}

/** Works on five tasks one after the other until a part of their effort is spent, and asks what they will come to. */
function askAboutProject(finished, next, part) {
  const tasks = finished.slice(next, next + WINDOW);
  const whole = sum(tasks, 'actualHours');
  const spent = part * whole;
  let [done, begunHours] = [0, spent];
  while (begunHours >= tasks[done].actualHours) begunHours -= tasks[done++].actualHours;
  const begun = begunHours > 0 ? [{ estimateHours: tasks[done].estimateHours, spentHours: begunHours }] : [];
  const untouched = tasks.slice(done + begun.length).map(({ estimateHours }) => estimateHours);

  const known = finished.slice(Math.max(0, next + done - RECENT_TASKS), next + done);
  const record = trackRecordOf(known, PACE);
  const overrun = overrunBy(known.map((task) => ({ ...task, spentHours: task.actualHours ?? 0 })));
  const left = effortLeft(record, overrun, untouched, begun);

  const estimate = sum(tasks, 'estimateHours');
  const progress = sum(tasks.slice(0, done), 'estimateHours') / estimate;
  const estimateLeft =
    untouched.reduce((total, hours) => total + hours, 0) +
    begun.reduce((total, task) => total + Math.max(0, task.estimateHours - task.spentHours), 0);
  const past = finished
    .slice(Math.max(0, next - RECENT_TASKS), next)
    .filter(({ actualHours }) => actualHours > 0);
  const ratio = past.length === 0 ? 1 : sum(past, 'actualHours') / sum(past, 'estimateHours');
  const figures = projects.get(part);
  const note = (rule, figure) => figures.set(rule, [...(figures.get(rule) ?? []), figure]);
  const wrongBy = (total) => Math.abs(total - whole) / whole;
  // Before the first task is done there is no progress to divide by; then nothing better is known than the estimate.
  note('spent / progress', wrongBy(progress > 0 ? spent / progress : estimate));
  note('spent + estimate left', wrongBy(spent + estimateLeft));
  note('estimate x past ratio', wrongBy(estimate * ratio));
  note('spent + learnt distribution', wrongBy(spent + left.quantile(0.5)));
  note(HELD, Number(whole <= spent + left.quantile(0.8)));
}

function projectTable() {
  const [first] = projects.values();
  const rules = [...first.keys()];
  const count = first.get(HELD)?.length ?? 0;
  const percent = (share) => `${Math.round(1000 * share) / 10}%`.padStart(7);
  return [
    `${count} projects of ${WINDOW} tasks: how wrong the forecast is (median), by how much of the effort is spent`,
    `${''.padEnd(30)}${PARTS.map((part) => `${100 * part}%`.padStart(7)).join('')}`,
    ...rules.map((rule) => {
      const figures = PARTS.map((part) => projects.get(part).get(rule));
      return rule.padEnd(30) + figures.map((of) => percent(rule === HELD ? mean(of) : median(of))).join('');
    }),
  ].join('\n');
}

function sum(tasks, field) {
  return tasks.reduce((total, task) => total + task[field], 0);
}

function mean(figures) {
  return figures.reduce((total, figure) => total + figure, 0) / figures.length;
}

function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}

function elapsed(before, row) {
  if (!before || before.finished === null || row.finished === null) return null;
  return Math.max(0, row.finished - before.finished);
}

/** The rows of each person, in their order. */
function people(csv) {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  const columns = head.split(',');
  const byPerson = new Map();
  for (const line of lines) {
    const cells = Object.fromEntries(line.split(',').map((cell, index) => [columns[index], cell]));
    const rows = byPerson.get(cells.person) ?? [];
    byPerson.set(cells.person, rows);
    rows.push({
      order: Number(cells.order),
      finished: cells.finished ? workingDay(cells.finished) : null,
      estimateHours: Number(cells.estimate_hours),
      actualHours: cells.actual_hours ? Number(cells.actual_hours) : null,
    });
  }
  for (const rows of byPerson.values()) rows.sort((a, b) => a.order - b.order);
  return byPerson;
}

/** Working days up to and without a date, counted from a Monday; a weekend counts as the Monday after it. */
function workingDay(date) {
  const sinceMonday = Math.floor(Date.parse(date) / DAY_MS) + 3;
  return Math.floor(sinceMonday / 7) * 5 + Math.min(sinceMonday % 7, 5);
}

/** A module of the domain, which is TypeScript. */
async function domain(file) {
  const folder = mkdtempSync(join(tmpdir(), 'followup-backtest-'));
  const outfile = join(folder, 'module.mjs');
  try {
    const source = fileURLToPath(new URL(`../../src/domain/${file}`, import.meta.url));
    buildSync({
      entryPoints: [source],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
