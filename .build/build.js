// Builds dist/: followup.cjs, the one file that bin/followup.js runs, with its code cache; and in files of
// their own the libraries that few commands need and the help texts. Run: npm run build
const { createHash } = require('node:crypto');
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { build } = require('esbuild');
const { version } = require('../package.json');
const { askForTexts } = require('./texts.js');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/**
 * Large libraries that few commands need, by the file they go into, with the parts in use. In the main file,
 * every command would have to read them.
 */
const APART = {
  prompts: {
    '@inquirer/prompts': 'confirm, input, search, select',
    '@inquirer/core': 'createPrompt, isEnterKey, useKeypress, usePrefix, useState',
  },
  'csv-parse': { 'csv-parse/sync': 'parse' },
  'csv-stringify': { 'csv-stringify/sync': 'stringify' },
  'ical-generator': {
    'ical-generator':
      'default, ICalAlarmRelatesTo, ICalAlarmType, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency',
  },
  ical: { 'ical.js': 'default' },
  chrono: { 'chrono-node/en': 'casual' },
  'postal-mime': { 'postal-mime': 'default' },
  toml: { 'smol-toml': 'parse, stringify' },
  'any-ascii': { 'any-ascii': 'default' },
  'date-words': {
    'date-fns/format': 'format',
    'date-fns/locale/de': 'de',
    'date-fns/locale/en-GB': 'enGB',
    'date-fns/locale/es': 'es',
    'date-fns/locale/fr': 'fr',
  },
  mustache: { mustache: 'default' },
  'mail-composer': { 'nodemailer/lib/mail-composer': 'default' },
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

/** Makes the program load these libraries from their own files. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    for (const [file, libraries] of Object.entries(APART)) {
      const names = Object.keys(libraries).join('|').replace(/[./]/g, '\\$&');
      onResolve({ filter: new RegExp(`^(?:${names})$`) }, () => ({ path: `./${file}.cjs`, external: true }));
    }
  },
};

const PROGRAM = {
  ...COMMON,
  outfile: 'dist/followup.cjs',
  define: { 'process.env.FOLLOWUP_VERSION': JSON.stringify(version), 'import.meta.url': '__filename' },
  // date-holidays is large and loaded only to compute holidays; better-sqlite3 finds its compiled part
  // relative to its own folder.
  external: ['date-holidays'],
  supported: { 'dynamic-import': false },
  plugins: [apart],
};

async function main() {
  const [program, texts] = await Promise.all([
    build({ ...PROGRAM, entryPoints: ['src/cli/main.ts'] }),
    askForTexts(PROGRAM),
  ]);
  const libraries = Object.entries(APART).map(([file, used]) =>
    build({
      ...COMMON,
      stdin: { contents: reexport(used), resolveDir: root },
      outfile: `dist/${file}.cjs`,
      define: { 'import.meta.url': '__filename' },
    }),
  );
  const [bundle] = program.outputFiles;
  const others = (await Promise.all(libraries)).flatMap(({ outputFiles }) => outputFiles);

  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  writeFileSync(bundle.path, named(inAscii(bundle.text)));
  for (const { path, text } of others) writeFileSync(path, inAscii(text));
  writeFileSync(join(dist, 'texts.json'), texts);
  await require('./warm-up.js').warmUp();
}

/** Puts a first line in front of the program that identifies this build and the V8 that makes its code cache. */
function named(program) {
  const name = createHash('sha256').update(program).digest('hex').slice(0, 16);
  return `/* ${name} ${cachedDataVersionTag().toString(16)} */${program}`;
}

function reexport(used) {
  return Object.entries(used)
    .map(([library, names]) => `export { ${names} } from '${library}';`)
    .join('\n');
}

/**
 * The launcher reads the program as ASCII. The bundler escapes other characters in strings, but not in
 * regular expressions.
 */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
