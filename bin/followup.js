#!/usr/bin/env node

// The launcher: runs the program that `npm run build` makes, using the code that V8 has already compiled.
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`followup needs Node 20 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

const argv = process.argv.slice(2);
const ASKS = new Set(['help', '--help', '-h', '--version']);

if (!(argv.some((word) => ASKS.has(word)) && require('./answer.js').answer(argv))) {
  const { loadProgram, keepCode, isBuilt } = require('./load.js');
  if (isBuilt()) {
    const program = loadProgram();
    program.exports.main(argv).then(() => keepCode(program, argv));
  } else {
    process.stderr.write('followup is not built. In its folder: npm install\n');
    process.exitCode = 1;
  }
}
