import { describe, it } from 'vitest';
import { REASONS } from '../../src/domain/agenda/reasons.ts';
import { mask, newUser } from '../support/cli.ts';

interface Today {
  readonly database: string;
  readonly attention: readonly { readonly reason: string; readonly severity: string }[];
}

describe.concurrent('demo', () => {
  it('shows a fortnight in a file of its own, and says so on every screen', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "My own" --for Me');
    const before = await user.journal();
    const { stdout } = await user.run('demo');
    const file = /FOLLOWUP_DB=(\S+)/.exec(stdout)?.[1] ?? '';
    const env = { FOLLOWUP_DB: file };
    for (const line of ['client acme', 'show 16', 'list', 'review', 'search board'])
      await user.run(line, { env });
    const transcript = user.transcript().replaceAll(file, '/tmp/demo.db');
    await expect(mask(transcript, user.home)).toMatchFileSnapshot('snapshots/demo.txt');
    expect(await user.journal()).toBe(before);
  });

  it.each([
    '2026-03-02T08:55',
    '2026-03-01T23:50',
    '2026-03-07T00:05',
    '2026-10-26T18:00',
    '2027-01-01T12:00',
  ])('has everything that can need attention, at %s too', async (now) => {
    const { expect } = await import('vitest');
    const user = await newUser({ now });
    const { attention, database } = await user.json<Today>('demo');
    const found = new Set(attention.map(({ reason }) => reason));
    expect([...found].sort()).toEqual(Object.keys(REASONS).sort());
    const env = { FOLLOWUP_DB: database };
    expect(await user.json<object[]>('client', { env })).toHaveLength(8);
    expect(await user.json<object[]>('list', { env })).toHaveLength(20);
    expect(await user.json<object[]>('list --all', { env })).toHaveLength(43);
    expect(await user.json('doctor', { env })).toMatchObject({ ok: true });
  });
});
