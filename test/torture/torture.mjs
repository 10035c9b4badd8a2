// Kills the program at random moments and gives it lines that nobody means well. Run: npm run torture; the short form, as in
// CI: npm run torture -- --short
// It is written in TypeScript and uses the program's own code, so it is bundled first.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Written into node_modules, so that the packages that are not bundled are found.
const folder = join(root, 'node_modules', '.cache', 'followup-torture');
buildSync({
  entryPoints: ['torture.ts', 'writer.ts'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  logLevel: 'error',
});
const { main } = await import(pathToFileURL(join(folder, 'torture.mjs')).href);
process.exitCode = await main(process.argv.slice(2));
