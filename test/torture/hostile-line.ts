import type { Argument, Option } from '../../src/cli/run/arguments/declaration.ts';
import { namesOf } from '../../src/cli/run/arguments/declaration.ts';
import type { Command } from '../../src/cli/run/command.ts';

/** A command line that nobody means well, and what it reads from standard input. */
export interface HostileLine {
  readonly words: readonly string[];
  readonly stdin: string;
  /** The frozen clock. */
  readonly now: string;
}

const CONTROLS = '\u001b[31mred\u001b[0m \u009b2J \u202egnp.exe \u2028 \u0000 \ufeff \ud800';

/** What may stand anywhere. */
const ANYTHING = [
  '',
  ' ',
  '-',
  '--',
  '-1',
  '0',
  '.',
  '..',
  '1e999',
  '99999999999999999999',
  'NaN',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  "Robert'); DROP TABLE operation;--",
  '%s %n',
  '$(reboot)',
  '@',
  '@@x',
  '~',
  '+',
  '🏳️‍🌈 Ω ﷽ さくら',
  'e\u0301'.repeat(50),
  CONTROLS,
  'x'.repeat(20_000),
  'word '.repeat(3_000),
  '\n\t\r\n',
];

/** What fits in a place, by the name of its value in the help. */
const FITTING: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['1', '2', '3', '4-6', '1,2', '.', '7', '12', '99', '3-1', '1-100000']],
  ['ids', ['1', '2', '3', '1,3,5-7', '.']],
  [
    'date',
    [
      'tomorrow',
      'friday',
      'friday 5pm',
      'in 3 working days',
      'in 2 hours',
      'next week',
      'eom',
      '2026-02-30',
      '31 feb',
      'in 999999 years',
      '9999-12-31',
      '0001-01-01',
      'yesterday',
      'the 31st',
      'before friday',
      'mon 25:00',
      'in -3 days',
      'friday 5pm constructor',
      '29 feb',
      'tomorrow 2:30am',
    ],
  ],
  ['when', ['yesterday', 'today 9am', '2 hours ago', 'tomorrow', 'last friday', '1 jan 1970', '1969-12-31']],
  [
    'day',
    [
      'tomorrow',
      'friday',
      'mon..fri',
      '24 dec 13:00..24 dec 17:00',
      '2026-01-01..9999-01-01',
      'friday..monday',
    ],
  ],
  ['days', ['mon..fri', 'tomorrow', '1 jan..31 dec']],
  ['duration', ['3h', '2d', '2-3d', '1.5h', ',5h', '-5h', '1e308h', '9999999w', '30m', '0', '3 weeks']],
  [
    'cadence',
    [
      'daily',
      '2/day',
      'every 3 working days',
      'weekly',
      'every 0 days',
      'every 100000 years',
      '999/day',
      'every month on the 31st',
      'every minute',
    ],
  ],
  [
    'client',
    ['Acme Corp', 'Joe', 'acme', 'Jo', 'joe ', 'ACME', 'Acme Corporation', 'Café Lumière', 'nobody'],
  ],
  ['who', ['Joe', 'Acme Corp', 'me']],
  ['channel', ['email', 'phone', 'chat', 'pigeon']],
  ['kind', ['request', 'promise', 'awaiting', 'reply', 'complaint', 'none']],
  ['state', ['asked', 'offered', 'agreed', 'done', 'open']],
  [
    'file',
    ['nowhere/x', '.', 'junk.bin', 'journal.json', 'tasks.json', 'todo.txt', 'table.csv', 'made.db', '-'],
  ],
  ['count', ['1', '0', '3', '-1', '1.5', '1e9']],
  [
    'key',
    [
      'work.hours',
      'update.every',
      'zone',
      'backup.keep',
      'dates.order',
      'nothing',
      'a'.concat('.a'.repeat(3_000)),
    ],
  ],
  ['setting', ['update.every=daily', 'dates.order=dmy', 'zone=UTC', 'x=y']],
  ['zone', ['Europe/Berlin', 'Asia/Tokyo', 'Nowhere/Land', 'UTC0']],
  ['person', ['Ann <ann@acme.example>', 'Ann, CFO', 'Bob']],
  ['name', ['Acme Corp', 'Joe', 'Joe Smith']],
  ['value', ['09:00-17:00', 'daily', 'Europe/Berlin', 'UTC0', '14', 'dmy', 'mdy']],
  ['numbers', ['1', '2', '1,3']],
  ['number', ['1', '2', '0', '5']],
]);

const WORDS = [
  'hello',
  'the quarterly report',
  'call back @acme ~3h by friday',
  'it went well',
  'logo est 2h +web',
];

const NOWS = [
  '2026-03-02T09:30',
  '2026-03-29T02:30',
  '2026-10-25T02:30',
  '1969-12-31T23:00',
  '2026-12-31T23:59',
  '2100-02-28T12:00',
  '9999-12-31T23:59',
];

const GLOBALS = [
  ['--json'],
  ['--plain'],
  ['--quiet'],
  ['--yes'],
  ['--no-input'],
  ['--no-color'],
  ['--dry-run'],
  ['--nonsense'],
  ['--db', ' '],
];

/** Makes up a line for one of the commands. Most of its words fit, so that it gets far; some fit nowhere. */
export function makeUpLine(commands: readonly Command[], next: () => number): HostileLine {
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
  const isLikely = (share: number) => next() < share;
  const valueFor = (name: string) => {
    // A program is run, whatever it is.
    if (name === 'program') return 'true';
    return isLikely(0.08) ? oneOf(ANYTHING) : oneOf(FITTING.get(name) ?? WORDS);
  };
  const wordsFor = ({ syntax, candidates }: Argument<unknown>): string[] => {
    if (syntax.startsWith('[') && isLikely(0.15)) return [];
    if (Array.isArray(candidates) && isLikely(0.8)) return [(oneOf(candidates) as { word: string }).word];
    const name = /[a-z]+/.exec(syntax)?.[0] ?? '';
    const several = syntax.includes('...') && isLikely(0.3) ? 2 : 1;
    return Array.from({ length: several }, () => valueFor(name));
  };
  const optionWords = (option: Option<unknown>): string[] => {
    const name = oneOf(namesOf(option));
    if (option.placeholder === null) return [name];
    const { candidates } = option;
    if (Array.isArray(candidates) && isLikely(0.8))
      return [name, (oneOf(candidates) as { word: string }).word];
    return [name, valueFor(option.placeholder)];
  };
  const command = oneOf(commands);
  const options = Object.values(command.options);
  const chosen = options.filter(() => isLikely(1.5 / Math.max(3, options.length))).flatMap(optionWords);
  const args = Object.values(command.arguments).flatMap(wordsFor);
  const globals = isLikely(0.2) ? oneOf(GLOBALS) : [];
  const parts = isLikely(0.5) ? [...args, ...chosen] : [...chosen, ...args];
  const name = isLikely(0.01) ? oneOf(ANYTHING) : command.name;
  return {
    // The system passes no NUL and no half characters.
    words: [name, ...parts, ...(isLikely(0.03) ? [oneOf(ANYTHING)] : []), ...globals].map((word) =>
      word.replaceAll('\u0000', '').toWellFormed(),
    ),
    stdin: isLikely(0.7) ? oneOf(WORDS) : oneOf(ANYTHING),
    now: isLikely(0.85) ? '2026-03-02T09:30' : oneOf(NOWS),
  };
}
