// Makes dist/followup.cjs, the one file that bin/followup.js runs, its code cache, and beside it the libraries that few
// commands need. Run: npm run build
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');
const { version } = require('../package.json');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/**
 * Libraries that are large and seldom needed, by the file that they are kept in, with what is used of them: every command
 * would have to read them.
 */
const APART = {
  prompts: {
    '@inquirer/prompts': 'confirm, input, search, select',
    '@inquirer/core': 'createPrompt, isEnterKey, useKeypress, usePrefix, useState',
  },
  'csv-parse': { 'csv-parse/sync': 'parse' },
  chrono: { 'chrono-node/en': 'casual' },
  toml: { 'smol-toml': 'parse, stringify' },
};

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  alias: { 'node:child_process': './src/system/lazy-child-process.ts' },
  logLevel: 'warning',
  write: false,
};

/** Has the program ask for a library in its own file. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    for (const [file, libraries] of Object.entries(APART)) {
      const names = Object.keys(libraries).join('|').replace(/[./]/g, '\\$&');
      onResolve({ filter: new RegExp(`^(?:${names})$`) }, () => ({ path: `./${file}.cjs`, external: true }));
    }
  },
};

async function main() {
  const program = await build({
    ...COMMON,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/followup.cjs',
    define: { 'process.env.FOLLOWUP_VERSION': JSON.stringify(version), 'import.meta.url': '__filename' },
    // Large, and loaded only where holidays are computed; the compiled part of SQLite is found by its own folder.
    external: ['date-holidays'],
    supported: { 'dynamic-import': false },
    plugins: [apart],
  });
  const libraries = Object.entries(APART).map(([file, used]) =>
    build({
      ...COMMON,
      stdin: { contents: reexport(used), resolveDir: root },
      outfile: `dist/${file}.cjs`,
      define: { 'import.meta.url': '__filename' },
    }),
  );
  const outputs = [program, ...(await Promise.all(libraries))].flatMap(({ outputFiles }) => outputFiles);

  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const { path, text } of outputs) writeFileSync(path, inAscii(text));
  await require('./warm-up.js').warmUp();
}

function reexport(used) {
  return Object.entries(used)
    .map(([library, names]) => `export { ${names} } from '${library}';`)
    .join('\n');
}

/** The launcher reads the program as ASCII. The bundler escapes other signs in strings, but not in regular expressions. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
