import { expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';
import { messageFrom } from '../support/messages.ts';

const DANA = 'Dana Reyes <dana@acme.example>';
const SUBJECT = 'Sales report by region';

/** A conversation by mail, as its steps were shown: what each said, and the beginning of the morning after it. */
class Thread {
  readonly shown: string[] = [];

  constructor(private readonly user: InProcessUser) {}

  /** A message of theirs, through a command that reads it from standard input. */
  async theirs(now: string, command: string, id: string, answers: string, text: string): Promise<void> {
    const message = messageFrom(DANA, {
      subject: answers ? `Re: ${SUBJECT}` : SUBJECT,
      id,
      date: dateOf(now),
      ...(answers && { answers }),
      text,
    });
    await this.step(now, command, message);
  }

  /** A draft of mine, sent unchanged by a mail program, and its sent copy taken in. */
  async mine(now: string, command: string, id: string): Promise<void> {
    const { stdout } = await this.user.run(`${command} --eml -`, { env: { FOLLOWUP_NOW: now } });
    const sent = `Date: ${dateOf(now)}\r\nMessage-ID: <${id}>\r\n${stdout}`;
    await this.step(now, 'mail -', sent, `${command} --eml -, sent and taken in`);
  }

  async step(now: string, command: string, stdin = '', name = command): Promise<void> {
    const env = { FOLLOWUP_NOW: now };
    const { stdout, stderr, exitCode } = await this.user.run(command, { env, stdin });
    const { stdout: morning } = await this.user.run('today', { env });
    const [before = ''] = morning.split('\nFour questions');
    this.shown.push(`$ ${name}\n${stdout}${stderr}exit ${exitCode}\n\n$ today\n${before}`);
  }
}

/** A time as mail has it. */
function dateOf(now: string): string {
  return `${new Date(`${now}:00Z`).toUTCString().replace('GMT', '+0100')}`;
}

it('a request by mail is offered, refused, agreed, moved, delivered and accepted, and nothing is typed twice', async () => {
  const user = await new InProcessUser().given(
    'config me.email me@home.example',
    `client "Acme Corp" --new --person "${DANA}"`,
  );
  const thread = new Thread(user);
  await thread.theirs(
    '2026-03-02T09:40',
    'add --mail - --estimate 3h',
    'm1@acme',
    '',
    'Could you send us the report?',
  );
  await thread.mine('2026-03-02T10:00', 'draft 1 offer', 'o1@home');
  const refusal =
    'That is too late, the board meets on Thursday.\n\nOn Mon, 2 Mar 2026, Me wrote:\n> I can deliver it';
  await thread.theirs('2026-03-03T11:00', 'mail -', 'm2@acme', 'o1@home', refusal);
  await thread.step('2026-03-03T11:05', 'counter 1 "thu 10am" --because "the board meets on Thursday"');
  await thread.mine('2026-03-03T11:10', 'draft 1 offer --by "wed 17:00"', 'o2@home');
  await thread.theirs(
    '2026-03-03T11:30',
    'agree --mail -',
    'm3@acme',
    'o2@home',
    'Yes, Wednesday at five is fine.',
  );
  await thread.step('2026-03-04T09:00', 'move 1 "thu noon" --because "their figures came late" --via phone');
  await thread.mine('2026-03-04T09:05', 'draft 1', 'o3@home');
  await thread.mine('2026-03-05T11:00', 'draft 1 delivered', 'o4@home');
  await thread.theirs('2026-03-05T15:00', 'accept --mail -', 'm5@acme', 'o4@home', 'It is right, thank you!');
  await thread.step('2026-03-06T09:00', 'show 1');
  await expect(thread.shown.join('\n')).toMatchFileSnapshot('snapshots/thread.txt');
  expect(await user.json('show 1')).toMatchObject({ state: 'accepted', inWriting: true });
});
