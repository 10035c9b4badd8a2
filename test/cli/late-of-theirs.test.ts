import { describe, it } from 'vitest';
import { newUser, User } from '../support/cli.ts';

describe.concurrent('something of theirs that was late', () => {
  it('is said with the days lost and the date if it came now, and moves the date once both sides settled it', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given(
      'client "Acme Corp" --new --person "Dana Lee <dana@acme.example>"',
      'add "New website" --for acme --agreed "27 mar" --in-writing -e 60h',
      'await "The assets" --from dana --by "2 mar 5pm" --blocks 1',
      'add "Name tags" --for acme --agreed "30 apr" --in-writing -e 1h',
      'await "The list of guests" --from "Studio Nord" --for acme --by "9 mar" --blocks 3',
    );
    const later = new User(user.home, { now: '2026-03-13T10:00' });
    await later.runAll(
      'today',
      'show 1',
      'show 2',
      'show 3',
      'draft 1 offer',
      'draft 1 late --choice "the pages without pictures on 27 March" --choice "all of it on the new date"',
      'draft 3 offer',
      'draft 2',
      'done 2',
      'today',
      'show 1',
      'move 1 --late 2 --via phone --because "Dana agrees"',
      'move 1 --late 2',
      'show 1',
      'show 2',
      'move 3 --late 4 "5 may"',
      'history 3',
    );
    await expect(later.transcript()).toMatchFileSnapshot('snapshots/late-of-theirs.txt');
  });

  it('is told to programs beside what waits for it, and beside itself', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "New website" --for Acme --agreed "27 mar" --in-writing -e 60h',
      'await "The assets" --from Acme --by "2 mar 5pm" --blocks 1',
    );
    const later = new User(user.home, { now: '2026-03-13T10:00' });
    const lost = {
      workingDays: 9,
      since: '2026-03-02T17:00:00+01:00',
      until: null,
      ifNow: '2026-04-08T17:00:00+02:00',
      movesTo: '2026-04-09T17:00:00+02:00',
    };
    const late = { id: 2, title: 'The assets', who: 'Acme', ...lost };
    expect(await later.json('show 1')).toMatchObject({
      lateOfTheirs: [late],
      holdsUp: null,
      workingDaysLate: null,
    });
    const holdsUp = { id: 1, title: 'New website', ...lost };
    expect(await later.json('show 2')).toMatchObject({ lateOfTheirs: [], holdsUp, workingDaysLate: 9 });
    const { attention } = await later.json<{ attention: object[] }>('today');
    expect(attention).toContainEqual(expect.objectContaining({ reason: 'waiting', id: 2, holdsUp }));
    expect(attention).toContainEqual(
      expect.objectContaining({ reason: 'at-risk', id: 1, lateOfTheirs: [late], holds: lost.ifNow }),
    );
    expect(await later.json('move 1 --late 2')).toMatchObject({
      due: lost.movesTo,
      lateOfTheirs: [],
    });
    expect(await later.json('show 2')).toMatchObject({ holdsUp: null, workingDaysLate: 9 });
  });
});
