import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('what an option takes the place of', () => {
  it('is reported, because it is gone from the title', async ({ expect }) => {
    const user = await newUser();
    const { stdout, stderr } = await user.run('promise "mail to @dana by noon" --to Joe --by friday');
    expect(stdout).toContain('mail to\n   promise to Joe');
    expect(stderr.split('\n')).toEqual([
      'Left out of the title: @dana, because --to wins.',
      'Left out of the title: by noon, because --by wins.',
      '',
    ]);
  });

  it('and nothing is reported if no option does', async ({ expect }) => {
    const user = await newUser();
    expect(await user.run('add Report @joe ~2h by friday')).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
