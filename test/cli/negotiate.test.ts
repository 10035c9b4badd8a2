import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('negotiate', () => {
  it('goes from a request to an agreed date, in words', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe');
    await user.runAll(
      'offer 1 friday 5pm',
      'offer 1 "12 mar" --because "the audit comes first" --via email',
      'counter 1 thursday 3pm --because "board meeting on Friday"',
      'counter 1 --because "the auditor is away" --via phone',
      'agree 1',
      'confirm 1 --via email',
      'confirm 1',
      'offer 1 "16 mar" --because "parts are late"',
      'agree 1 --in-writing',
      'move 1 "18 mar" --because "parts are later" --via email',
      'move 1 "19 mar" -r "parts" -w --at "9:15"',
      'show 1',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/negotiate.txt');
  });

  it('answers programs with the commitment', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe', 'add "Other" --for Joe');
    const offered = await user.json('offer 1 friday');
    expect(offered).toMatchObject({ state: 'offered', ball: 'them', offered: '2026-03-06T17:00:00+01:00' });
    const countered = await user.json('counter 1 thursday --because "board meeting"');
    expect(countered).toMatchObject({
      state: 'asked',
      ball: 'me',
      offered: null,
      wantedBy: '2026-03-05T17:00:00+01:00',
    });
    const agreed = await user.json('agree 1');
    expect(agreed).toMatchObject({ state: 'agreed', due: '2026-03-05T17:00:00+01:00', inWriting: false });
    expect(await user.json('agree 2 9 mar --via chat')).toMatchObject({ inWriting: true });
    expect(await user.json('confirm 1')).toMatchObject({ inWriting: true });
    expect(await user.json('move 1 friday --because late --via phone')).toMatchObject({ inWriting: false });
    const pending = await user.json('offer 1 "10 mar"');
    expect(pending).toMatchObject({
      state: 'agreed',
      due: '2026-03-06T17:00:00+01:00',
      offered: '2026-03-10T17:00:00+01:00',
    });
    expect(await user.json('agree 1')).toMatchObject({ due: '2026-03-10T17:00:00+01:00', offered: null });
    expect((await user.run('confirm 2 --plain')).stdout).toBe(
      '2\trequest\tagreed\tme\tJoe\tOther\t2026-03-09T17:00:00+01:00\n',
    );
  });

  it('confirms what is confirmed without an event', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe --agreed friday --in-writing');
    const before = await user.journal();
    await user.given('confirm 1');
    expect(await user.journal()).toBe(before);
  });
});
