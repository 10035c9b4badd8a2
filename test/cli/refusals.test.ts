import Database from 'better-sqlite3';
import { describe, type ExpectStatic, it } from 'vitest';
import { copyOf, newUser, splitWords, User } from '../support/cli.ts';

/** A file with a commitment in each state, on Wednesday morning. */
async function prepare(): Promise<User> {
  const user = await newUser();
  await user.given(
    'add "Asked" --for Joe',
    'add "Wanted" --for Joe --by friday',
    'add "Offered" --for "Acme Corp"',
    'offer 3 friday',
    'add "Agreed" --for "Acme Films" --agreed friday',
    'promise "Promised" --to Globex --by friday',
    'await "Awaited" --from Dana --by friday',
    'heard Mark "Asked for an answer" --needs-reply --by friday',
    'add "Delivered" --for Joe --agreed friday -w',
    'done 8',
    'add "Accepted" --for Joe --agreed friday -w',
    'done 9',
    'accept 9',
    'add "Dropped" --for Joe',
    'drop 10 -r "no budget"',
  );
  return new User(user.home, { now: '2026-03-04T08:55' });
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function prepared(): Promise<User> {
  start ??= prepare();
  return copyOf(start);
}

interface ErrorJson {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null };
}

/** Runs lines that are all refused: for people and for programs, printing nothing and changing nothing. */
async function refuseAll(expect: ExpectStatic, user: User, name: string, lines: readonly string[]) {
  const before = await user.journal();
  const examples = new Map<string, string>();
  for (const line of lines) {
    const { stdout, stderr, exitCode } = await user.run(line);
    expect(stdout, line).toBe('');
    expect([1, 2, 4], line).toContain(exitCode);
    expect(stderr, line).not.toMatch(/\n\s+at |Error:|undefined|\[object|commander/);
    const kind = stderr.replace(/"[^"]*"|'[^']*'|\d+/g, '*');
    if (!examples.has(kind)) examples.set(kind, line);
  }
  const transcript = user.transcript();
  const codes: string[] = [];
  for (const line of examples.values()) {
    const { stdout, stderr, exitCode } = await user.run([...splitWords(line), '--json']);
    expect(stdout, line).toBe('');
    expect(exitCode, line).toBeGreaterThan(0);
    const { error } = JSON.parse(stderr) as ErrorJson;
    expect(Object.keys(error), line).toEqual(['code', 'message', 'hint']);
    expect(error.message, line).toMatch(/[.?]$/);
    codes.push(`${error.code}  ${line}`);
  }
  expect(await user.journal()).toBe(before);
  const codeList = `# The codes of the errors in JSON\n${codes.join('\n')}\n`;
  await expect(`${transcript}\n${codeList}`).toMatchFileSnapshot(`snapshots/refusals/${name}.txt`);
}

describe.concurrent('refusals', () => {
  it('of a file that somebody else never lets go', { timeout: 60_000 }, async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const db = new Database(user.database);
    db.exec('BEGIN IMMEDIATE');
    const { exitCode, stderr, stdout } = await user.run('note 1 hello');
    db.exec('ROLLBACK');
    db.close();
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: '' });
    expect(stderr).toContain('in use by another program');
    expect(await user.json<object[]>('history 1')).toHaveLength(1);
  });

  it('of offers', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'offer', [
      'offer 1 "2 mar 2026"',
      'offer 1 "today 8am"',
      'offer 2 2026-03-01 --at "2 mar 10am"',
      'offer 2 "2026-03-02 09:20" --at "2026-03-02 09:15"',
      'offer 1 friday --at tomorrow',
      'offer 6 monday',
      'offer 7 monday',
      'offer 8 monday',
      'offer 10 monday',
    ]);
  });

  it('of agreements', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'agree', [
      'agree 1',
      'agree 1 "2 mar 2026"',
      'agree 4',
      'agree 5 monday',
      'agree 6',
      'agree 7',
      'agree 8',
      'agree 9',
      'agree 10 monday',
    ]);
  });

  it('of counters', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'counter', [
      'counter 3',
      'counter 3 monday',
      'counter 3 "2 mar 2026" --because "board meeting"',
      'counter 4 monday --because "board meeting"',
      'counter 5 monday --because "board meeting"',
      'counter 8 monday --because "board meeting"',
    ]);
  });

  it('of moves and confirmations', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'move-and-confirm', [
      'move 4',
      'move 4 monday',
      'move 4 "2 mar 2026" --because late',
      'move 4 monday --because ""',
      'move 1 monday --because late',
      'move 3 monday --because late',
      'move 8 monday --because late',
      'move 4 --late 6',
      'move 4 monday --late 5',
      'move 6 --late 6',
      'move 1 --late 6',
      'move 4 --late 99',
      'move 4 --late 6,7',
      'edit 4 --blocks 1',
      'edit 6 --blocks 6',
      'confirm 1',
      'confirm 3',
      'confirm 5',
      'confirm 6',
      'confirm 7',
    ]);
  });

  it('of work', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'work', [
      'update 4',
      'update 8 "where it stands"',
      'update 4 "half way" --next "2 mar 2026"',
      'update 4 "half way" --every sometimes',
      'spend 4 lots',
      'spend 4 2-3d',
      'done 4 --took "2 to 3 days"',
      'done 8',
      'done 10',
      'done 4 --took long',
      'done 4 --at tomorrow',
      'accept 4',
      'accept 5',
      'accept 9',
      'accept 10',
      'drop 4',
      'drop 8 --because "no budget"',
      'snooze 4 "2 mar 2026"',
      'snooze 4 today',
      'snooze 4 whenever',
      'reopen 4',
      'note 4',
      'edit 4',
      'edit 4 --title " "',
      'edit 4 --scope maybe',
      'edit 4 --estimate some',
    ]);
  });

  it('of new commitments and words', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'capture', [
      'add',
      'add ""',
      'add "@joe ~3h"',
      'add Report --for Joe --in-writing',
      'add Report --for Joe --by "2 mar 2026"',
      'add Report --for Joe --agreed "2 mar 2026"',
      'add Report --for Joe --asked tomorrow',
      'add Report --for Joe --by "2026-03-02 09:00" --asked "2 mar 10am"',
      'add Report by whenever --for Joe',
      'add Report by 30 feb --for Joe',
      'promise "send notes" --by friday',
      'promise "send notes" --to Joe',
      'await "the figures" --by friday',
      'await "the figures" --from Dana',
      'await "the figures" --from Dana --by friday --blocks 99',
      'await "the figures" --from Dana --by friday --blocks 1,2',
      'told',
      'told Joe',
      'heard Joe',
      'told Joe "half way" --about 4',
      'told Joe "half way" --about 99',
      'told Joe "half way" --by friday',
      'told Joe "half way" --via pigeon',
      'told Joe "half way" --via emial',
      'heard Joe "is it ready?" --needs-reply --by whenever',
      'log Joe "half way"',
      'log Joe "half way" --in --out',
      'told Gloebx "half way"',
      'told Acme "half way"',
      'told "?" "half way"',
      'add Report --for Gloebx',
      'add Report --for acme',
    ]);
  });

  it('of dates', async ({ expect }) => {
    const vague = ['asap', 'ASAP', 'soon', 'whenever', 'later', 'someday', 'tbd', 'in a few days', 'no rush'];
    const unknown = [
      'the day of reckoning',
      'fridy',
      '30 feb',
      '2026-02-30',
      '31 apr',
      '25:00',
      '13/13',
      '32 mar',
    ];
    await refuseAll(
      expect,
      await prepared(),
      'dates',
      [...vague, ...unknown, ''].map((phrase) => `offer 1 "${phrase}"`).concat('offer 1 " "'),
    );
  });

  it('of command lines', async ({ expect }) => {
    await refuseAll(expect, await prepared(), 'usage', [
      'offr 1',
      'frobnicate',
      'help offr',
      'help frobnicate',
      'list --stat done',
      'list --frobnicate',
      'list --state',
      'list --state doen',
      'list --kind requst',
      'list --ball you',
      'list --sort colour',
      'list everything',
      'show',
      'show x',
      'show 0',
      'show -- -1',
      'show 3-1',
      'show 1,,2',
      'show 1.5',
      'show 99999999999',
      'show 99',
      'done 98 99',
      'offer 1-99 friday',
      'history x',
      'history 99',
      'history -n none',
      'undo none',
      'undo 0',
      'undo 999',
      'redo',
      'snooze 1',
      'client Nobody',
      'client Globx',
      'client acme',
      'list --client Nobody',
      'today --client Nobody',
      'overdue --client Nobody',
      'when',
      'when friday --as time',
      'config zoen',
      'config work.hour 9-5',
      'config work.hours 17:00-9:00',
      'config zone Mars/Olympus',
      'config dates.order ymd',
      'config update.every sometimes',
      'config warn.before friday',
      'config work.focus 2',
      'config zone UTC --unset',
      'import',
      'import nowhere.json',
      'import .',
    ]);
  });

  it('of imports', async ({ expect }) => {
    const user = await newUser();
    const imports = [
      '',
      'not JSON',
      '{}',
      '{"format":"followup-journal","version":99,"operations":[]}',
      'Colour,Size\nred,2',
    ];
    for (const stdin of imports) await user.run('import -', { stdin });
    await user.run('import - --format csv', { stdin: 'Colour,Size\nred,2' });
    await user.run('import - --format taskwarrior', { stdin: 'Dear diary' });
    await user.run('import - --format xml', { stdin: '<a/>' });
    await user.run('import - --as wish', { stdin: '(A) Report' });
    const exported = await (await newUser().then((other) => other.given('add Report -c Joe'))).journal();
    await user.run('import -', { stdin: exported.replace('"RequestRecorded"', '"SomethingNew"') });
    await user.given('add Report -c Globex');
    await user.run('import - --client Gloebx', { stdin: '(A) Report' });
    await user.run('import -', { stdin: '(A) Report @joe due:soon' });
    const own = await user.journal();
    await user.run('import -', { stdin: own.replace('"title":"Report"', '"title":"Rumour"') });
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/import.txt');
  });

  it('of the environment and the configuration', async ({ expect }) => {
    const user = await newUser();
    await user.run('list', { env: { FOLLOWUP_NOW: 'yesterday' } });
    await user.run('list', { env: { FOLLOWUP_NOW: '2026-02-30T25:00' } });
    await user.run('list', { env: { FOLLOWUP_NOW: '2026-02-30' } });
    await user.run('list', { env: { TZ: 'Mars/Olympus' } });
    await user.run('list --json', { env: { TZ: 'Mars/Olympus' } });
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/environment.txt');
  });

  it('never ask, without a terminal', async ({ expect }) => {
    const user = await newUser();
    const { exitCode, stderr } = await user.run('add', { stdin: 'Report\n' });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 });
  });
});
