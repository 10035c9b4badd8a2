// Loads the bundled program with V8's code cache, which spares a third of the time of a short command. Newer versions
// of Node keep such a cache by themselves, but Node 20, our floor, does not.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, '..', 'dist', 'followup.cjs');
/** Another Node looks for another file, because it could not use this one. */
const CACHE = `${PROGRAM}.${process.version}-${process.arch}.cache`;

/** Whether there is a program to load. */
function isBuilt() {
  return existsSync(PROGRAM);
}

/** Loads the program, and returns what it exports, its script, and the code cache of the user if that is the one to use. */
function loadProgram() {
  const { script, ownCache } = compileFromCache(readSource());
  return { exports: evaluate(script), script, ownCache };
}

/** Loads the program without any code cache: for the build, which makes one. */
function loadAnew() {
  const script = compile(readSource());
  return { exports: evaluate(script), script };
}

/**
 * The cache of the build was made by the Node that built it, without any options. Another one, and options such as
 * --max-old-space-size, make V8 refuse it.
 */
function compileFromCache(source) {
  const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS;
  const built = isPlain && existsSync(CACHE) ? compile(source, readFileSync(CACHE)) : undefined;
  if (built?.cachedDataRejected === false) return { script: built };
  const ownCache = require('./code-cache.js').findCache(source, built ? undefined : CACHE);
  if (ownCache.isBuilt) return { script: compile(source, ownCache.data), ownCache };
  // A text that differs, or V8 would take the script that it has just compiled, and pass over the cache without a word.
  return { script: compile(`${source}\n`, ownCache.data), ownCache };
}

// The bundler writes ASCII only, and this is the fastest way to read it.
function readSource() {
  return readFileSync(PROGRAM, 'latin1');
}

function evaluate(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return module.exports;
}

/**
 * Keeps what V8 has compiled, now that a command has run and succeeded: where there was nothing that it could begin with,
 * and where what there was is from other commands, because V8 compiles only what is called.
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
