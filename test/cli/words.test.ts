import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

interface Contact {
  readonly client: string;
  readonly text: string;
  readonly about: number | null;
}

describe('what is said about a commitment', () => {
  const withTwo = () =>
    new InProcessUser().given(
      'add Menu --for "Café Lumière"',
      'add Logo --for Joe',
      'told "New York Times" hello',
    );

  it.each([
    ['told --about 1 "half of it is done"', 'Café Lumière', 'half of it is done'],
    ['told --about 1 half of it is done', 'Café Lumière', 'half of it is done'],
    ['heard half -a 1', 'Café Lumière', 'half'],
    ['told cafe "half of it" --about 1', 'Café Lumière', 'half of it'],
    ['told lumiere half of it --about 1', 'Café Lumière', 'half of it'],
    ['told --about 1 "joe will like it"', 'Café Lumière', 'joe will like it'],
  ])('%s', async (line, client, text) => {
    const user = await withTwo();
    expect(await user.json<Contact>(line)).toMatchObject({ client, text, about: 1 });
  });

  it.each([
    ['told joe "half of it" --about 1', 1],
    ['told --about 1 joe will like it', 1],
    ['told Newby "half of it" --about 1', 1],
    ['told cafe --about 1', 2],
    ['told --about 9 "half of it"', 4],
    ['told joe "half of it" --about 9', 4],
  ])('is refused: %s', async (line, exitCode) => {
    const user = await withTwo();
    expect(await user.run(line)).toMatchObject({ exitCode, stdout: '' });
  });

  it('asks whether it came, where I wait for something', async () => {
    const user = await withTwo();
    await user.given('await logins --from joe --by friday', 'offer 2 friday');
    expect((await user.run('heard --about 3 "by friday, as promised"')).stderr).toContain('followup done 3');
    expect((await user.run('heard --about 2 "friday is fine"')).stderr).toContain('followup agree 2');
    expect((await user.run('heard --about 1 "thank you"')).stderr).toBe('');
    await user.given('heard --about 3 "here they are" --yes');
    expect(await user.json('show 3')).toMatchObject({ state: 'done' });
  });
});

describe('a number after the numbers', () => {
  const withTwo = () => new InProcessUser().given('add Menu --for Joe', 'add Logo --for Joe');

  it.each([
    'update 1 2 "on track"',
    'update 1 2,3 on track',
    'note 1 1-2 "on track"',
    'answer 1 2 "on track"',
  ])('may be a word or a commitment: %s', async (line) => {
    const { exitCode, stderr } = await (await withTwo()).run(line);
    expect(exitCode).toBe(2);
    const [verb] = line.split(' ');
    expect(stderr).toMatch(new RegExp(`followup ${verb} 1,.* '`));
    expect(stderr).toMatch(new RegExp(`followup ${verb} 1 '`));
  });
  it.each([
    'snooze 1 2 fri',
    'offer 1 2 in 3 days --via email',
    'counter 1 2,3 "next thursday" -r "their audit"',
    'agree 1 2 5pm',
    'spend 1 2 3h',
    'spend 1 2 1h 30m',
  ])('may be a commitment before a date or an amount: %s', async (line) => {
    const user = await withTwo();
    const { exitCode, stderr } = await user.run(line);
    expect({ exitCode, commands: [...stderr.matchAll(/followup /g)].length }).toEqual({
      exitCode: 2,
      commands: 2,
    });
    const [, both = '', one = ''] = /followup (.*)\. For 1 alone: followup (.*)/.exec(stderr) ?? [];
    await user.given(one);
    await (await withTwo()).given('add Map --for Joe', both);
  });
  it.each(['snooze 1 2 days', 'offer 1 12 march', 'spend 1 2 hours', 'spend 1 2-3d', 'agree 1 2 blah'])(
    'is not asked about where it belongs to the words, or nothing is said behind it: %s',
    async (line) => {
      expect((await (await withTwo()).run(line)).stderr).not.toContain('commitment?');
    },
  );
  it('is a word in quotes, and a commitment after a comma', async () => {
    const user = await withTwo();
    await user.given('update 1 "2 on track"', 'update 1,2 "on track"', 'note 1 2nd draft', 'note 1 2');
    expect(await user.json('history 2')).toMatchObject([{}, { type: 'UpdateGiven' }]);
  });
  it('and one total is not that of several', async () => {
    const user = await withTwo();
    expect(await user.run('done 1 2 --took 1h')).toMatchObject({ exitCode: 2 });
    await user.given('done 1 --took 1h', 'done 2');
  });
});
