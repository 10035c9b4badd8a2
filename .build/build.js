// Makes dist/followup.cjs, the one file that bin/followup.js runs, and its code cache. Run: npm run build
const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');
const { version } = require('../package.json');

const root = join(__dirname, '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
buildSync({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/followup.cjs',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'process.env.FOLLOWUP_VERSION': JSON.stringify(version), 'import.meta.url': '__filename' },
  // Large, and loaded only where holidays are computed; the compiled part of SQLite is found by its own folder.
  external: ['date-holidays'],
  supported: { 'dynamic-import': false },
  alias: { 'node:child_process': './src/cli/lazy-child-process.ts' },
  logLevel: 'warning',
});

require('./warm-up.js').warmUp();
