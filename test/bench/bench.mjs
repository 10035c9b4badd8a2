// Measures whole processes of the program on three made-up files. Run: npm run bench; its options: npm run bench -- --help
// The bench is written in TypeScript and uses the store, so it is bundled first.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Written into node_modules, so that the native part of SQLite is found.
const outfile = join(root, 'node_modules', '.cache', 'followup-bench', 'bench.mjs');
buildSync({
  entryPoints: [fileURLToPath(new URL('bench.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['better-sqlite3'],
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  logLevel: 'error',
});
const { main } = await import(pathToFileURL(outfile).href);
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
