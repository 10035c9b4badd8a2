import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { CSV, PROMISES, TASKWARRIOR, TODO_TXT } from '../support/foreign.ts';

async function newcomer(): Promise<User> {
  const user = await newUser();
  writeFileSync(join(user.home, 'tasks.json'), TASKWARRIOR);
  writeFileSync(join(user.home, 'todo.txt'), TODO_TXT);
  writeFileSync(join(user.home, 'requests.csv'), CSV);
  return user;
}

interface ImportJson {
  readonly imported: readonly number[];
  readonly skipped: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly unusedColumns: readonly string[];
  readonly unknownKinds: readonly string[];
  readonly rejects: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

describe.concurrent('import', () => {
  it('imports the tasks of Taskwarrior', async ({ expect }) => {
    const user = await newcomer();
    await user.runAll(
      'import tasks.json --dry-run',
      'import tasks.json',
      'list',
      'show 1,3,4,6',
      'import tasks.json',
      'import tasks.json --all',
      'show 9,10,11',
      'history -n 3',
      'doctor',
      'undo 2',
      'list --all',
      'import tasks.json --as awaiting --client "Acme Corp"',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/taskwarrior.txt');
  });

  it('imports a todo.txt', async ({ expect }) => {
    const user = await newcomer();
    await user.given('add Audit --for "Acme Corp"');
    await user.runAll(
      'import todo.txt --agreed --client Globex',
      'list',
      'show 2,5',
      'import todo.txt --plain',
      'import todo.txt --all --plain',
      'client',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/todo-txt.txt');
  });

  it('imports a table', async ({ expect }) => {
    const user = await newcomer();
    await user.given('add Audit --for Acme', 'config dates.order dmy');
    await user.runAll(
      'import requests.csv',
      'show 2,4',
      'import requests.csv --as promise --json',
      'import requests.csv --all -n',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/csv.txt');
  });

  it('tells programs what was imported, and what was not', async ({ expect }) => {
    const user = await newcomer();
    const first = await user.json<ImportJson>('import tasks.json');
    expect(first).toMatchObject({
      format: 'taskwarrior',
      imported: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      skipped: 0,
      leftOut: { completed: 2, deleted: 1, recurring: 1 },
    });
    expect(first.rejects.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '11 date-missing',
      '16 date-not-understood',
    ]);
    const { exitCode, stdout } = await user.run('import tasks.json --json');
    expect(JSON.parse(stdout)).toMatchObject({ imported: [], skipped: 9 });
    expect(exitCode).toBe(1);
    writeFileSync(join(user.home, 'one.txt'), '(A) Report\n');
    expect(await user.run('import one.txt -q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await user.run('import one.txt')).toMatchObject({ exitCode: 0 });
  });

  it('changes nothing when it only looks', async ({ expect }) => {
    const user = await newcomer();
    for (const file of ['tasks.json', 'todo.txt', 'requests.csv']) {
      expect(await user.run(`import ${file} --dry-run`)).toMatchObject({ exitCode: 0, stderr: '' });
    }
    expect(await user.run('history')).toMatchObject({ stdout: 'Nothing was done yet.\n' });
    await user.given('add Report -c Joe');
    const before = await user.journal();
    const { imported } = await user.json<ImportJson>('import tasks.json --dry-run');
    expect(imported).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await user.journal()).toBe(before);
  });

  it('recognises existing clients, and rejects what only resembles them unless it is said to be new', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given('add Report --for "Acme Corp"', 'add Slides --for Globex');
    const table = 'Title,Client\nA,acme-corp\nB,Acme\nC,Gloebx\nD,GLOBEX\n';
    const { stdout } = await user.run('import -', { stdin: table });
    expect(stdout).toContain('line 4: C: There is no client "Gloebx", but there is Globex.');
    expect(stdout).toContain('--new-client');
    const again = await user.run('import - --new-client', { stdin: table });
    expect(again.stdout).toContain('client Gloebx');
    const all = await user.json<{ title: string; client: string }[]>('list --sort number');
    expect(all.slice(2).map(({ title, client }) => `${title} ${client}`)).toEqual([
      'A Acme Corp',
      'B Acme Corp',
      'D Globex',
      'C Gloebx',
    ]);
  });

  it('says what it does not use, and how dates are read', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-05T09:30' });
    writeFileSync(join(user.home, 'promises.csv'), PROMISES);
    await user.runAll(
      'import promises.csv --as promise --dry-run',
      'import promises.csv --as promise --plain',
      'list',
      'show 1,3',
      'client',
      'import promises.csv --as promise',
      'import promises.csv --as promise -n',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/promises.txt');
  });

  it('tells programs what it does not use', async ({ expect }) => {
    const user = await newUser();
    const table = 'title,Priority,type,client,owner\nA,1,wish,Joe,Ann\nB,2,bug,Joe,Ann\nC,2,Bug,Joe,Ann\n';
    const read = async (words: string) =>
      JSON.parse((await user.run(`import - --json ${words}`, { stdin: table })).stdout) as ImportJson;
    expect(await read('-n')).toMatchObject({
      unusedColumns: ['Priority', 'owner'],
      unknownKinds: ['wish', 'bug', 'Bug'],
    });
    // The owner is used if a row has no other client, or if it is awaited.
    const dated = 'title,Due,client,owner\nA,9 mar,Joe,Ann\n';
    const { stdout } = await user.run('import - --json -n --as awaiting', { stdin: dated });
    expect(JSON.parse(stdout)).toMatchObject({ imported: [1], unusedColumns: [], unknownKinds: [] });
  });

  it('says that everything was imported before', async ({ expect }) => {
    const user = await newUser();
    for (const titles of [['A'], ['B', 'C']]) {
      const stdin = `title,client\n${titles.map((title) => `${title},Joe\n`).join('')}`;
      await user.run('import -', { stdin });
      const again = await user.run('import -', { stdin });
      const what = titles.length === 1 ? 'the only one was' : 'all 2 were';
      expect(again).toEqual({
        exitCode: 0,
        stdout: `Nothing new from CSV: ${what} imported before.\n`,
        stderr: '',
      });
    }
  });

  it('shows much of what would be imported, and says how to see all', async ({ expect }) => {
    const user = await newUser();
    const rows = Array.from({ length: 30 }, (_, index) => `Task ${index + 1},friday\n`);
    const stdin = `title,due\n${rows.join('')}`;
    const { stdout } = await user.run('import - -n', { stdin });
    expect(stdout).toMatch(/Task 25 .*\n {3}and 5 more: --plain shows them all\n/);
    expect(stdout).not.toContain('Task 26');
    const { stdout: all } = await user.run('import - -n --plain', { stdin });
    expect(all.trim().split('\n')).toHaveLength(30);
  });

  it('counts a promise as a word to them only if it says when it was given', async ({ expect }) => {
    const user = await newUser();
    const table = 'title,to,when,created\nA,Joe,9 mar,\nB,Ann,9 mar,27 feb\nC,myself,9 mar,\n';
    await user.run('import - --as promise', { stdin: table });
    const { stdout } = await user.run('export');
    expect(stdout.match(/"unsaid":true/g)).toHaveLength(1);
    const clients = (await user.run('client')).stdout;
    expect(clients).toMatch(/Ann .*Fri 27 Feb/);
    expect(clients).toMatch(/Joe .*none yet/);
  });

  it('takes a thousand tasks at once', async ({ expect }) => {
    const user = await newUser();
    const tasks = Array.from({ length: 1000 }, (_, index) => ({
      uuid: `u${index}`,
      description: `Task ${index}`,
      status: 'pending',
      entry: '20260105T091500Z',
      due: `202604${String((index % 28) + 1).padStart(2, '0')}T130000Z`,
      project: `Client ${index % 90}.web`,
      tags: index % 3 === 0 ? ['promise'] : [],
      estimate: `PT${1 + (index % 9)}H`,
      annotations: [{ entry: '20260106T091500Z', description: `note ${index}` }],
    }));
    const { stdout, exitCode } = await user.run('import - --agreed', { stdin: JSON.stringify(tasks) });
    expect(stdout).toContain('Imported 666 requests, 334 promises from Taskwarrior.');
    expect(exitCode).toBe(0);
    expect(await user.json('doctor')).toMatchObject({ ok: true });
  });

  it('brings two files together', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "Sales report" --for Joe --by friday',
      'promise "send the notes" --to "Acme Corp" --by thursday',
      'add Slides --for Joe',
    );
    const other = await newUser({ now: '2026-03-02T11:00' });
    await other.given(
      'add "Price list" --for acme-corp --agreed "10 mar" -w',
      'add Logo --for Globex',
      'told acme-corp "we begin on monday" --about 1',
    );
    writeFileSync(join(user.home, 'laptop.json'), await other.journal());
    user.at('2026-03-02T12:00');
    await user.runAll(
      'import laptop.json --dry-run',
      'import laptop.json',
      'list',
      'client acme',
      'history -n 3',
      'import laptop.json',
      'import laptop.json --json',
      'doctor',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/import/journal.txt');
  });
});
