// Loads the bundled program with V8's code cache, which saves a third of the time of a short command. Newer
// versions of Node keep such a cache themselves, but Node 20, our minimum, does not.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, '..', 'dist', 'followup.cjs');
/** Other versions of Node look for a different file, because they could not use this one. */
const CACHE = `${PROGRAM}.${process.version}-${process.arch}.cache`;

function isBuilt() {
  return existsSync(PROGRAM);
}

/** Loads the program. Returns its exports, its script, and the user's code cache if that is the one to use. */
function loadProgram() {
  const { script, ownCache } = compileFromCache(readSource());
  return { exports: evaluate(script), script, ownCache };
}

/** Loads the program without a code cache, for the build, which makes one. */
function loadAnew() {
  const script = compile(readSource());
  return { exports: evaluate(script), script };
}

/**
 * The cache of the build was made without any options. V8 refuses it under another Node, or with options such
 * as --max-old-space-size.
 */
function compileFromCache(source) {
  const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS;
  const built = isPlain && existsSync(CACHE) ? compile(source, readFileSync(CACHE)) : undefined;
  if (built?.cachedDataRejected === false) return { script: built };
  const ownCache = require('./code-cache.js').findCache(source, built ? undefined : CACHE);
  if (ownCache.isBuilt) return { script: compile(source, ownCache.data), ownCache };
  // The text has to differ, or V8 would take the script that it has just compiled and silently ignore the
  // cache.
  return { script: compile(`${source}\n`, ownCache.data), ownCache };
}

// The bundle is ASCII, and this is the fastest way to read it.
function readSource() {
  return readFileSync(PROGRAM, 'latin1');
}

function evaluate(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return module.exports;
}

/**
 * Keeps what V8 has compiled, once a command has succeeded. It does so if there was no cache, or if the cache
 * covers other commands: V8 compiles only functions that are called.
 */
function keepCode({ script, ownCache }, argv) {
  if (!ownCache || process.exitCode) return;
  const commands = script.cachedDataRejected === false ? ownCache.commands : [];
  const command = argv.find((word) => /^[a-z]+$/.test(word)) ?? 'today';
  if (!ownCache.isEnough(commands, command)) ownCache.write([...commands, command], script);
}

function compile(source, cachedData) {
  const wrapped = `(function(exports,require,module,__filename,__dirname){${source}\n})`;
  return new Script(wrapped, { filename: PROGRAM, cachedData });
}

module.exports = { CACHE, isBuilt, keepCode, loadAnew, loadProgram };
