#!/usr/bin/env node

// The launcher: runs the program that `npm run build` makes, from the code that V8 has already compiled.
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`followup needs Node 20 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

const { loadProgram, isBuilt } = require('./load.js');

if (isBuilt()) {
  loadProgram().exports.main(process.argv.slice(2));
} else {
  process.stderr.write('followup is not built. In its folder: npm install\n');
  process.exitCode = 1;
}
