import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import {
  APPLE_REMINDERS,
  GOOGLE_INVITATION,
  NEXTCLOUD_TASKS,
  OUTLOOK,
} from '../support/foreign-calendars.ts';
import { InProcessUser } from '../support/in-process.ts';

const CLIENTS = [
  'client "Acme Corp" --new --person "Ann Smith <ann@acme.example>"',
  'client Globex --new --person "Kim <kim@globex.example>"',
];

async function consultant(): Promise<User> {
  const user = await newUser();
  const files = {
    'invitation.ics': GOOGLE_INVITATION,
    'outlook.ics': OUTLOOK,
    'reminders.ics': APPLE_REMINDERS,
    'tasks.ics': NEXTCLOUD_TASKS,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(user.home, name), text);
  await user.given(...CLIENTS, 'config me.email me@work.example');
  return user;
}

const entry = (name: string, ...lines: readonly string[]) =>
  `BEGIN:${name}\n${lines.join('\n')}\nEND:${name}\n`;
const calendar = (...entries: readonly string[]) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${entries.join('')}END:VCALENDAR\n`;
const task = (uid: string, ...lines: readonly string[]) =>
  entry('VTODO', `UID:${uid}`, `SUMMARY:Task ${uid}`, 'DUE;VALUE=DATE:20260306', ...lines);

describe.concurrent('the import of a calendar', () => {
  it('takes in an invitation as what its organizer promised', async ({ expect }) => {
    const user = await consultant();
    await user.runAll(
      'import invitation.ics --dry-run',
      'import invitation.ics',
      'show 1',
      'import invitation.ics',
      'undo',
      'list --all',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/invitation.txt');
  });

  it('takes in a calendar of Outlook', async ({ expect }) => {
    const user = await consultant();
    await user.runAll(
      'import outlook.ics --dry-run',
      'import outlook.ics',
      'show 1-3',
      'import outlook.ics --all',
      'list --all',
      'import outlook.ics --all --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/outlook.txt');
  });

  it('takes in tasks that say nobody, once it is told what they are', async ({ expect }) => {
    const user = await consultant();
    await user.runAll(
      'import reminders.ics',
      'import reminders.ics --as promise',
      'import reminders.ics --as promise --client acme --plain',
      'import tasks.ics --as awaiting -c Globex',
      'import tasks.ics --as awaiting -c Globex --all',
      'list --all',
      'show 5,7',
      'import reminders.ics',
      'import tasks.ics',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/tasks-of-calendars.txt');
  });

  it('refuses what is no calendar, or a broken one', async ({ expect }) => {
    const user = await consultant();
    const files = {
      'cut-off.ics': GOOGLE_INVITATION.slice(0, 900),
      'empty.ics': calendar(),
      'ann.vcf': 'BEGIN:VCARD\nVERSION:4.0\nFN:Ann Smith\nEND:VCARD\n',
      'page.ics': '<html>Sign in</html>\n',
      'crossed.ics': calendar().replace('END:VCALENDAR', 'END:VEVENT'),
      'zone.ics': calendar(
        task('z', 'ORGANIZER:mailto:ann@acme.example').replace(/DUE.*/, 'DUE;TZID=Mars:20260306T120000'),
      ),
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(user.home, name), text);
      await user.runAll(`import ${name}`);
    }
    await user.runAll('import ann.vcf --format ics', 'list --all');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/no-calendar.txt');
  });
});

/** Somebody with two clients, whose addresses are known if `me` is set. */
async function clerk(me = true): Promise<InProcessUser> {
  return new InProcessUser().given(...CLIENTS, ...(me ? ['config me.email me@work.example'] : []));
}

describe('what an entry becomes', () => {
  const imported = async (user: InProcessUser, text: string, options = '') => {
    const { exitCode, stderr } = await user.run(`import - --format ics ${options}`, { stdin: text });
    if (exitCode !== 0) throw new Error(stderr);
    return user.json<Record<string, unknown>[]>('list --all --sort number');
  };

  it('follows from its organizer', async () => {
    const list = await imported(
      await clerk(),
      calendar(
        task('a', 'ORGANIZER:mailto:ann@acme.example'),
        task('b', 'ORGANIZER:mailto:ME@work.example', 'ATTENDEE:mailto:kim@globex.example'),
        task('c', 'ORGANIZER;CN=Lee Roy:mailto:lee@initech.example'),
      ),
    );
    expect(list).toMatchObject([
      { kind: 'awaiting', client: 'Acme Corp', who: 'Ann Smith' },
      { kind: 'promise', client: 'Globex' },
      { kind: 'awaiting', client: 'Lee Roy' },
    ]);
  });

  it('is what the line says for all', async () => {
    const both = calendar(
      task('a', 'ORGANIZER:mailto:ann@acme.example'),
      task('b', 'ORGANIZER:mailto:me@work.example', 'ATTENDEE:mailto:kim@globex.example'),
    );
    for (const kind of ['promise', 'awaiting', 'request']) {
      expect(await imported(await clerk(), both, `--as ${kind}`)).toMatchObject([
        { kind, client: 'Acme Corp' },
        { kind, client: 'Globex' },
      ]);
    }
  });

  it('is with the client on the line where nobody knows who it is with, and says so in a note', async () => {
    const user = await clerk();
    const text = calendar(
      task('a'),
      task('b', 'ORGANIZER;CN=Lee Roy:mailto:lee@initech.example'),
      task('c', 'ORGANIZER:mailto:ann@acme.example'),
    );
    expect(await imported(user, text, '--as awaiting --client Globex')).toMatchObject([
      { client: 'Globex' },
      { client: 'Globex' },
      { client: 'Acme Corp' },
    ]);
    expect((await user.run('show 2')).stdout).toContain('Note: With Lee Roy');
    expect(await user.json<object[]>('client')).toHaveLength(2);
  });

  it('needs a client', async () => {
    const user = await clerk();
    const { stdout, exitCode } = await user.run('import - --as promise --json', {
      stdin: calendar(task('a')),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      imported: [],
      rejects: [{ line: 3, code: 'client-missing' }],
    });
    expect(exitCode).toBe(1);
  });

  it('is not guessed: the lines to type do what they say', async () => {
    for (const [me, organizer] of [
      [true, []],
      [false, ['ORGANIZER:mailto:ann@acme.example']],
    ] as const) {
      const user = await clerk(me);
      const stdin = calendar(task('a', ...organizer));
      const { stderr, exitCode } = await user.run('import - -c "Acme Corp" --json', { stdin });
      expect(exitCode).toBe(2);
      const { error } = JSON.parse(stderr) as { error: { code: string; hint: string } };
      expect(error.code).toBe('kind-unknown');
      const lines = [...error.hint.matchAll(/followup (import [^;]*--client 'Acme Corp')/g)].map(
        ([, line = '']) => line,
      );
      expect(lines).toHaveLength(2);
      for (const [index, kind] of ['awaiting', 'promise'].entries()) {
        const other = await clerk(me);
        await other.run(lines[index] ?? '', { stdin });
        expect(await other.json('list')).toMatchObject([{ kind, client: 'Acme Corp' }]);
      }
    }
  });

  it('is neither without a date, and so not asked about', async () => {
    const user = await clerk();
    const { stdout } = await user.run('import - --json', {
      stdin: calendar(task('a').replace(/DUE.*/, 'PRIORITY:1')),
    });
    expect(JSON.parse(stdout)).toMatchObject({ imported: [], rejects: [{ code: 'date-missing' }] });
  });

  it('is said once more by --yes only if its organizer is known', async () => {
    const user = await clerk();
    const organised = calendar(task('a', 'ORGANIZER:mailto:ann@acme.example'));
    expect((await user.run('import - --yes', { stdin: organised })).exitCode).toBe(0);
    expect((await user.run('import - --yes', { stdin: calendar(task('b')) })).exitCode).toBe(2);
  });

  it('is nothing if I have declined it', async () => {
    const user = await clerk();
    const stdin = calendar(
      task('a', 'ORGANIZER:mailto:ann@acme.example', 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@work.example'),
    );
    expect((await user.run('import -', { stdin })).stdout).toContain('1 that you declined');
    expect(await user.json('list --all')).toEqual([]);
  });

  it('is a promise that may have been given, but no word, where it does not say when', async () => {
    const user = await clerk();
    await imported(
      user,
      calendar(task('a'), task('b', 'CREATED:20260220T081500Z')),
      '--as promise -c Globex',
    );
    expect((await user.run('export')).stdout.match(/"unsaid":true/g)).toHaveLength(1);
  });

  it('is overdue if a task was due before, and left out if an appointment was', async () => {
    const user = await clerk();
    const text = calendar(
      task('a', 'ORGANIZER:mailto:ann@acme.example').replace('20260306', '20260226'),
      entry(
        'VEVENT',
        'UID:b',
        'SUMMARY:Call',
        'DTSTART:20260226T120000Z',
        'ORGANIZER:mailto:ann@acme.example',
      ),
    );
    expect(await imported(user, text)).toMatchObject([{ title: 'Task a', overdue: true }]);
    expect(await imported(user, text, '--all')).toMatchObject([
      { title: 'Task a' },
      { title: 'Call', overdue: true },
    ]);
  });

  it('keeps what others write from harming a terminal', async () => {
    const user = await clerk();
    const stdin = calendar(
      entry(
        'VTODO',
        'UID:\u202eevil',
        'SUMMARY:a\u202eb\\nc',
        'DUE:20260306',
        'ORGANIZER;CN=constructor:mailto:x@x.example',
      ),
    );
    const { stdout } = await user.run('import -', { stdin });
    expect(stdout).not.toContain('\u202e');
    expect(await user.json('list')).toMatchObject([{ client: 'constructor' }]);
  });
});

describe('our own calendar', () => {
  const DATES = ['friday', '"10 mar 15:00"', '"1 apr"', '"15 jun 2026"'];
  const ANY_LINE = fc.oneof(
    fc.constantFrom(...DATES).map((date) => `promise "send it" --to Acme --by ${date}`),
    fc.constantFrom(...DATES).map((date) => `await figures --from Globex --by ${date}`),
    fc.constantFrom(...DATES).map((date) => `add Report --for Globex --agreed ${date} -e 5h`),
    fc.constantFrom(
      'promise figures --to Acme --every "friday 4pm"',
      'away 16mar..20mar',
      'drop 1 -r x',
      'done 1',
    ),
  );

  it('never comes in again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ANY_LINE, { minLength: 1, maxLength: 6 }), async (lines) => {
        const user = new InProcessUser();
        for (const line of lines) await user.run(line);
        const { stdout: exported } = await user.run('export --ics -');
        const entries = exported.split('BEGIN:VEVENT').length - 1;
        fc.pre(entries > 0);
        const before = await user.json('list --all');
        // Others keep the identifiers of entries, and write the rest anew.
        const kept = exported
          .replace(/PRODID.*/, 'PRODID:-//Other//EN')
          .replace(/DESCRIPTION.*/g, 'DESCRIPTION:x');
        for (const stdin of [exported, kept]) {
          const options = '--as promise -c Acme --all';
          const { stdout, exitCode } = await user.run(`import - ${options} --json`, { stdin });
          expect(exitCode).toBe(0);
          expect(JSON.parse(stdout)).toMatchObject({ imported: [], leftOut: { own: entries }, rejects: [] });
        }
        expect(await user.json('list --all')).toEqual(before);
        user.leave();
      }),
      { numRuns: Number(process.env.CALENDARS ?? 25) },
    );
  });

  it('says so', async () => {
    const user = await new InProcessUser().given('promise "send it" --to Acme --by friday');
    const { stdout } = await user.run('export --ics -');
    const { stdout: said } = await user.run('import -', { stdin: stdout });
    expect(said).toContain("2 of followup's own");
  });
});
