import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

/** Monday: two requests of Acme and one of Joe, all agreed. */
async function begun(): Promise<User> {
  const user = await newUser();
  await user.given(
    'client "Acme Corp" --new --person "Dana Lee <dana@acme.example>, CFO"',
    'add "Payroll export" -c acme --agreed "wed 4 mar" -w --right-when "the totals match"',
    'add "Login page" -c acme --agreed "wed 4 mar" -w',
    'add "Leaflet" -c Joe --new-client --agreed "wed 4 mar" -w',
  );
  return user;
}

describe.concurrent('after a delivery', () => {
  it('it is asked whether it works, until somebody says so or nobody does', async ({ expect }) => {
    const user = await begun();
    user.at('2026-03-03T10:00');
    await user.runAll('done 1 2 3', 'today');
    user.at('2026-03-05T11:00');
    await user.runAll(
      'today',
      'overdue',
      'remind',
      'remind',
      'draft 1',
      'draft -c acme',
      'draft 1 --sent',
      'today',
    );
    await user.runAll(
      'accept 2 --note "exactly what we needed" --via phone',
      'search exactly',
      'client acme',
    );
    user.at('2026-04-02T11:00');
    await user.runAll('today', 'told --about 1 "is all well with the export?"', 'show 1', 'today');
    user.at('2026-05-05T11:00');
    await user.runAll('today', 'show 1', 'show 3');
    await user.runAll('reopen 1 --because "the bonus is missing"', 'history 1', 'search bonus');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/aftercare.txt');
  });

  it('silence accepts it where they were told so, and they said nothing', async ({ expect }) => {
    const user = await begun();
    user.at('2026-03-03T10:00');
    await user.runAll(
      'done 2 --review-until "fri 6 mar"',
      'draft 1 delivered --review-until "fri 6 mar"',
      'draft 1 delivered --sent',
      'show 1',
      'accept 1 --by-silence',
      'accept 3 --by-silence',
      'today',
    );
    user.at('2026-03-05T09:00');
    await user.runAll('today', 'draft 1');
    user.at('2026-03-09T09:00');
    await user.runAll(
      'today',
      'show 1',
      'remind',
      'heard --about 2 "the button is grey"',
      'accept 2 --by-silence',
    );
    await user.runAll('accept 1 --by-silence', 'show 1', 'list --all', 'history 1', 'client acme', 'today');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/by-silence.txt');
    expect(await user.json('show 1')).toMatchObject({
      acceptedBySilence: true,
      reviewUntil: '2026-03-06T17:00:00+01:00',
    });
    expect(await user.json('show 2')).toMatchObject({ acceptedBySilence: false, reviewUntil: null });
  });

  it('is refused what makes no sense', async ({ expect }) => {
    const user = await begun();
    await user.given('promise "send the notes" --to acme --by friday');
    const journal = await user.journal();
    await user.runAll(
      'done 1 --review-until yesterday',
      'done 1 --review-until someday',
      'done 1 3 4 --review-until friday',
      'done 1 --link nowhere.txt',
      'done 1 --link .',
      'accept 1 --by-silence',
      'accept 1 --by-silence --via phone',
      'draft 1 update --review-until friday',
      'draft 1 delivered --review-until yesterday',
      'draft 4 delivered --review-until friday',
      'draft 1 aftercare',
      'client acme --on "31 dec"',
      'client acme --remember "a" --remember "b" --on "31 dec"',
      'client acme --remember "a" --ahead "2 weeks"',
      'client acme --remember "a" --on "1 mar 2026"',
      'client acme --remember "a" --on "31 dec 3pm"',
      'client acme --remember "a" --on "31 dec" --ahead "3 hours"',
      'client acme --seen "a"',
      'client acme --set "aftercare=90 days"',
      'config aftercare "2 working days, soon"',
    );
    expect(await user.journal()).toEqual(journal);
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/after-delivery-refused.txt');
  });

  it('the proof is kept with its size and checksum, wherever it is looked up from', async ({ expect }) => {
    const user = await begun();
    const path = join(user.home, 'export.csv');
    writeFileSync(path, 'total,42\n');
    const sha256 = createHash('sha256').update('total,42\n').digest('hex');
    await user.given(`done 1 --link ${path} --link https://acme.example/42 --link ${path}`);
    const evidence = [
      { link: path, bytes: 9, sha256 },
      { link: 'https://acme.example/42', bytes: null, sha256: null },
    ];
    expect(await user.json('show 1')).toMatchObject({ evidence });
    expect(await user.json('history 1')).toContainEqual(
      expect.objectContaining({ type: 'Delivered', evidence }),
    );
    const { stdout } = await user.run('show 1');
    expect(stdout).toContain(sha256);
    expect(stdout).toContain('9 bytes');
    expect((await user.run('search acme.example')).stdout).toContain('Payroll export');
  });
});

describe.concurrent('what matters to a client on a day', () => {
  it('is said ahead, once', async ({ expect }) => {
    const user = await begun();
    await user.runAll(
      'client acme --remember "contract ends" --on "31 dec 2026" --ahead "60 days"',
      'client acme --remember "founded" --on "every year on 12 mar"',
      'client acme',
      'today',
      'client acme --seen founded',
    );
    user.at('2026-11-02T09:00');
    await user.runAll(
      'remind',
      'remind',
      'client acme --seen "contract ends"',
      'undo',
      'remind',
      'redo',
      'remind',
    );
    await user.runAll('client acme --outdated founded');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/remembered-day.txt');
    expect(await user.json('client acme')).toMatchObject({
      facts: [
        { text: 'contract ends', on: '2026-12-31', ahead: '60 days', yearly: false, seen: '2026-12-31' },
      ],
    });
  });
});

/** Writes the settings by hand. */
function configure({ configFile: config }: User, toml: string): void {
  mkdirSync(dirname(config), { recursive: true });
  writeFileSync(config, toml);
}

describe.concurrent('the times of aftercare', () => {
  it('are a list in the settings, or none', async ({ expect }) => {
    const user = await begun();
    const due = async () =>
      (await user.json<{ attention: { reason: string; due: string }[] }>('today')).attention
        .filter(({ reason }) => reason === 'aftercare')
        .map((line) => line.due.slice(0, 10));
    user.at('2026-03-03T10:00');
    await user.given('done 1');
    user.at('2026-03-06T11:00');
    expect(await due()).toEqual(['2026-03-05']);
    configure(user, 'aftercare = ["3 days", "1 day"]\n');
    expect(await due()).toEqual(['2026-03-06']);
    await user.given('client acme --set "aftercare=1 day, 30 days"');
    expect(await due()).toEqual(['2026-03-04']);
    configure(user, 'aftercare = []\n');
    await user.given('client acme --set aftercare=none');
    expect(await due()).toEqual([]);
  });
});
