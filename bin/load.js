// Loads the bundled program with V8's code cache, which spares a third of the time of a short command. Newer versions
// of Node keep such a cache by themselves, but Node 20, our floor, does not.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, '..', 'dist', 'followup.cjs');
const CACHE = `${PROGRAM}.cache`;

/** Whether there is a program to load. */
function isBuilt() {
  return existsSync(PROGRAM);
}

/**
 * Loads the program, and returns what it exports, its script, and the code cache of the user if that is the one to use.
 * The cache of the build was made by the Node that built it, without any options. Another one, and options such as
 * --max-old-space-size, make V8 refuse it.
 */
function loadProgram() {
  // The bundler writes ASCII only, and this is the fastest way to read it.
  const source = readFileSync(PROGRAM, 'latin1');
  const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS;
  let script = isPlain && existsSync(CACHE) ? compile(source, readFileSync(CACHE)) : undefined;
  let ownCache;
  if (!script || script.cachedDataRejected) {
    ownCache = require('./code-cache.js').findCache(source, CACHE);
    script = compile(source, ownCache.data);
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return { exports: module.exports, script, ownCache };
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

module.exports = { CACHE, isBuilt, keepCode, loadProgram };
