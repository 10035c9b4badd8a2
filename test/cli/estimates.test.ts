import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

/** The line of `show` about the effort. */
async function effortOf(user: InProcessUser): Promise<string | undefined> {
  const { stdout } = await user.run('show 1');
  return stdout
    .split('\n')
    .find((line) => line.startsWith('   effort'))
    ?.slice('   effort   '.length);
}

describe('an estimate', () => {
  it.each([
    ['2d', '2d (16h) estimated'],
    ['"half a day"', 'half a day (4h) estimated'],
    ['90m', '90m (1.5h) estimated'],
    ['1-2d', '1-2d (8h to 16h) estimated'],
    ['3h', '3h estimated'],
    ['4-6h', '5h (4h to 6h) estimated'],
  ])('of %s reads as it was typed, with its hours: %s', async (typed, shown) => {
    for (const start of [
      `add Report --for Joe --by friday --estimate ${typed}`,
      `promise Report --to Joe --by friday --estimate ${typed}`,
    ]) {
      const user = await new InProcessUser().given(start);
      expect(await effortOf(user)).toBe(shown);
    }
  });

  it('reads as it was typed wherever it comes from, and in the story', async () => {
    const user = await new InProcessUser().given('add "Report ~2d" --for Joe --by friday');
    expect(await effortOf(user)).toBe('2d (16h) estimated');
    expect((await user.run('show 1')).stdout).toContain('Estimated at 2d (16h).');
    await user.given('edit 1 --estimate "1 week"');
    expect(await effortOf(user)).toBe('1 week (40h) estimated');
    expect((await user.run('history 1')).stdout).toContain('Corrected: estimate 1 week (40h).');
    await user.given('offer 1 "20 mar" --estimate 3h', 'spend 1 2h');
    expect(await effortOf(user)).toBe('2h spent, 3h estimated');
    await user.given('edit 1 --estimate none');
    expect(await effortOf(user)).toBe('2h spent, no estimate');
  });

  it('keeps its words in a rebuilt file, and is hours for programs', async () => {
    const user = await new InProcessUser().given('add Report --for Joe --by friday -e 2d', 'doctor --repair');
    expect(await effortOf(user)).toBe('2d (16h) estimated');
    expect(await user.json('show 1')).toMatchObject({ estimateHours: 16 });
  });
});
