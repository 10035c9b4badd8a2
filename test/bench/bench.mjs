// Whole processes, in pairs with `node -e 0`, so that a machine that slows down slows both. Run: npm run bench
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeJournal } from './journal.mjs';

const PAIRS = Number(process.argv[2] ?? 31);
const PROGRAM = new URL('../../bin/followup.js', import.meta.url).pathname;
/** Files by how much is in them. */
const SIZES = {
  one: { open: 1, finished: 0 },
  usual: { open: 300, finished: 700 },
  huge: { open: 6_000, finished: 14_000 },
  record: { open: 300, finished: 5_000 },
};
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

function ms(value) {
  return `${value.toFixed(1).padStart(6)} ms`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const NOTHING = { name: 'node -e 0', args: ['-e', '0'] };

/** A command line of the program in a file, by its size. */
const followup = (size, ...args) => ({ args: [PROGRAM, ...args], env: environment(size) });

function compare(name, command, { name: baseName, ...base } = NOTHING) {
  const pairs = [];
  for (let pair = -2; pair < PAIRS; pair++) {
    const other = time(base.args, base.env ?? command.env);
    const own = time(command.args, command.env);
    if (pair >= 0) pairs.push({ other, own, ratio: own / other, more: own - other });
  }
  const of = (key) => median(pairs.map((pair) => pair[key]));
  console.log(
    `${name.padEnd(34)} ${ms(of('own'))}   ${baseName} ${ms(of('other'))}   ratio ${of('ratio').toFixed(2)}   more ${ms(of('more'))}`,
  );
}

try {
  for (const [size, counts] of Object.entries(SIZES)) {
    const file = join(folder, `${size}.json`);
    writeFileSync(file, makeJournal(counts));
    execFileSync(process.execPath, [PROGRAM, 'import', file], { env: environment(size), stdio: 'ignore' });
  }
  console.log(`Medians of ${PAIRS} pairs of whole processes`);
  compare('today, 1,000 commitments', followup('usual', 'today'));
  compare('today, 20,000 commitments', followup('huge', 'today'));
  compare('add, 1,000 commitments', followup('usual', 'add', 'Report @client-number-1'));
  compare('when "friday 5pm"', followup('usual', 'when', 'friday 5pm'));
  compare('help', followup('usual', 'help'));
  compare('offer, 300 open, 5,000 finished', followup('record', 'offer', '18'), {
    name: 'offer, 1 open',
    ...followup('one', 'offer', '1'),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
