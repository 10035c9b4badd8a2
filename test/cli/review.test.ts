import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('review', () => {
  it('puts the questions, keeps the answers, and shows them next time', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-02T09:30' });
    await user.given(
      'add "Quarterly report" --for Joe --agreed "tue 5pm" --in-writing -e 2h',
      'heard Mark "when is my car back?" --needs-reply --by "tue 5pm"',
      'add "Data export" --for Globex --agreed friday -w',
      'spend 1 3h',
    );
    user.at('2026-03-04T08:55');
    await user.runAll(
      'review',
      'review --answer 1=no:"Mark waits" 2=yes 3=no:late --will 3="send the report @joe by today 3pm"',
    );
    user.at('2026-03-04T09:10');
    await user.runAll('review --answer 4=no', 'today');
    user.at('2026-03-04T09:20');
    await user.runAll('review --client mark --answer 1=no:"he is angry"', 'client mark');
    user.at('2026-03-05T08:55');
    await user.runAll(
      'review',
      'review --answer 1=unsure:"Mark is silent" 2=yes 3=yes 4=yes',
      'review --history',
    );
    user.at('2026-03-06T08:55');
    await user.runAll(
      'review --history',
      'review --history --plain',
      'review --history --client mark',
      'show 4',
      'history -n 3',
      'undo',
      'review --history',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/review.txt');
  });

  it('refuses what is not an answer, and changes nothing', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const before = await user.journal();
    await user.runAll(
      'review --answer 5=yes',
      'review --answer yes',
      'review --answer 1=yse',
      'review --will 1="call by friday"',
      'review --answer 1=yes --will 1="call by friday"',
      'review --answer 1=no --will 1="call Joe"',
      'review --answer 1=no --will 1="call by yesterday"',
      'review --client nobody --answer 1=yes',
      'review --answer',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/review.txt');
    expect(await user.journal()).toBe(before);
  });

  it('gives programs the answers with the questions', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report -c Joe',
      'review --answer 1=yes:"loves the draft"',
      'review -c joe --answer 1=no',
    );
    const { questions } = await user.json<{ questions: { answered: unknown }[] }>('today');
    expect(questions.map(({ answered }) => answered)).toEqual([
      {
        at: '2026-03-02T09:30:00+01:00',
        answer: 'no',
        note: null,
        byClient: [{ client: 'Joe', answer: 'no', note: null }],
      },
      null,
      null,
      null,
    ]);
  });
});
