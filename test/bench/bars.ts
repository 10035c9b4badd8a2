import { COMMANDS } from './commands.ts';
import { COMPARED_WITH_TASKWARRIOR, type Findings, type Subject, TASKWARRIOR } from './findings.ts';

/** A limit that has to hold, with the measured value; undefined if it was not measured. */
interface Bar {
  readonly what: string;
  readonly value: number | undefined;
  readonly holds: (value: number) => boolean;
  readonly unit: string;
  /** The same by CPU time, which other processes disturb less. */
  readonly byCpu?: number | undefined;
}

/** CPU time that a command may add to a bare process on the small file, in milliseconds. */
const CPU_BARS: Readonly<Record<string, number>> = {
  show: 25,
  add: 50,
  update: 50,
  today: 50,
  client: 90,
  list: 90,
  forecast: 90,
};

/** Whether each limit holds, a line each, and how many do not. Those without a measurement are left out. */
export function checkBars(findings: Findings): { text: string; missed: number } {
  const measured = bars(findings).flatMap((bar) =>
    bar.value === undefined || Number.isNaN(bar.value) ? [] : [{ ...bar, value: bar.value }],
  );
  const lines = measured.map(({ what, value, holds, unit, byCpu }) => {
    const number = value.toFixed(unit === 'times' ? 2 : 0);
    const cpu = byCpu === undefined ? '' : ` (${byCpu.toFixed(2)} by CPU time)`;
    return `${holds(value) ? 'pass' : 'MISS'}  ${what}: ${number} ${unit}${cpu}`;
  });
  return { text: lines.join('\n'), missed: measured.filter(({ value, holds }) => !holds(value)).length };
}

function bars(findings: Findings): Bar[] {
  return [...againstSmall(findings), ...swamped(findings), ...wholeFile(findings), ...cpu(findings)];
}

/** The cost of a command grows with what it shows, not with everything ever recorded. */
function againstSmall(findings: Findings): Bar[] {
  return Object.keys(COMMANDS).map((command) => {
    const most = command === 'search' ? 1.3 : 1.15;
    const small = wall(findings, command, 'small');
    const lifetime = wall(findings, command, 'lifetime');
    const smallCpu = findings.results.get(command)?.get('small')?.cpu;
    const lifetimeCpu = findings.results.get(command)?.get('lifetime')?.cpu;
    return {
      what: `${command}: a lifetime takes at most ${most} times as long as a year`,
      value: small && lifetime && lifetime / small,
      holds: (value) => value <= most,
      unit: 'times',
      byCpu: smallCpu && lifetimeCpu ? lifetimeCpu / smallCpu : undefined,
    };
  });
}

function swamped(findings: Findings): Bar[] {
  const taskwarrior = wall(findings, TASKWARRIOR, 'swamped');
  const small = wall(findings, 'add', 'small');
  const add = wall(findings, 'add', 'swamped');
  return [
    ...COMPARED_WITH_TASKWARRIOR.map((command) => ({
      what: `${command}: swamped, faster than Taskwarrior's overdue (${taskwarrior?.toFixed(0)} ms)`,
      value: taskwarrior && wall(findings, command, 'swamped'),
      holds: (value: number) => value < (taskwarrior ?? 0),
      unit: 'ms',
    })),
    {
      what: 'add: swamped, at most 60 ms more than in a year',
      value: small && add && add - small,
      holds: (value) => value <= 60,
      unit: 'ms',
    },
    ...['list', 'forecast'].map((command) => ({
      what: `${command}: swamped, under a second`,
      value: wall(findings, command, 'swamped'),
      holds: (value: number) => value < 1000,
      unit: 'ms',
    })),
  ];
}

function wholeFile({ import: imported, rebuild }: Findings): Bar[] {
  const pace = (part: 'whole' | 'half') => imported && imported[part].wall / imported[part].commitments;
  const [whole, half] = [pace('whole'), pace('half')];
  const cpuPace = (part: 'whole' | 'half') =>
    imported && (imported[part].cpu ?? Number.NaN) / imported[part].commitments;
  const [wholeCpu, halfCpu] = [cpuPace('whole'), cpuPace('half')];
  return [
    {
      what: 'import: at least 2500 commitments a second',
      value: whole && 1000 / whole,
      holds: (value) => value >= 2500,
      unit: 'a second',
    },
    {
      what: 'import: each commitment of the whole takes at most 1.15 times as long as of half of it',
      value: whole && half && whole / half,
      holds: (value) => value <= 1.15,
      unit: 'times',
      byCpu: wholeCpu && halfCpu ? wholeCpu / halfCpu : undefined,
    },
    {
      what: 'rebuild: a million events in less than 60 s',
      value: rebuild && ((rebuild.wall / rebuild.events) * 1_000_000) / 1000,
      holds: (value) => value < 60,
      unit: 's',
    },
  ];
}

function cpu(findings: Findings): Bar[] {
  return Object.entries(CPU_BARS).map(([command, most]) => ({
    what: `${command}: at most ${most} ms of CPU more than a bare process`,
    value: findings.results.get(command)?.get('small')?.addedCpu ?? undefined,
    holds: (value) => value <= most,
    unit: 'ms',
  }));
}

function wall({ results }: Findings, command: string, subject: Subject): number | undefined {
  return results.get(command)?.get(subject)?.wall;
}
