import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('client', () => {
  it('briefs before a call', async ({ expect }) => {
    const user = await newUser({ now: '2026-02-16T09:30' });
    await user.given(
      'add "Landing page" --for "Acme Corp" --agreed "20 feb" -w -e 6h',
      'client acme --person "Dana Reyes <dana@acme.com>, CFO, America/Chicago" --zone America/New_York',
      'client acme --person "Sam Lee, developer" --remember "board meets Fridays"',
      'client acme --every "6 weeks" --set update.every=daily offer.confidence=0.9 --remember "likes short mails"',
      'await "logins for the shop" --from acme --by "27 feb"',
    );
    await user.at('2026-02-23T10:00').given('done 1 --took 8h', 'promise "call back" --to acme --by "3pm"');
    await user.at('2026-02-23T14:00').given('done 3', 'add "New checkout" --for dana -e 12h');
    await user.given('heard dana "please before Easter" --about 4 --via phone');
    await user.at('2026-02-23T15:00').given('told acme "we are on it" --via email');
    await user.given('review --client acme --answer 1=yes:"smiles" 3=unsure');
    user.at('2026-03-02T08:57');
    await user.runAll('client acme', 'client', 'client acme --json', 'offer 4', 'show 4');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/brief.txt');
  });

  it('is corrected', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report --for Acme',
      'told "ACME Inc" "hello"',
      'await Figures --from "ACME Inc" --by friday',
    );
    await user.runAll(
      'client acme --rename "Acme Corp"',
      'client "acme corp" --merge "acme inc"',
      'list',
      'told "Acme Inc" "once more" --about 2',
      'undo 2',
      'client',
      'redo',
      'client acme --person "Dana, CFO"',
      'client acme --person "Dana <dana@acme.com>"',
      'client acme --gone dana',
      'client acme --remember "pays late"',
      'client acme --remember "pays late"',
      'client acme --outdated pays',
      'client acme --set update.every=daily',
      'client acme --set update.every=none --every none',
      'history',
      'doctor',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/client-changes.txt');
  });

  it('refuses contradictions, and changes nothing', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report --for Acme', 'add Report --for Globex');
    const before = await user.journal();
    await user.runAll(
      'client acme --rename GLOBEX',
      'client acme --rename "?!"',
      'client acme --merge acme',
      'client acme --merge nobody',
      'client --remember something',
      'client acme --zone Mars/Olympus',
      'client acme --person "<dana>"',
      'client acme --person "Dana, CFO, Europe/Atlantis"',
      'client acme --gone Dana',
      'client acme --outdated "x"',
      'client acme --every soon',
      'client acme --set work.hours=9-12',
      'client acme --set update.evry=daily',
      'client acme --set update.every=sometimes',
      'client acme --set update.every',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/client.txt');
    expect(await user.journal()).toBe(before);
  });

  it('has its own settings, which apply to dates, clocks and offers', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'told Joe hello',
      'client joe --set dates.order=dmy reply.within="3 working days" update.every=daily',
      'add "By order" --for joe --by 5/6',
      'add "Other order" --for Mark --by 5/6',
      'heard Joe "is it ready?" --needs-reply',
      'heard Mark "is it ready?" --needs-reply',
    );
    const field = async (id: number, name: string) => (await user.json(`show ${id}`))[name];
    expect(await field(1, 'wantedBy')).toBe('2026-06-05T17:00:00+02:00');
    expect(await field(2, 'wantedBy')).toBe('2026-05-06T17:00:00+02:00');
    expect(await field(3, 'due')).toBe('2026-03-05T09:30:00+01:00');
    expect(await field(4, 'due')).toBe('2026-03-03T09:30:00+01:00');
    await user.given('agree 1 6/7');
    expect(await field(1, 'due')).toBe('2026-07-06T17:00:00+02:00');
    expect(await field(1, 'cadence')).toBe('daily');
    await user.given('add "@joe inline by 7/8"');
    expect(await field(5, 'wantedBy')).toBe('2026-08-07T17:00:00+02:00');
  });
});
