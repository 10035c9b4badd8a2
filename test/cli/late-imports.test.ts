import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

/** The same two tasks in three forms: both were late when they were entered, one is promised. */
const LATE = {
  csv: `title,client,due,created,kind
Report,Acme Corp,2026-02-20,2026-02-26,
Slides,Globex,2026-02-20,2026-02-26,promise
`,
  'todo.txt': `2026-02-26 Report @acme-corp due:2026-02-20
2026-02-26 Slides @globex due:2026-02-20 kind:promise
`,
  taskwarrior: `[
{"description":"Report","project":"Acme Corp","due":"20260219T230000Z","entry":"20260226T091500Z","uuid":"u1","status":"pending"},
{"description":"Slides","project":"Globex","due":"20260219T230000Z","entry":"20260226T091500Z","uuid":"u2","status":"pending","tags":["promise"]}
]
`,
};

interface Line {
  readonly title: string;
  readonly overdue: boolean;
  readonly createdAt: string;
}

describe.each(Object.entries(LATE))('what was late before it was entered: %s', (_form, stdin) => {
  it('comes in and is late', async () => {
    const user = new InProcessUser();
    expect(await user.run('import - --agreed', { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await user.json<Line[]>('list --sort number')).toMatchObject([
      { title: 'Report', overdue: true, createdAt: '2026-02-20T00:00:00+01:00' },
      { title: 'Slides', overdue: true, createdAt: '2026-02-20T00:00:00+01:00' },
    ]);
    const { attention } = await user.json<{ attention: object[] }>('today');
    expect(attention).toMatchObject([
      { reason: 'delivery', severity: 'overdue', due: '2026-02-20T17:00:00+01:00' },
      { reason: 'promise', severity: 'overdue', due: '2026-02-20T17:00:00+01:00' },
      { reason: 'review' },
    ]);
  });

  it('claims no word to them', async () => {
    const user = new InProcessUser();
    await user.run('import -', { stdin });
    expect((await user.run('show 2')).stdout).toMatch(/You mean to do it for globex by Fri 20 Feb\./i);
    expect((await user.run('client')).stdout).toMatch(/globex .*none yet/i);
    const { stdout } = await user.run('stats');
    expect(stdout).not.toMatch(/NaN|Infinity|undefined|-\d/);
  });
});

describe('what was done before it was entered', () => {
  it('began by the day on which it was done', async () => {
    const user = new InProcessUser();
    const stdin =
      'title,client,created,completed at\nReport,Joe,2026-02-26,2026-02-20\nSlides,Joe,2026-02-20 18:30,2026-02-20\n';
    const { stdout } = await user.run('import - --all --json', { stdin });
    expect(JSON.parse(stdout)).toMatchObject({ imported: [1, 2], rejects: [] });
  });
});

describe('what came in as completed', () => {
  const completed = async () => {
    const user = new InProcessUser();
    await user.run('import - --all', {
      stdin: 'title,client,due,completed at\nReport,Joe,2026-02-24,2026-02-20\n',
    });
    return user;
  };

  it('is accepted, and nobody claims that they said so', async () => {
    const user = await completed();
    expect(await user.json('show 1')).toMatchObject({ state: 'accepted', acceptedBySilence: false });
    const { stdout } = await user.run('show 1');
    expect(stdout).toContain('Closed for good: it was completed when it was imported.');
    expect(stdout).not.toContain('They accepted');
  });

  it('is no word of theirs, in their brief and in a report to them', async () => {
    const user = await completed();
    expect((await user.run('client joe')).stdout).not.toMatch(/accepted/i);
    const { stdout } = await user.run('report joe --text');
    expect(stdout).toContain('Result: delivered');
    expect(stdout).not.toMatch(/accepted/i);
  });

  it('can be opened again, and done and accepted as usual', async () => {
    const user = await completed();
    await user.given('reopen 1 --because "a mistake"', 'done 1', 'accept 1');
    expect((await user.run('show 1')).stdout).toContain('They accepted it.');
  });
});
