import { beforeEach, describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

/** The days in what a command recorded, as in its JSON. */
type Shown = Readonly<Record<string, string | null>>;

/** Dana writes the day first, Max the month, and the usual order is that of `dates.order`: the month first. */
async function withTwoOrders(): Promise<InProcessUser> {
  return new InProcessUser().given(
    'told Dana hello',
    'told Max hello',
    'told Acme hello',
    'client Dana --set dates.order=dmy',
    'client Max --set dates.order=mdy',
  );
}

const APRIL_5 = expect.stringContaining('2026-04-05');
const MAY_4 = expect.stringContaining('2026-05-04');
const FEBRUARY_1 = '2026-02-01';
const JANUARY_2 = '2026-01-02';

describe('every date on a line is read in one order', () => {
  let user: InProcessUser;
  beforeEach(async () => {
    user = await withTwoOrders();
  });

  /** The day on which the last thing about a commitment was said. */
  async function lastSaid(id: number): Promise<string | undefined> {
    return (await user.json<{ at: string }[]>(`history ${id}`)).at(-1)?.at.slice(0, 10);
  }

  it('await: that of whoever promised, whichever client it concerns', async () => {
    const shown = await user.json<Shown>('await texts --from Dana --for Acme --by 4/5 --at 1/2');
    expect(shown).toMatchObject({
      who: 'Dana',
      client: 'Acme',
      due: MAY_4,
      createdAt: expect.stringContaining(FEBRUARY_1),
    });
  });

  it('await: that of the client, if whoever promised has none', async () => {
    const shown = await user.json<Shown>('await texts --from Acme --for Dana --by 4/5 --at 1/2');
    expect(shown).toMatchObject({ due: MAY_4, createdAt: expect.stringContaining(FEBRUARY_1) });
    const both = await user.json<Shown>('await texts --from Max --for Dana --by 4/5 --at 1/2');
    expect(both).toMatchObject({ due: APRIL_5, createdAt: expect.stringContaining(JANUARY_2) });
  });

  it('add: that of the client, whether an option or an @ names them', async () => {
    for (const line of [
      'add Report by 4/5 @dana --asked 1/2',
      'add Report --for Dana --by 4/5 --asked 1/2',
    ]) {
      expect(await user.json<Shown>(line), line).toMatchObject({
        wantedBy: MAY_4,
        createdAt: expect.stringContaining(FEBRUARY_1),
      });
    }
    expect(await user.json<Shown>('add Report by 4/5 @acme --asked 1/2')).toMatchObject({
      wantedBy: APRIL_5,
      createdAt: expect.stringContaining(JANUARY_2),
    });
  });

  it('promise: that of whoever it was promised to', async () => {
    const shown = await user.json<Shown>('promise "a call" --to Dana --by 4/5 --at 1/2');
    expect(shown).toMatchObject({ due: MAY_4, createdAt: expect.stringContaining(FEBRUARY_1) });
  });

  it("told: that of whoever is told, even about somebody else's promise", async () => {
    await user.given('await texts --from Max --for Dana --by "1 jun" --at "1 jan 2026"');
    const shown = await user.json<Shown>('told Dana "see 1" --about 1 --at 1/2');
    expect(shown.at).toContain(FEBRUARY_1);
    await user.given('heard Dana "and when?" --about 1 --needs-reply --by 4/5 --at 2/2');
    expect(await user.json<Shown>('show 2')).toMatchObject({ kind: 'reply', due: MAY_4 });
  });

  it('offer: that of its client, by number and as the last one changed', async () => {
    await user.given('add Report --for Dana --asked "1 jan 2026"');
    for (const named of ['1', '.']) {
      expect(await user.json<Shown>(`offer ${named} 4/5 --at 1/2`), named).toMatchObject({ offered: MAY_4 });
      expect(await lastSaid(1), named).toBe(FEBRUARY_1);
    }
  });

  it('an awaiting: that of whoever promised', async () => {
    await user.given('await texts --from Dana --for Max --by "1 jun" --at "1 jan 2026"');
    const shown = await user.json<Shown>('move 1 4/5 --because "parts are late" --at 1/2');
    expect(shown).toMatchObject({ due: MAY_4 });
    expect(await lastSaid(1)).toBe(FEBRUARY_1);
  });

  it('edit: that of the new client', async () => {
    await user.given('add Report --for Acme');
    expect(await user.json<Shown>('edit 1 --by 4/5')).toMatchObject({ wantedBy: APRIL_5 });
    expect(await user.json<Shown>('edit 1 --client Dana --by 4/5')).toMatchObject({ wantedBy: MAY_4 });
    expect(await user.json<Shown>('edit 1 --by 4/6')).toMatchObject({
      wantedBy: expect.stringContaining('2026-06-04'),
    });
  });

  it('jot: that of the client, in every line', async () => {
    const stdin = 'asked Report by 4/5\nawaiting texts from Max by 4/5\n';
    expect(await user.run('jot dana - --at 1/2', { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await user.json<Shown>('show 1')).toMatchObject({ wantedBy: MAY_4 });
    expect(await user.json<Shown>('show 2')).toMatchObject({ due: MAY_4 });
    expect(await lastSaid(1)).toBe(FEBRUARY_1);
  });

  it('review: that of whoever the promise is made to', async () => {
    await user.given('review --answer 3=no --will "3=send the texts @dana by 4/5"');
    await user.given('review --client dana --answer 1=no --will "1=call them by 4/5"');
    expect(await user.json<Shown[]>('show 1,2')).toMatchObject([{ due: MAY_4 }, { due: MAY_4 }]);
  });

  it('list: that of the client whose commitments are listed', async () => {
    await user.given('add Report --for Dana --by 20/4', 'add Page --for Acme --by "20 apr"');
    expect(await user.json<object[]>('list --client dana --by 4/5')).toHaveLength(1);
    expect(await user.json<object[]>('list --client acme --by 4/5')).toHaveLength(0);
  });
});
