import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

/** Monday: a delivered export, and the complaint about it. */
async function complained(): Promise<User> {
  const user = await newUser();
  await user.given(
    'client "Acme Corp" --new --person "Dana Lee <dana@acme.example>, CFO" --person "Ben Ito <ben@acme.example>"',
    'add "Payroll export" -c acme --agreed "4 mar" -w -e 4h',
    'edit 1 --people Ben',
    'complain dana "the totals are wrong, payroll could not be run" --about 1 --next "today 2pm" --via phone --affected "40 employees" --needed-by friday --topic exports',
  );
  return user;
}

const WORKED_OUT = [
  'resolve 2 --fact "the bonus column is added twice" --link /tmp/export.csv --conclusion "the step was left out" --cause ours',
  'resolve 2 --remedy "ours: new export by thu 5 mar" --prevention "theirs: test file by friday"',
];

describe.concurrent('a complaint', () => {
  it('goes from their words to their yes', async ({ expect }) => {
    const user = await complained();
    await user.runAll('show 2', 'today', ...WORKED_OUT, 'draft 2 resolution', 'draft 2 resolution --sent');
    user.at('2026-03-04T10:00');
    await user.runAll(
      'counter 2 --because "nobody checks it" --via phone',
      'resolve 2 --remedy "ours: new export, checked by Dana, by thu 5 mar"',
      'offer 2 --via phone --next "tomorrow 10am"',
      'client acme',
      'approve 2 dana --via email',
      'show 2',
      'done 6 --at 10:00',
      'done 2',
      'accept 2',
      'show 1',
      'history 2',
      'review',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/complaint.txt');
  });

  it('is refused what makes no sense', async ({ expect }) => {
    const user = await complained();
    const journal = await user.journal();
    await user.runAll(
      'complain acme "it is wrong"',
      'complain acme --next tomorrow',
      'complain "it is wrong" --next tomorrow',
      'complain acme "it is wrong" --next yesterday',
      'complain nobody-known "it is wrong" --about 1 --next tomorrow',
      'complain acme "it is wrong" --about 99 --next tomorrow',
      'resolve 2',
      'resolve 1 --fact "x"',
      'resolve 2 --fact "a" --fact "b" --link "/tmp/c"',
      'resolve 2 --cause mine',
      'resolve 2 --remedy "ours: it by yesterday"',
      'resolve 2 --topic',
      'offer 2 friday',
      'agree 2',
      'approve 2 Dana',
      'counter 2 --because "x"',
      'done 2',
      'done 2 --without-approval',
      'done 1 --because "x"',
      'done 1 --without-approval --because "x"',
      'draft 2 offer',
      'draft 1 resolution',
      'draft 2 resolution --sent',
      'told acme "x" --next friday',
      'told --about 3 "x" --next "3 mar 2020"',
      'heard acme "x" --topic exports',
    );
    expect(await user.journal()).toBe(journal);
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/complaint-refused.txt');
  });

  it('gives them choices where there are several remedies, and opens the one that they chose', async ({
    expect,
  }) => {
    const user = await complained();
    await user.given(
      'resolve 2 --fact "no totals" --remedy "ours: new export by thu 5 mar" --remedy "ours: payroll by hand, today, by 5pm"',
    );
    const { stdout } = await user.run('draft 2');
    expect(stdout).toContain('What we can do; please choose:\n1. We: new export');
    expect(stdout).toContain('2. We: payroll by hand, today, by Monday, 2 March');
    expect(stdout).toContain('Cc: Ben Ito');
    await user.given('offer 2 --via phone');
    const { stderr } = await user.run('approve 2 Dana');
    expect(stderr).toContain('All 2 remedies are approved');
    expect(await user.json<object[]>('list --kind promise')).toHaveLength(2);
    await user.given('undo', 'approve 2 Dana --choice 2');
    expect(await user.json<object[]>('list --kind promise')).toMatchObject([
      { title: 'payroll by hand, today', belongsTo: { complaint: 2, as: 'remedy' } },
    ]);
  });

  it('is put to them as it was written: what was added afterwards was not', async ({ expect }) => {
    const user = await complained();
    await user.given(...WORKED_OUT, 'draft 2 resolution', 'resolve 2 --remedy "ours: a call by friday"');
    const { stderr, exitCode } = await user.run('draft 2 resolution --sent');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('proposes "a call", and the message does not say so.'),
    ]);
    expect(stderr).toContain('followup draft 2 resolution');
    expect(await user.json('show 2')).toMatchObject({ state: 'owed' });
    await user.given('draft 2 resolution', 'draft 2 resolution --sent');
    expect(await user.json('show 2')).toMatchObject({ state: 'offered' });
  });

  it('is told as it is when it changes on the way', async ({ expect }) => {
    const user = await complained();
    await user.runAll(
      'offer 2 --via phone',
      'resolve 2 --fact "the bonus column is added twice" --remedy "ours: new export by today 4pm" --prevention "theirs: test file by friday"',
    );
    await user.at('2026-03-02T10:00').runAll('offer 2');
    await user
      .at('2026-03-02T10:30')
      .runAll('resolve 2 --remedy "ours: payroll by hand by thu 5 mar"', 'show 2', 'approve 2 Dana');
    await user
      .at('2026-03-03T09:00')
      .runAll(
        'move 5 "wed 4 mar" --because "the bank is closed"',
        'drop 6 --because "they need none"',
        'resolve 2 --fact "so is the pension column" --remedy "ours: a check by today 10am"',
        'draft 2 resolution',
      );
    await user
      .at('2026-03-03T11:00')
      .runAll(
        'draft 2 resolution',
        'resolve 2 --remedy "ours: a check by thu 5 mar"',
        'offer 2 --via phone',
        'today',
      );
    await user
      .at('2026-03-04T09:00')
      .runAll(
        'counter 2 --because "too late"',
        'client acme',
        'resolve 2 --remedy "ours: a check by today 10am"',
        'offer 2',
      );
    await user
      .at('2026-03-04T12:00')
      .runAll('approve 2 Dana', 'drop 2 --because "they changed banks"', 'draft 2', 'draft 3');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/complaint-changed.txt');
  });

  it('says in the message when they hear next, and promises it', async ({ expect }) => {
    const user = await complained();
    await user.given(...WORKED_OUT);
    const { stdout } = await user.run('draft 2 resolution --next "thu 12 mar 10:00" --sent');
    expect(stdout).toContain('You will hear from me again by Thursday, 12 March, 10:00');
    const next = '2026-03-12T10:00:00+01:00';
    expect(await user.json('show 2')).toMatchObject({ state: 'offered', complaint: { next } });
    const thanks = await user.run('draft 1 thanks --say "your yes" --next friday');
    expect([thanks.exitCode, thanks.stderr]).toEqual([2, expect.stringContaining('--next is for a message')]);
  });

  it('is written of when it is time to speak again while their answer is awaited', async ({ expect }) => {
    const user = await complained();
    await user.given(...WORKED_OUT, 'offer 2 --next "today 2pm"');
    user.at('2026-03-02T14:30');
    for (const draft of ['draft 2', 'draft -c acme']) {
      expect((await user.run(draft)).stdout).toContain(
        'the totals are wrong, payroll could not be run: where it stands',
      );
    }
    expect(await user.json('today')).toMatchObject({
      attention: expect.arrayContaining([
        expect.objectContaining({ reason: 'promise', id: 4, command: 'followup update 2 TEXT', draft: null }),
      ]),
    });
  });

  it('that is done says that the promise to speak again ends with it', async ({ expect }) => {
    const user = await complained();
    await user.given(...WORKED_OUT, 'offer 2 --next "tomorrow 9am"', 'approve 2 Dana');
    const { stderr } = await user.run('done 2');
    expect(stderr).toContain('That you speak again by Tue 3 Mar 09:00 (4) ends with it');
  });

  it('that is opened again is spoken about when that was promised', async ({ expect }) => {
    const user = await complained();
    const before = await user.json('show 2');
    await user.given('drop 2 --because "a mistake of theirs"', 'reopen 2');
    expect(await user.json('show 2')).toEqual(before);
  });

  it('that is closed without their approval says so wherever it is', async ({ expect }) => {
    const user = await complained();
    await user.given('done 2 --without-approval --because "they left the country"');
    await user.runAll('show 2', 'show 1', 'list --all', 'client acme', 'history 2', 'search country');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/complaint-unapproved.txt');
    expect(await user.json('show 2')).toMatchObject({
      state: 'done',
      approvedBy: null,
      complaint: { withoutApproval: 'they left the country', about: 1, loops: 0 },
    });
  });

  it('is the one last changed, not what belongs to it', async ({ expect }) => {
    const user = await complained();
    expect(await user.json('update . "on it" --next tomorrow')).toMatchObject({ id: 2 });
    await user.given(...WORKED_OUT.map((line) => line.replace('resolve 2', 'resolve .')), 'offer .');
    expect(await user.json('approve . Dana')).toMatchObject({
      id: 2,
      state: 'agreed',
      approvedBy: 'Dana Lee',
    });
    const { stderr } = await user.run('done .');
    expect(stderr).toContain('Of what was approved in 2, this is still open: 5 new export; 6 test file');
  });

  it('is undone as a whole, with the promise to speak again', async ({ expect }) => {
    const user = await complained();
    await user.given('update 2 "we are on it" --next tomorrow', 'undo');
    expect(await user.json('show 3')).toMatchObject({ state: 'agreed' });
    await user.given('undo');
    expect((await user.run('show 2')).exitCode).toBe(4);
    expect((await user.run('show 3')).exitCode).toBe(4);
    await user.given('redo', 'doctor');
    expect(await user.json('show 2')).toMatchObject({ state: 'owed', topic: 'exports' });
  });

  it('is the same in a file that imports the journal', async ({ expect }) => {
    const user = await complained();
    await user.given(...WORKED_OUT, 'offer 2', 'approve 2 Dana');
    const other = await newUser();
    const { stdout } = await user.run('export');
    expect((await other.run('import -', { stdin: stdout })).exitCode).toBe(0);
    const { uid: _uid, ...mine } = await user.json<{ uid: string }>('show 2');
    const { uid: _other, ...theirs } = await other.json<{ uid: string }>('show 2');
    expect(theirs).toEqual(mine);
    await other.given('doctor');
  });
});

describe.concurrent('a topic', () => {
  it('is spelled as it was first, and asked about from the third time on', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "fix the export" -c acme --topic "Price Export"',
      'heard acme "where is the export?" --needs-reply --topic price-export',
      'complain acme "the export is wrong" --next tomorrow --topic "price export"',
    );
    for (const id of [1, 2, 3])
      expect(await user.json(`show ${id}`)).toMatchObject({ topic: 'Price Export' });
    expect((await user.run('done 1')).stderr).toBe('');
    await user.given('add "the export once more" -c acme --topic "price export"');
    const { stderr } = await user.run('done 5');
    expect(stderr).toContain('5 is the fourth time for "Price Export". What would remove the need?');
    const { stderr: none } = await user.run('done 2 --would-remove "an export that they run themselves"');
    expect(none).toBe('');
    expect(await user.json<{ type: string }[]>('history 2')).toContainEqual(
      expect.objectContaining({ type: 'RemovalNamed' }),
    );
    await user.given('edit 1 --topic none');
    expect(await user.json('show 1')).toMatchObject({ topic: null });
  });
});
