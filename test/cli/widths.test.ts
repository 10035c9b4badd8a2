import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const WIDTHS = [40, 60, 80, 120];

const anyWord = fc.constantFrom(
  ...'a the report Größenordnung of Quartalsabrechnung 四半期報告書の作成 さくら 👩‍👩‍👧‍👦 🎉🎉 naïve 1234567 q3/q4 O’Neill'.split(
    ' ',
  ),
  'https://example.com/a/rather/long/path/to/some/document/that/nobody/reads?version=12',
  '四半期報告書の作成とレビューをお願いします、できれば金曜日までに送ってください',
);
const anyText = fc.array(anyWord, { minLength: 1, maxLength: 16 }).map((words) => words.join(' '));
const anyClient = fc.constantFrom(
  'Joe',
  'Zoë Åkerström',
  '株式会社ABCホールディングス東京支社',
  'Acme Corp International Holdings of Northern Europe',
  "O'Brien & Sons",
  'Müller & Söhne Maschinenbau und Fördertechnik GmbH & Co. KG',
);
const anyDate = fc.constantFrom(
  'tue 10:00-14:00',
  '17 mar 2027 9:30-17:45',
  'thu 17:00',
  'fri 3pm Tokyo',
  'sat',
  'in 3 days',
  'in 8 months',
  '30 jun 2028',
  'today 12:00',
);
const anyEffort = fc.constantFrom('3h', '2d', '1234h', '2-5d', '0.25h', '5 days');
const anyNumber = fc.integer({ min: 1, max: 8 }).map(String);
const anyPerson = fc.constantFrom(
  'Dana Reyes <dana@acme.com>, CFO, Europe/London',
  'Maximilian Freiherr von Hohenstein-Wittelsbach <maximilian.von.hohenstein-wittelsbach@foerdertechnik.example.com>, Leiter der Abteilung für Sonderaufgaben',
);

const say = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string[]> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)));
const perhaps = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
  fc.option(say(...parts), { nil: [] as string[] });
const lineOf = (...parts: readonly fc.Arbitrary<string[]>[]) =>
  fc.tuple(...parts).map((words) => words.flat());

const anyStart = fc.oneof(
  lineOf(
    say('add', anyText),
    perhaps('--for', anyClient),
    perhaps('-e', anyEffort),
    fc.oneof(perhaps('--by', anyDate), perhaps('--agreed', anyDate)),
    perhaps('--because', anyText),
    perhaps('--project', anyWord),
    perhaps('--right-when', anyText),
  ),
  lineOf(say('promise', anyText, '--to', anyClient, '--by', anyDate), perhaps('-e', anyEffort)),
  lineOf(say('await', anyText, '--from', anyClient, '--by', anyDate), perhaps('--for', anyClient)),
  lineOf(say('heard', anyClient, anyText), fc.constantFrom([], ['--needs-reply'])),
);
const anyChange = fc.oneof(
  lineOf(say('told', anyClient, anyText)),
  lineOf(say('offer', anyNumber), perhaps('--because', anyText)),
  lineOf(say('offer', anyNumber, anyDate)),
  lineOf(say('agree', anyNumber), fc.oneof(say(anyDate), fc.constant([] as string[]))),
  lineOf(say('move', anyNumber, anyDate, '-r', anyText)),
  lineOf(say('counter', anyNumber, anyDate, '-r', anyText)),
  lineOf(say('confirm', anyNumber)),
  lineOf(say('update', anyNumber, anyText), perhaps('--next', anyDate)),
  lineOf(say('edit', anyNumber, '--title', anyText), perhaps('--estimate', anyEffort)),
  lineOf(say('note', anyNumber, anyText, '--link', anyWord)),
  lineOf(say('spend', anyNumber, anyEffort)),
  lineOf(say('snooze', anyNumber, anyDate)),
  lineOf(say('done', anyNumber), perhaps('--took', anyEffort)),
  lineOf(say('answer', anyNumber, anyText)),
  lineOf(say('accept', anyNumber)),
  lineOf(say('drop', anyNumber, '-r', anyText)),
  lineOf(say('reopen', anyNumber)),
  lineOf(
    say('client', anyClient, '--person', anyPerson, '--remember', anyText),
    perhaps('--zone', 'America/Argentina/Buenos_Aires'),
    perhaps('--rename', anyText),
  ),
  lineOf(say('client', anyClient, '--retire')),
  lineOf(
    say('away', fc.constantFrom('23 mar..27 mar', '3 apr 2pm', '21 dec 14:00..5 jan 12:00')),
    perhaps('--note', anyText),
  ),
  lineOf(
    say('review', '--answer'),
    say(anyText).map(([text]) => [`1=yes:${text}`, `3=no:${text}`]),
    perhaps(
      '--will',
      anyText.map((text) => `3=${text} by friday`),
    ),
  ),
  lineOf(fc.constantFrom(['undo'], ['redo'])),
);

/** What shows something, whatever was recorded. */
const SCREENS: readonly string[] = [
  'today',
  'today --all',
  'overdue',
  'list',
  'list --all --limit all',
  'list --sort client --reverse',
  'list --ball me',
  'list --overdue --by "in 2 months"',
  'list -c joe --all',
  'list --kind promise',
  'list --state asked',
  'show 1-4',
  'client',
  'client joe',
  'client 株式会社ABCホールディングス東京支社',
  'client "Acme Corp International Holdings of Northern Europe"',
  'search report',
  'search 四半期',
  'history',
  'history 1-3',
  'report joe --yes',
  'forecast',
  'forecast --limit all',
  'forecast 1',
  'forecast 2',
  'calendar',
  'calendar --weeks',
  'stats --all',
  'stats --by month',
  'stats --by client',
  'calendar next month',
  'away',
  'spread',
  'review',
  'review --history',
  'config',
  'config work.hours',
  'doctor',
  'when "tue 10:00-14:00 Tokyo"',
  'when "every 2 working days"',
  'when "3 weeks"',
  'when nonsense',
  'show 99',
  'agree 1 yesterday',
  'add',
  'lits',
];

/** What may be wider than the terminal: a word alone on its line, or a command, because people copy them. */
const ALONE = /^\s*(?:\S+|(?:fup|followup) .*)$/;

function tooWide(text: string, columns: number): string[] {
  return text.split('\n').filter((line) => stringWidth(line) > columns && !ALONE.test(line));
}

const RUNS = Number(process.env.FOLLOWUP_RUNS ?? 6);

describe('any ledger', () => {
  it('has no line over the width of the terminal', { timeout: 10 * 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStart, { minLength: 2, maxLength: 8 }),
        fc.array(anyChange, { maxLength: 16 }),
        fc.constantFrom('2026-03-02T17:00', '2026-03-05T09:30', '2026-04-20T09:30', '2027-05-03T11:00'),
        fc.constantFrom(...WIDTHS),
        async (starts, changes, later, echoed) => {
          const user = new InProcessUser();
          const check = async (line: string | readonly string[], columns: number, now?: string) => {
            const env = { COLUMNS: String(columns), ...(now && { FOLLOWUP_NOW: now }) };
            const { stdout, stderr } = await user.run(line, { columns, env });
            expect({ line, tooWide: tooWide(`${stdout}${stderr}`, columns) }).toEqual({ line, tooWide: [] });
          };
          for (const line of [...starts, ...changes]) await check(line, echoed);
          for (const columns of WIDTHS) for (const line of SCREENS) await check(line, columns, later);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('lists', () => {
  const LONG = 'Quarterly report with all the figures of the year, by region';

  async function longLedger(): Promise<InProcessUser> {
    return new InProcessUser().given(
      `add "${LONG}" --for "Acme Corp International Holdings" --agreed "thu 17 dec 10:00-14:00" -w`,
      `add "${LONG}" --for Joe --by "18 mar 2027 9:30"`,
      `await "${LONG}" --from "Dana Reyes" --for "Acme Corp International Holdings" --by "fri 17:00"`,
    );
  }

  async function rowsOf(line: string, columns: number): Promise<string[]> {
    const user = await longLedger();
    const { stdout } = await user.run(line, { columns, env: { COLUMNS: String(columns) } });
    return stdout.split('\n').filter((row) => row.includes('Quart'));
  }

  it.each(['list', 'forecast', 'client acme', 'list --client acme', 'search figures'])(
    '%s keeps 24 columns of every title at 80',
    async (line) => {
      const rows = await rowsOf(line, 80);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toContain(LONG.slice(0, 23).trimEnd());
    },
  );

  it('keep a row in a line at 40 columns, with number, client, title and day', async () => {
    expect(await rowsOf('list', 40)).toEqual([
      ' 3  Dana Re…  Quarterly r…  Fri 6 Mar…',
      ' 1  Acme Co…  Quarterly r…  Thu 17 Dec…',
      ' 2  Joe       Quarterly r…  Thu 18 Mar…',
    ]);
  });

  it('of one client do not repeat the client, and name whoever else has the ball', async () => {
    const user = await longLedger();
    for (const line of ['client acme', 'list --client acme', 'jot acme -']) {
      const { stdout } = await user.run(line, { stdin: 'promised the notes by friday' });
      const rows = stdout.split('\n').filter((row) => /^ \d/.test(row));
      expect(rows.length, line).toBeGreaterThan(0);
      for (const row of rows) expect(row, line).not.toContain('Acme');
    }
    expect((await user.run('client acme')).stdout).toContain(' 3  Dana Reyes  Quarterly');
  });

  it('of settings say all of what they mean', async () => {
    for (const columns of WIDTHS) {
      const { stdout } = await new InProcessUser().run('config', { env: { COLUMNS: String(columns) } });
      expect(stdout.replace(/\s+/g, ' ')).toContain('share of a working day that goes to commitments');
      expect(stdout).not.toContain('\u2026');
    }
  });
});
