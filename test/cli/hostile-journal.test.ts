import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const at = (time: string) => ({ env: { FOLLOWUP_NOW: `2026-03-02T${time}` } });

describe('a journal from elsewhere', () => {
  it('with half a character in a text is kept as it is, and shown and backed up all the same', async () => {
    const other = await new InProcessUser().given('add "Report for the board" --for Joe');
    const { stdout } = await other.run('export');
    const text = stdout.replace('Report for the board', 'Report \\ud83d for the board');
    const user = new InProcessUser();
    expect(await user.run('import -', { stdin: text })).toMatchObject({ exitCode: 0 });
    expect((await user.run('list')).stdout).toContain('Report \ufffd for the board');
    expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
    expect(await user.run(`backup ${user.database}.copy`)).toMatchObject({ exitCode: 0 });
    expect((await user.run('export')).stdout).toBe(text);
  });
  it('is refused with the place of what cannot be read, and nothing else', async () => {
    const other = await new InProcessUser().given('add Report --for Joe --by friday');
    const { stdout } = await other.run('export');
    const user = new InProcessUser();
    const { exitCode, stderr } = await user.run('import -', {
      stdin: stdout.replace(/("wantedBy":\{"at":)"[^"]*"/, '$1"soon"'),
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('operations.0.events.2.payload.wantedBy.at: is not an instant'),
    });
    expect(await user.json('list')).toEqual([]);
  });
});

describe('an undo on one machine, and work on the other', () => {
  it('are said when they meet, with the command that brings the work back', async () => {
    const one = await new InProcessUser().given('add Report --for Joe');
    const other = new InProcessUser();
    await other.run('import -', { stdin: (await one.run('export')).stdout });
    await other.run('note 1 they like blue', at('10:00'));
    await other.run('done 1', at('10:05'));
    await one.run('undo', at('11:00'));
    const [fromOne, fromOther] = [(await one.run('export')).stdout, (await other.run('export')).stdout];

    const said = await one.run('import -', { stdin: fromOther });
    expect(said.stdout).toContain('Undone, although work on it went on: add 1');
    expect(said.stdout).toMatch(/Later:\s+note 1 .*done 1 /s);
    const [, command = ''] = /^ {2}followup (redo \w+)$/m.exec(said.stdout) ?? [];
    expect((await one.run('history')).stdout).toContain(command.replace('redo ', ''));
    const { undone } = await other.json<{
      undone: { verb: string; later: { verb: string }[]; command: string }[];
    }>('import -', { stdin: fromOne });
    expect(undone).toMatchObject([
      { verb: 'add', later: [{ verb: 'note' }, { verb: 'done' }], command: `followup ${command}` },
    ]);

    expect(await one.run(command)).toMatchObject({ exitCode: 0 });
    expect(await one.json('list --all')).toMatchObject([{ title: 'Report', state: 'done' }]);
    await other.run('import -', { stdin: (await one.run('export')).stdout });
    expect(await other.json('list --all')).toMatchObject([{ title: 'Report', state: 'done' }]);
  });
});

describe('a file with an event that cannot be read', () => {
  it.each([
    ['$.at', 'garbage'],
    ['$.wantedBy', 'garbage'],
    ['$.title', null],
  ])('in %s is called damaged, with the place', async (field, value) => {
    const user = await new InProcessUser().given('add Report --for Joe --by friday');
    const db = new Database(user.database);
    db.exec('DROP TRIGGER event_no_update');
    db.prepare(`UPDATE event SET payload = json_set(payload, ?, ?) WHERE idx = 2`).run(field, value);
    // They are made anew from the events by the next command.
    db.exec(`UPDATE meta SET value = 'old' WHERE key = 'read_version'`);
    db.close();
    for (const command of ['today', 'show 1', 'doctor', 'add Slides']) {
      const { exitCode, stdout, stderr } = await user.run(command);
      expect({ command, exitCode }).toEqual({
        command,
        exitCode: expect.toSatisfy((code) => [0, 1, 5].includes(code)),
      });
      if (command === 'doctor') expect(stdout + stderr).toMatch(/event \d|the commitment \w+ cannot be read/);
    }
  });
});
