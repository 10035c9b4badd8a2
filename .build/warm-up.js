// The last step of the build: runs some commands on a database of their own and keeps what V8 compiled for
// them.
const { chmodSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { CACHE, loadAnew } = require('../bin/load.js');

const COMMANDS = [
  ['add', 'Report @joe ~2h by friday'],
  ['promise', 'send the notes', '--to', 'Joe', '--by', 'tomorrow 5pm', '--estimate', '1h'],
  ['offer', '1', 'monday'],
  ['agree', '1'],
  ['done', '1', '--took', '3h'],
  ['add', 'Page @joe ~3h'],
  ['offer', '3'],
  ['told', 'Joe', 'half of it is done, you have the rest on Friday'],
  ['today'],
  ['list'],
];

async function warmUp() {
  const folder = mkdtempSync(join(tmpdir(), 'followup-build-'));
  const write = process.stdout.write;
  process.env.FOLLOWUP_DB = join(folder, 'warm-up.db');
  process.env.XDG_CONFIG_HOME = folder;
  process.stdout.write = (_text, written) => {
    written?.();
    return true;
  };
  try {
    const { exports: program, script } = loadAnew();
    for (const command of COMMANDS) await program.main(command);
    writeFileSync(CACHE, script.createCachedData());
    // The program makes files that only their owner can read, but this one is for every user of the machine.
    chmodSync(CACHE, 0o644);
  } finally {
    process.stdout.write = write;
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { warmUp };
