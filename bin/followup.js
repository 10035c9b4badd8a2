#!/usr/bin/env node
// The launcher: finds the program that `npm run build` makes and runs it.
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  process.stderr.write(`followup needs Node 20 or newer; this is ${process.version}.\n`);
  process.exit(1);
}
try {
  const { main } = await import('../dist/main.js');
  await main(process.argv.slice(2));
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('followup is not built or not installed completely.\nIn its folder: npm install\n');
  process.exitCode = 1;
}
