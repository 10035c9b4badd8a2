import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BENCH } from '../paths.ts';

/** A command to be measured. */
export interface Line {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The measurements of one process: milliseconds, and MB of memory. CPU and memory are null if unavailable. */
export interface Sample {
  readonly wall: number;
  readonly cpu: number | null;
  readonly memory: number | null;
}

/** Runs whole processes, one at a time, without input and output. */
export interface Stopwatch {
  readonly measuresCpu: boolean;
  /** Throws if the command fails. */
  run(line: Line): Promise<Sample>;
  stop(): void;
}

/** Measures with Python, which can read the CPU time of a child process; without it, only by the clock. */
export function newStopwatch(): Stopwatch {
  const hasPython = spawnSync('python3', ['-c', 'import os; os.wait4, os.posix_spawnp'], { stdio: 'ignore' });
  return hasPython.status === 0 ? new PythonStopwatch() : CLOCK;
}

interface Answer extends Sample {
  readonly exitCode: number;
}

class PythonStopwatch implements Stopwatch {
  readonly measuresCpu = true;
  private readonly python: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    const script = join(BENCH, 'measure', 'stopwatch.py');
    this.python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!this.python.stdout) throw new Error('python3 has no output.');
    this.answers = createInterface(this.python.stdout)[Symbol.asyncIterator]();
  }

  async run(line: Line): Promise<Sample> {
    this.python.stdin?.write(`${JSON.stringify(line)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error('python3 has ended.');
    const answer = JSON.parse(value) as Answer;
    requireSuccess(line, answer.exitCode);
    return answer;
  }

  stop(): void {
    this.python.stdin?.end();
  }
}

const CLOCK: Stopwatch = {
  measuresCpu: false,
  async run(line) {
    const [program = '', ...args] = line.words;
    const start = performance.now();
    const { status } = spawnSync(program, args, { env: line.env, stdio: 'ignore' });
    const wall = performance.now() - start;
    requireSuccess(line, status);
    return { wall, cpu: null, memory: null };
  },
  stop() {},
};

function requireSuccess({ words }: Line, exitCode: number | null): void {
  if (exitCode !== 0) throw new Error(`It ended with ${exitCode}: ${words.join(' ')}`);
}
