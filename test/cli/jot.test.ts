import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

const CALL = `
told 1: the figures are on their way
heard they like the draft
asked New price list by fri ~3h
promised the notes by 3pm
awaiting logins from Dana by thu
agreed 1 thu
remember board meets Fridays
decided we go with plan B
`;

describe.concurrent('jot', () => {
  it('takes a whole conversation as one operation', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Quarterly report" --for "Acme Corp"');
    await user.run('jot acme - --via phone', { stdin: CALL });
    await user.runAll(
      'today',
      'show 1',
      'history -n 1',
      'confirm 5 --via email',
      'show 5',
      'undo 2',
      'list',
      'redo',
    );
    await user.run('jot Newcomer - --json', { stdin: 'told hello\n' });
    await user.run('jot acme -', { stdin: '# nothing\n\n' });
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/jot.txt');
  });

  it('saves nothing while a line is not understood or is refused', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Quarterly report" --for "Acme Corp"', 'done 1');
    const before = await user.journal();
    for (const stdin of [
      `${CALL}promised more by soon\nfoo bar\nagreed twelve\n`,
      'told hello\nagreed 1 fri\nagreed 99 fri\npromised the notes by yesterday\n',
      'awaiting logins from Acme Crop by fri\n',
    ]) {
      await user.run('jot acme -', { stdin });
    }
    await user.run('jot acme - --json', { stdin: 'foo\n' });
    await user.runAll('jot acme', 'jot');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/jot.txt');
    expect(await user.journal()).toBe(before);
  });
});
