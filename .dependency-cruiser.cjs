// The directions of .github/CONTRIBUTING.md, "Where things live". `tsPreCompilationDeps` sees imports of types too.
const only = (library, folder) => ({
  name: `${library.replace(/[^a-z0-9]/gi, '-')}-only-in-${folder}`,
  comment: `${library} is used in src/${folder} and nowhere else`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `^node_modules/${library}/` },
});

const layer = (folder, allowed) => ({
  name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`.replaceAll('/', '-'),
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
});

/** The rooms of the domain, each of which may import only those before it. */
const ROOMS = ['base', 'time', 'streams', 'advice', 'planning', 'agenda', 'statistics', 'report', 'drafts', 'mail', 'decisions'];

module.exports = {
  forbidden: [
    layer('domain', []),
    ...ROOMS.map((room, index) => layer(`domain/${room}`, ROOMS.slice(0, index).map((each) => `domain/${each}`))),
    layer('store', ['domain']),
    layer('input', ['domain']),
    layer('views', ['domain']),
    layer('system', ['domain']),
    layer('app', ['domain', 'store']),
    {
      name: 'domain-is-pure',
      comment: 'the domain knows date-fns and @date-fns/tz, and nothing of the machine',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^node_modules/(date-fns|@date-fns/tz)/'] },
    },
    only('better-sqlite3', 'store'),
    only('ulid', 'store'),
    only('chrono-node', 'input'),
    only('csv-parse', 'input'),
    only('ical.js', 'input'),
    only('postal-mime', 'input'),
    only('chalk', 'views'),
    only('cli-table3', 'views'),
    only('string-width', 'views'),
    only('mustache', 'views'),
    only('nodemailer', 'views'),
    only('ical-generator', 'views'),
    only('csv-stringify', 'views'),
    only('commander', 'cli'),
    only('@inquirer', 'cli'),
    only('smol-toml', 'system'),
    only('date-holidays', 'system'),
    {
      name: 'one-write-path',
      comment: 'the journal grows in execute, in undo and redo, and by an import, and a repair puts it together again; nowhere else',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/(execute|undo|journal-file|repair)\\.ts$' },
      to: { path: '^src/store/append\\.ts$' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
