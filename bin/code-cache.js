// Code caches for one user, needed when Node runs with options or is not the Node of the build. V8 accepts a
// cache only from the same version with the same options, so each combination has its own.
const fs = require('node:fs');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');

/** How many of the most recent caches are kept, including those of former builds. */
const MOST_CACHES = 8;
/** A cache grows with each new command until it covers this many. */
const MOST_COMMANDS = 12;
const PREFIX = 'code-';

const NO_CACHE = { isBuilt: false, commands: [], data: undefined, isEnough: () => true, write: () => {} };

/**
 * Finds the cache for a program under this V8 and its options: its data, the commands it covers, and a
 * function that writes it. The program begins with a comment that identifies it and the V8 that built it. If
 * this V8 is the same, the cache of the build will do, unless it was refused and is therefore not passed.
 */
function findCache(source, builtCache) {
  const [, program, builder] = /^\/\* ([0-9a-f]+) ([0-9a-f]+) \*\//.exec(source) ?? [];
  if (program === undefined) return NO_CACHE;
  const engine = cachedDataVersionTag().toString(16);
  const built = builtCache && builder === engine ? attempt(() => fs.readFileSync(builtCache)) : undefined;
  if (built) return { ...NO_CACHE, isBuilt: true, data: built };
  const folder = join(
    process.env.XDG_CACHE_HOME || join(process.env.HOME || homedir(), '.cache'),
    'followup',
  );
  const name = `${PREFIX}${program}-${process.version}-${process.arch}-${engine}`;
  return {
    isBuilt: false,
    commands: [],
    data: undefined,
    ...attempt(() => read(folder, name)),
    isEnough: (commands, command) => commands.includes(command) || commands.length >= MOST_COMMANDS,
    write: (commands, script) => attempt(() => write(folder, name, commands, script.createCachedData())),
  };
}

/** Reads the cache, unless somebody else could have put their code there. Its first line names the commands. */
function read(folder, name) {
  const file = join(folder, name);
  if (!isOwn(fs.lstatSync(folder), 'isDirectory') || !isOwn(fs.lstatSync(file), 'isFile')) return undefined;
  const content = fs.readFileSync(file);
  const end = content.indexOf('\n');
  return { commands: content.toString('utf8', 0, end).split(' '), data: content.subarray(end + 1) };
}

/** Writes to another name and renames the file, so that nobody ever reads half of it. */
function write(folder, name, commands, data) {
  // Making all folders at once never ends in a file system that allows none, such as /proc.
  for (const each of [dirname(folder), folder]) if (!fs.existsSync(each)) fs.mkdirSync(each, { mode: 0o700 });
  if (!isOwn(fs.lstatSync(folder), 'isDirectory')) return;
  const file = join(folder, name);
  // Needed only here, and slow to load.
  const { randomBytes } = require('node:crypto');
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.writeFileSync(unfinished, Buffer.concat([Buffer.from(`${commands.join(' ')}\n`), data]), {
      mode: 0o600,
      flag: 'wx',
    });
    fs.renameSync(unfinished, file);
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
  removeOld(folder);
}

function removeOld(folder) {
  const ages = fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ file: join(folder, name), at: fs.lstatSync(join(folder, name)).mtimeMs }));
  const old = ages.sort((a, b) => b.at - a.at).slice(MOST_CACHES);
  for (const { file } of old) fs.rmSync(file, { force: true });
}

/** Whether a file or folder belongs to the user and nobody else can write to it. Windows has no such owners. */
function isOwn(stats, isKind) {
  const user = process.getuid?.();
  return stats[isKind]() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0));
}

/** Treats a cache that cannot be read or written as missing; this is never an error. */
function attempt(run) {
  try {
    return run();
  } catch {
    return undefined;
  }
}

module.exports = { findCache };
