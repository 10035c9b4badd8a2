// Whole processes, in pairs with `node -e 0`, so that a machine that slows down slows both. Run: npm run bench
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeJournal } from './journal.mjs';

const PAIRS = Number(process.argv[2] ?? 31);
const PROGRAM = new URL('../../bin/followup.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'followup-bench-'));

function environment(size) {
  return {
    // The environment as it is, because it is the same for both commands of a pair: what it adds to the start of
    // every Node process (certificates, options) is no matter of ours.
    ...process.env,
    XDG_CONFIG_HOME: folder,
    TZ: 'America/New_York',
    FOLLOWUP_DB: join(folder, `${size}.db`),
    FOLLOWUP_NOW: '2026-03-20T09:00:00Z',
  };
}

function time(args, env) {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function compare(name, args, env) {
  const pairs = [];
  for (let pair = -2; pair < PAIRS; pair++) {
    const base = time(['-e', '0'], env);
    const own = time([PROGRAM, ...args], env);
    if (pair >= 0) pairs.push({ base, own, ratio: own / base });
  }
  const of = (key) => median(pairs.map((pair) => pair[key]));
  console.log(
    `${name.padEnd(34)} ${of('own').toFixed(1).padStart(7)} ms   node -e 0 ${of('base').toFixed(1).padStart(6)} ms   ratio ${of('ratio').toFixed(2)}`,
  );
}

try {
  for (const size of [1_000, 20_000]) {
    const file = join(folder, `${size}.json`);
    writeFileSync(file, makeJournal(size));
    execFileSync(process.execPath, [PROGRAM, 'import', file], { env: environment(size), stdio: 'ignore' });
  }
  console.log(`Medians of ${PAIRS} pairs of whole processes`);
  compare('today, 1,000 commitments', ['today'], environment(1_000));
  compare('today, 20,000 commitments', ['today'], environment(20_000));
  compare('add, 1,000 commitments', ['add', 'Report @client-number-1'], environment(1_000));
  compare('when "friday 5pm"', ['when', 'friday 5pm'], environment(1_000));
  compare('help', ['help'], environment(1_000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
