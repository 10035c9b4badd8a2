import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-hostile-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What no output may hold: controls but the ends of lines and tabs, bidirectional and invisible signs, halves of pairs. */
const UNSAFE =
  /(?![\n\t])\p{Cc}|[\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0001}-\u{e007f}\p{Cs}]/u;

/** Begins a line only if a line end of the text was printed as one. */
const FORGED = 'FORGED';

const EVIL =
  `\u001b[31mred\u001b]0;title\u0007 \u009b2J \u202eabc\u2066 \u2028x\u2029 \ufeff\u200b a\nFORGED b\r\nFORGED c\rFORGED\td ` +
  `e\ud800f \udc00g h\0i \u0301\u0302 \u754c\u754c \ud83d\ude00 \u{e0041} ${'w'.repeat(300)}`;

const HOSTILE: readonly [what: string, text: string][] = [
  ['sequences, line ends, bidirectional and invisible signs', EVIL],
  ['a title as long as it may be', 'y'.repeat(9_000)],
  ['a heap of marks', `z${'\u0301'.repeat(2_000)}`],
];

/** The lines of an imported journal with hostile text where no command takes any. */
async function journalOf(evil: string): Promise<string> {
  const user = await new InProcessUser().given(
    'add "the report" --for Acme',
    'client Acme --zone Asia/Tokyo',
  );
  const { stdout } = await user.run('export');
  const journal = JSON.parse(stdout) as { operations: { verb: string; zone: string }[] };
  for (const operation of journal.operations) {
    operation.verb = evil;
    operation.zone = evil;
  }
  return JSON.stringify(journal);
}

const COMMANDS: readonly string[] = [
  'today',
  'today --all',
  'overdue',
  'list --all',
  'show 1',
  'show 2',
  'show 3',
  'show 4',
  'client',
  'client acme',
  'history',
  'history 1',
  'history 2',
  'history --client acme --verb told',
  'stats',
  'stats --all',
  'stats --by client',
  'forecast',
  'forecast 1',
  'calendar',
  'calendar --weeks 20',
  'away',
  'review',
  'review --history',
  'search red',
  'search w',
  'spread',
  'config',
  'export',
  'export --ics',
  'export --ics --private',
  'export --csv commitments',
  'export --csv contacts',
  'export --csv hours',
  'report acme --yes',
  'report acme --text --yes',
  'report acme --md --reasons --yes',
  'report acme --html - --yes',
  'doctor',
  'completion --candidates -- followup show ""',
  'completion --candidates -- followup client ""',
];

describe.each(HOSTILE)('%s', (_what, evil) => {
  const user = new InProcessUser();
  let journal = '';

  beforeAll(async () => {
    const run = (...words: readonly string[]) => user.run(words);
    await user.given('client Acme --new');
    await run(
      'add',
      `do ${evil}`,
      '--for',
      'Acme',
      '--project',
      evil,
      '--right-when',
      evil,
      '--because',
      evil,
    );
    await run('promise', `send ${evil}`, '--to', `Evil ${evil}`, '--by', 'friday');
    await run('heard', 'Acme', evil, '--needs-reply', '--via', 'phone');
    await run('await', `figures ${evil}`, '--from', 'Acme', '--by', 'friday');
    await run('client', 'Acme', '--person', `"Dana ${evil}" <dana@acme.com>, boss ${evil}`);
    await run('client', 'Acme', '--remember', evil);
    await run('client', 'Acme', '--rename', `Acme ${evil}`);
    await run('note', '1', evil, '--link', evil);
    await run('told', 'Acme', evil, '--about', '1');
    await run('offer', '1', 'next friday', '--because', evil);
    await run('away', '1 jun..2 jun', '--note', evil);
    await run('review', '--answer', `1=no:${evil}`);
    const file = join(FOLDER, 'journal.json');
    writeFileSync(file, await journalOf(evil));
    journal = (await run('import', file)).stderr;
  });

  it('comes in, or is refused, and is never a fault', async () => {
    expect(journal).not.toMatch(UNSAFE);
    const { length } = await user.json<unknown[]>('list --all');
    expect(length).toBeGreaterThan(2);
  });

  it.each(COMMANDS)('is shown harmless by %s', async (line) => {
    for (const form of ['', ' --json', ' --plain', ' --no-color']) {
      for (const columns of [40, undefined]) {
        const { stdout, stderr, exitCode } = await user.run(
          line.replace(/(?= --( |$))|$/, form),
          columns === undefined ? {} : { columns },
        );
        expect([0, 1, 2, 4]).toContain(exitCode);
        // Calendars and tables end their lines with CRLF.
        expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(UNSAFE);
        expect(stderr).not.toMatch(UNSAFE);
        expect(stderr).not.toMatch(/inside followup|\n\s+at /);
        if (form !== ' --json') expect(stdout).not.toMatch(new RegExp(`^${FORGED}`, 'm'));
      }
    }
  });

  it('is shown harmless by undo and redo', async () => {
    const copy = user.copy();
    for (const line of ['undo', 'redo', 'undo 3', 'history']) {
      const { stdout, stderr } = await copy.run(line);
      expect(stdout + stderr).not.toMatch(UNSAFE);
    }
  });

  it('is the same after export and import, and sound', async () => {
    const { stdout } = await user.run('export');
    const file = join(FOLDER, 'export.json');
    writeFileSync(file, stdout);
    const other = new InProcessUser();
    await other.run(['import', file]);
    expect((await other.run('export')).stdout).toBe(stdout);
    expect((await user.run('doctor')).exitCode).toBe(0);
  });

  it('is shown harmless where it is refused', async () => {
    for (const words of [
      ['show', evil],
      ['client', evil],
      ['offer', '1', evil],
      ['add', 'x', '--by', evil],
      ['config', evil, evil],
      ['client', 'acme', '--zone', evil],
      ['client', 'acme', '--set', evil],
      ['import', evil.replaceAll('\0', '')],
      ['told', 'acme', 'x', '--via', evil],
      [evil],
      ['when', evil],
      ['help', evil],
    ]) {
      for (const form of [[], ['--json']]) {
        const { stdout, stderr, exitCode } = await user.run([...words, ...form]);
        expect([1, 2, 4]).toContain(exitCode);
        expect(stdout + stderr).not.toMatch(UNSAFE);
      }
    }
  });
});
