import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';
import { messageFrom } from '../support/messages.ts';

const DANA = 'Dana Reyes <dana@acme.example>';
const ME = 'Me <me@home.example>';

/** A user in a zone, who does one thing after the other. */
class Diary {
  readonly user = new InProcessUser();

  constructor(readonly zone = 'America/New_York') {}

  async at(now: string, line: string, stdin?: string) {
    const env = { FOLLOWUP_NOW: now, TZ: this.zone };
    return this.user.run(line, stdin === undefined ? { env } : { env, stdin });
  }

  async does(now: string, ...lines: readonly string[]): Promise<this> {
    for (const line of lines) {
      const { exitCode, stderr } = await this.at(now, line);
      if (exitCode !== 0) throw new Error(`${line}: exit ${exitCode}\n${stderr}`);
    }
    return this;
  }

  async json<T = Record<string, unknown>>(now: string, line: string): Promise<T> {
    return this.user.json<T>(line, { env: { FOLLOWUP_NOW: now, TZ: this.zone } });
  }

  /** When the answer to the reply with this number is due. */
  async due(number = 1): Promise<unknown> {
    return (await this.json('2026-03-31T09:00', `show ${number}`)).due;
  }

  async takes(now: string, message: string, options = ''): Promise<void> {
    const { exitCode, stderr } = await this.at(now, `mail - ${options}`, message);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  }
}

const ask = 'heard Acme "When is it?" --needs-reply';

describe('the clock of a reply', () => {
  it('is that of the channel, and what is set for the client comes first', async () => {
    const due = async (via: string, ...settings: readonly string[]) => {
      const diary = await new Diary().does('2026-03-02T09:00', 'client Acme --new', ...settings);
      await diary.does('2026-03-02T10:00', `${ask} --via ${via}`);
      return diary.due();
    };
    const phone = 'config reply.within.phone "2 working hours"';
    const own = 'client Acme --set "reply.within=4 working hours"';
    expect(await due('phone')).toBe('2026-03-03T10:00:00-05:00');
    expect(await due('phone', phone)).toBe('2026-03-02T12:00:00-05:00');
    expect(await due('email', phone)).toBe('2026-03-03T10:00:00-05:00');
    expect(await due('phone', phone, own)).toBe('2026-03-02T14:00:00-05:00');
    expect(await due('email', own)).toBe('2026-03-02T14:00:00-05:00');
    expect(await due('phone', own, 'client Acme --set "reply.within.phone=1 working hour"')).toBe(
      '2026-03-02T11:00:00-05:00',
    );
  });

  it.each([
    ['over lunch', '2026-03-02T11:30', '2026-03-02T14:30:00-05:00'],
    ['over the end of work', '2026-03-02T16:00', '2026-03-03T10:00:00-05:00'],
    ['over a weekend', '2026-03-06T16:30', '2026-03-09T10:30:00-04:00'],
    ['over a public holiday', '2026-01-16T16:00', '2026-01-20T10:00:00-05:00'],
    ['over a day away', '2026-03-03T16:00', '2026-03-05T10:00:00-05:00'],
    ['from the night', '2026-03-02T03:00', '2026-03-02T11:00:00-05:00'],
  ])('counts working hours %s, in my zone, wherever the client is', async (_, now, due) => {
    const diary = await new Diary().does(
      '2026-01-05T09:00',
      'config work.hours 09:00-12:00,13:00-17:00',
      'config work.holidays US',
      'client Acme --new --zone Asia/Tokyo --set "reply.within.phone=2 working hours"',
      'away "4 mar".."4 mar"',
    );
    await diary.does(now, `${ask} --via phone`);
    expect(await diary.due()).toBe(due);
    expect((await diary.at(now, 'show 1')).stdout).toMatch(/due .*Asia\/Tokyo|due .*Tokyo/);
  });

  it('runs from the time at which it was said, and an answer stays late whatever the rule is later', async () => {
    const diary = await new Diary().does('2026-03-02T09:00', 'config reply.within "2 working hours"');
    await diary.does('2026-03-02T15:00', `${ask} --at "today 9am"`);
    expect(await diary.due()).toBe('2026-03-02T11:00:00-05:00');
    await diary.does('2026-03-02T15:00', 'answer 1 "on Friday"', 'config reply.within "10 working days"');
    expect(await diary.json('2026-03-03T09:00', 'show 1')).toMatchObject({ late: true, replyOrder: 'first' });
    expect((await diary.at('2026-03-03T09:00', 'show 1')).stdout).toContain('answered 4 h late');
    const [, answer] = await diary.json<{ summary: string }[]>('2026-03-03T09:00', 'history 1');
    expect(answer?.summary).toBe('You answered, 4 h late: on Friday');
  });

  it('is not late where the answer was given in time and recorded later', async () => {
    const diary = await new Diary().does('2026-03-02T09:00', 'config reply.within "2 working hours"', ask);
    await diary.does('2026-03-03T09:00', 'told --about 1 "on Friday" --at "yesterday 10am"');
    expect(await diary.json('2026-03-03T09:00', 'show 1')).toMatchObject({ state: 'done', late: false });
  });

  it('is not moved by a second word, which is found once', async () => {
    const diary = await new Diary().does('2026-03-02T09:00', ask);
    await diary.does('2026-03-02T11:00', 'heard --about 1 "any news of the zebra?" --needs-reply');
    const shown = await diary.at('2026-03-02T11:00', 'show 1');
    expect(shown.stdout).toContain('any news of the zebra?');
    expect(await diary.due()).toBe('2026-03-03T09:00:00-05:00');
    expect(await diary.json<object[]>('2026-03-02T11:00', 'list')).toHaveLength(1);
    expect(await diary.json<object[]>('2026-03-02T11:00', 'search zebra')).toHaveLength(1);
    const refused = await diary.at(
      '2026-03-02T11:00',
      'heard --about 1 "now" --needs-reply --by "today 5pm"',
    );
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('followup move 1 DATE') });
  });
});

describe('by mail', () => {
  const newDiary = async () =>
    new Diary().does(
      '2026-03-02T08:00',
      'config me.email me@home.example',
      `client Acme --new --person "${DANA}"`,
    );
  const from = (who: string, id: string, time: string, answers?: string, header: readonly string[] = []) =>
    messageFrom(who, {
      id,
      answers,
      header,
      to: who === ME ? DANA : ME,
      date: `Mon, 2 Mar 2026 ${time}:00 -0500`,
      subject: 'The report',
      text: `words of ${id}`,
    });

  it('the messages of a thread join the open reply, and mine ends it', async () => {
    const diary = await newDiary();
    await diary.takes('2026-03-02T09:01', from(DANA, 'q1', '09:00'), '--needs-reply');
    await diary.takes('2026-03-02T10:01', from(DANA, 'q2', '10:00', 'q1'), '--needs-reply');
    await diary.takes('2026-03-02T11:01', from(DANA, 'q3', '11:00', 'q2'), '--needs-reply');
    await diary.takes(
      '2026-03-02T11:02',
      from(DANA, 'oo', '11:01', 'q2', ['Auto-Submitted: auto-replied']),
      '--needs-reply',
    );
    expect(await diary.json<object[]>('2026-03-02T12:00', 'list')).toMatchObject([
      { id: 1, due: '2026-03-03T09:00:00-05:00' },
    ]);
    await diary.takes('2026-03-02T13:01', from(ME, 'a1', '13:00', 'q3'));
    expect(await diary.json('2026-03-02T13:01', 'show 1')).toMatchObject({ state: 'done', late: false });
    await diary.takes('2026-03-02T14:01', from(DANA, 't1', '14:00', 'a1'));
    expect(await diary.json<object[]>('2026-03-02T14:01', 'list')).toEqual([]);
    await diary.takes('2026-03-02T15:01', from(DANA, 'q4', '15:00', 'a1'), '--needs-reply');
    expect(await diary.json('2026-03-02T15:01', 'show 2')).toMatchObject({
      replyOrder: 'next',
      state: 'owed',
    });
  });

  it('a thread whose first message nobody has seen is one too, and another thread is not', async () => {
    const diary = await newDiary();
    await diary.takes('2026-03-02T09:01', from(DANA, 'q1', '09:00', 'unseen'), '--needs-reply');
    await diary.takes('2026-03-02T10:01', from(DANA, 'q2', '10:00', 'unseen'), '--needs-reply');
    await diary.takes('2026-03-02T11:01', from(DANA, 'q3', '11:00', 'other'), '--needs-reply');
    expect(await diary.json<object[]>('2026-03-02T12:00', 'list')).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  it('about a commitment they join what is open about it, and my answer in the thread still ends that', async () => {
    const diary = await newDiary();
    await diary.does('2026-03-02T08:30', 'add Report -c Acme', 'heard --about 1 "when?" --needs-reply');
    await diary.takes('2026-03-02T09:01', from(DANA, 'q1', '09:00'), '--about 1 --needs-reply');
    expect(await diary.json<object[]>('2026-03-02T12:00', 'list --kind reply')).toHaveLength(1);
    await diary.takes('2026-03-02T10:01', from(ME, 'a1', '10:00', 'q1'));
    expect(await diary.json('2026-03-02T13:01', 'show 2')).toMatchObject({ kind: 'reply', state: 'done' });
  });

  it('what I asked is theirs until they answer in the thread; what nobody wrote is no answer', async () => {
    const diary = await newDiary();
    await diary.takes('2026-03-02T09:01', from(ME, 'q1', '09:00'), '--needs-reply');
    await diary.takes('2026-03-02T09:02', from(DANA, 'oo', '09:01', 'q1', ['Auto-Submitted: auto-replied']));
    expect(await diary.json('2026-03-04T09:00', 'show 1')).toMatchObject({ state: 'waiting', ball: 'them' });
    const { attention } = await diary.json<{ attention: object[] }>('2026-03-04T09:00', 'today');
    expect(attention).toContainEqual(
      expect.objectContaining({ reason: 'waiting', command: 'followup update 1 TEXT' }),
    );
    await diary.takes('2026-03-04T10:00', from(DANA, 'a1', '15:00', 'q1'));
    expect(await diary.json('2026-03-04T10:00', 'show 1')).toMatchObject({ state: 'done' });
  });
});

it('what an answer leaves open is a reply of its own', async () => {
  const diary = await new Diary().does('2026-03-02T09:00', ask);
  await diary.does('2026-03-02T12:00', 'answer 1 "on Friday" --still "who comes?"');
  expect(await diary.json('2026-03-02T12:00', 'show 2')).toMatchObject({
    title: 'who comes?',
    due: '2026-03-03T12:00:00-05:00',
    restOf: 1,
    replyOrder: 'next',
  });
  const [{ story = '' } = {}] = [{ story: (await diary.at('2026-03-02T12:00', 'show 2')).stdout }];
  expect(story).toContain('Your answer to 1 left it open');
  const { lastHeardAt } = await diary.json('2026-03-02T12:00', 'client Acme');
  expect(lastHeardAt).toBe('2026-03-02T09:00:00-05:00');
  expect(await diary.at('2026-03-02T12:00', 'answer 1,2 yes --still no')).toMatchObject({ exitCode: 2 });
  await diary.does('2026-03-02T12:00', 'undo');
  expect(await diary.json('2026-03-02T12:00', 'show 1')).toMatchObject({ state: 'owed' });
  expect(await diary.at('2026-03-02T12:00', 'show 2')).toMatchObject({ exitCode: 4 });
});
