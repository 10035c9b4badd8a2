// Makes dist/followup.cjs, the one file that bin/followup.js runs, and its code cache. Run: npm run build
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');
const { version } = require('../package.json');

const root = join(__dirname, '..');
const {
  outputFiles: [program],
} = buildSync({
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
  write: false,
});

// The launcher reads the program as ASCII. The bundler escapes other signs in strings, but not in regular expressions.
const source = program.text.replace(
  /[^\0-\x7f]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'));
writeFileSync(program.path, source);

require('./warm-up.js').warmUp();
