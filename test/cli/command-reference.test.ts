import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';
import { namesOf } from '../../src/cli/run/arguments/declaration.ts';
import { copyOf, newUser, User } from '../support/cli.ts';
import { GOOGLE_INVITATION } from '../support/foreign-calendars.ts';
import { messageFrom } from '../support/messages.ts';

const GROUPS = await COMMANDS.groups();
const ALL = [...GROUPS.values()].flat();

/** The options of each command. */
const FIXED: Readonly<Record<string, string>> = {
  add: '--for -c --by -b --estimate --agreed --in-writing -w --because -r --project --via --mail --asked --update-every --right-when --out-of-scope --scope --extra-to --new-client',
  promise: '--to -c --by -b --every --until --on-days-off --estimate --via --new-client',
  await: '--from -c --by -b --every --until --on-days-off --for --blocks --new-client',
  told: '--via --at --about --needs-reply --by -b --new-client',
  heard: '--via --at --about --needs-reply --by -b --new-client',
  log: '--out --in --via --at --about --needs-reply --by -b --new-client',
  draft: '--client -c --say --by -b --price --review-until --choice --edit --eml --mailto --with --sent --at',
  offer: '--because -r --via --at --estimate -e --explain --next',
  agree: '--in-writing -w --via --at --mail',
  counter: '--because -r --via --at --mail',
  price: '--by -b --because -r --via --at',
  approve: '--in-writing -w --choice --via --at --mail',
  move: '--late --because -r --in-writing -w --via --at',
  confirm: '--via --at',
  update: '--next --every --via --at',
  complain: '--next --about -a --affected --needed-by --topic --via --at --new-client',
  resolve: '--affected --needed-by --fact --link --conclusion --cause --topic --remedy --prevention --at',
  answer: '--via --at --mail',
  spend: '--from --at --note -n --because -r',
  project: '--client -c --budget --rate --monthly --until --because -r --by --seen --close --reopen --rename',
  done: '--took --right --without-approval --because -r --would-remove --link --review-until --at',
  accept: '--note -n --by-silence --via --at --mail',
  drop: '--because -r --missed',
  standing: '--title --every --estimate -e --until --on-days-off --pause --stop --because -r',
  snooze: '',
  reopen: '--because -r',
  note: '--link',
  edit: '--title --estimate --client -c --scope --extra-to --blocks',
  today: '--client -c --step',
  review: '--answer --will --client --history',
  stats: '--client -c --since --by --all',
  jot: '--via --at --new-client',
  mail: '--about -a --needs-reply --by -b --again --dry-run -n',
  spread: '--over --apply',
  demo: '',
  overdue: '--exit-code',
  list: '--client -c --kind --state --ball --project --overdue --by --scope --all --sort --reverse',
  show: '',
  client:
    '--person --gone --remember --on --ahead --seen --outdated --zone --every --set --rename --merge --retire --new',
  calendar: '',
  forecast: '',
  away: '--note --cancel',
  search: '--client -c --open --limit -n',
  when: '--as',
  history: '',
  report: '--since --as-of --html --md --text --reasons --budget --all -a',
  undo: '',
  redo: '',
  cron: '--systemd --notify',
  remind: '--all -a --morning --notify',
  export: '',
  import: '--format --as --client -c --agreed --all --dry-run -n --new-client',
  backup: '--force',
  restore: '',
  doctor: '',
  config: '',
  completion: '--candidates',
};

/** A file in which every example can succeed; the examples are about 3. */
async function prepare(): Promise<User> {
  const user = await newUser();
  await user.given(
    'add "First" --for Joe',
    'add "Second" --for "Acme Corp" --by friday',
    'add "Third" --for Joe',
    'add "Fourth" --for Mark --agreed friday',
    'add "Fifth" --for Joe --agreed friday',
    'note 1 one',
    'note 1 two',
    'note 1 three',
  );
  mkdirSync(join(user.home, 'documents'));
  for (const [name, text] of Object.entries({ ...FOREIGN, ...MAIL })) {
    mkdirSync(dirname(join(user.home, name)), { recursive: true });
    writeFileSync(join(user.home, name), text);
  }
  return user;
}

/** Files of other programs, from which the examples import. */
const FOREIGN: Readonly<Record<string, string>> = {
  'tasks.json': '[{"uuid":"a1","description":"Fix the login page","status":"pending"}]',
  'todo.txt': '2026-02-27 Send the notes due:2026-03-06\n',
  'plan.csv': 'Vorhaben;Ende\nBericht;12.3.2026\n',
  'invitation.ics': GOOGLE_INVITATION,
  'requests.csv': 'Title,Client,Due,Estimate\nQuarterly report,Joe,2026-03-12,3h\n',
};

const MESSAGE = messageFrom('Dana Reyes <dana@joe.example>', { date: 'Mon, 2 Mar 2026 09:45:00 +0100' });

/** Messages in the places where mail programs keep or save them. */
const MAIL: Readonly<Record<string, string>> = {
  'message.eml': MESSAGE,
  'clients.mbox': `From dana@joe.example Mon Mar  2 09:45:00 2026\n${MESSAGE}`,
  'Mail/Clients/cur/1': MESSAGE,
  'Mail/Clients/new/2': messageFrom('Dana Reyes <dana@joe.example>'),
  'Mail/Sent/cur/1:2,S': messageFrom('Dana Reyes <dana@joe.example>'),
  'Mail/Sent/new/2': messageFrom('Dana Reyes <dana@joe.example>'),
};

/** A standing promise of which one time was missed; that is number 6. */
const AGAIN = 'promise "weekly status" --to Joe --every "friday 4pm" --at "16 feb"';

/** Extra work, which is number 6. */
const EXTRA: readonly string[] = ['add "Sixth" --for Joe --out-of-scope'];

/** What has to be set up before the examples of a command make sense. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  add: ['client Joe --person "Dana Reyes <dana@joe.example>"'],
  mail: ['client Joe --person "Dana Reyes <dana@joe.example>"'],
  resolve: ['complain joe "the totals are wrong" --next tomorrow', 'resolve 6 --fact "no totals"'],
  offer: [
    'complain joe "the totals are wrong" --next tomorrow',
    'resolve 6 --fact "no totals" --remedy "ours: it by fri"',
  ],
  agree: ['offer 3 "9 mar"'],
  counter: ['offer 3 "9 mar"', ...EXTRA, 'price 6 3h'],
  price: EXTRA,
  approve: ['client Joe --person "Dana Reyes <dana@joe.example>"', ...EXTRA, 'price 6 3h --at 9:40'],
  move: [
    'agree 3 "9 mar"',
    'add "Sixth" --for Joe --agreed "9 mar" --asked "26 feb"',
    'await "Photos" --from Joe --by "27 feb" --at "26 feb" --blocks 6',
  ],
  edit: ['agree 3 "9 mar"'],
  confirm: ['agree 3 "9 mar"'],
  draft: [...EXTRA, 'price 6 3h', 'agree 3 "9 mar"', 'client Joe --person "Joe Ash <joe@ash.example>"'],
  update: ['agree 3 "9 mar"'],
  accept: ['done 3'],
  drop: [AGAIN],
  standing: [AGAIN],
  reopen: ['done 3'],
  project: [
    'add "Pages" --for "Acme Corp" --project Website -e 8h',
    'project Website --budget 40h',
    'spend 6 33h',
  ],
  spend: ['project Website -c "Acme Corp"', 'spend 3 3h'],
  away: ['away "24 jul".."7 aug"'],
  redo: ['undo'],
  restore: ['backup followup-backup.db'],
  heard: ['told Dana hello'],
  answer: ['heard Dana "when can you come?" --needs-reply'],
};

/** What a command says beside its result, whatever the line; the others say nothing. */
const SAYS: Readonly<Record<string, RegExp>> = {
  report:
    /^(?:.* will read these words, which somebody typed:\n(?: {2}\d+ {2}.*\n)+)?(?:There was no report .*\n)?$/,
};

/** Examples that ask in a terminal; test/e2e/walks.test.ts runs them in one. */
const IN_TERMINAL: readonly string[] = ['today --step', 'jot joe', 'review', 'resolve 6'];

/** Examples that change the crontab or the systemd of this machine; test/cli/cron.test.ts runs them on stubs. */
const ON_STUBS: readonly string[] = ['cron install', 'cron install --systemd --yes', 'cron remove'];

describe('the command reference', () => {
  it('is the help of the program and of every command', async () => {
    const block = (text: string) => `\`\`\`\n${text}\n\`\`\`\n`;
    const groups = [...GROUPS].map(([group, commands]) =>
      [`## ${group}\n`, ...commands.map((each) => `### ${each.name}\n\n${block(commandHelp(each))}`)].join(
        '\n',
      ),
    );
    const text = ['# Command reference\n', block(programHelp(GROUPS)), ...groups].join('\n');
    expect(text.split('\n').filter((line) => line.length > 110)).toEqual([]);
    await expect(text).toMatchFileSnapshot('command-reference.md');
  });

  it('has exactly the expected commands', () => {
    expect(ALL.map(({ name }) => name).sort()).toEqual(Object.keys(FIXED).sort());
  });

  it.each(ALL.map((command) => [command.name, command] as const))(
    '%s is declared in full',
    (name, command) => {
      const options = Object.values(command.options);
      const declared = options.flatMap(namesOf);
      for (const option of (FIXED[name] ?? '').split(' ').filter(Boolean)) expect(declared).toContain(option);
      expect(new Set(declared).size).toBe(declared.length);
      expect(command.examples.length).toBeGreaterThan(0);
      const meanings = [...Object.values(command.arguments), ...options].map(({ meaning }) => meaning);
      expect([...meanings, ...command.examples.map(([, does]) => does)]).not.toContain('');
      expect(command.summary).not.toMatch(/^[A-Z]|\.$/);
    },
  );
});

describe.concurrent('examples in the help', () => {
  let start: Promise<User> | undefined;

  for (const command of ALL) {
    it(`of ${command.name} can be run`, async ({ expect }) => {
      start ??= prepare();
      const elsewhere = [...IN_TERMINAL, ...ON_STUBS];
      for (const [line] of command.examples.filter(([each]) => !elsewhere.includes(each))) {
        const user = await copyOf(start);
        await user.given(...(BEFORE[command.name] ?? []));
        if (line.includes('import')) writeFileSync(join(user.home, 'followup.json'), await user.journal());
        const words = line.replace(/ [<>] \S+$/, '');
        const morning = new User(user.home, { now: '2026-03-02T10:00' });
        const { exitCode, stderr } = await morning.run(
          command.name === 'import' && !words.includes('--db') ? `${words} --db new.db` : words,
          { stdin: command.name === 'mail' ? MESSAGE : 'told hello' },
        );
        const last = morning.transcript();
        expect(exitCode, last).toBe(0);
        expect(stderr, last).toMatch(SAYS[command.name] ?? /^$/);
      }
    });
  }

  it('of the program can be run one after the other', async ({ expect }) => {
    const user = await newUser();
    const lines = [...programHelp(GROUPS).matchAll(/^ {2}followup (.*?) {2,}/gm)].map(
      ([, line]) => line ?? '',
    );
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(await user.run(line), line).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('of the welcome can be run one after the other', async ({ expect }) => {
    const user = await newUser();
    const { stdout } = await user.run('');
    const lines = [...stdout.matchAll(/^ {2}followup (.*)$/gm)].map(([, line]) => line ?? '');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(await user.run(line), line).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
