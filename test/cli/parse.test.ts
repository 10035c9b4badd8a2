import { describe, expect, it } from 'vitest';
import { add } from '../../src/cli/commands/add.ts';
import { awaitCommand } from '../../src/cli/commands/await.ts';
import { done } from '../../src/cli/commands/done.ts';
import { edit } from '../../src/cli/commands/edit.ts';
import { list } from '../../src/cli/commands/list.ts';
import { offer } from '../../src/cli/commands/offer.ts';
import { promise } from '../../src/cli/commands/promise.ts';
import { told } from '../../src/cli/commands/told.ts';
import { DatePhrase } from '../../src/cli/run/arguments/date-phrase.ts';
import { date } from '../../src/cli/run/arguments/option.ts';
import { readCall } from '../../src/cli/run/declare-command.ts';
import type { WriteCommand } from '../../src/cli/run/write-verb.ts';
import type { AddInput } from '../../src/domain/decisions/add.ts';
import type { LogInput } from '../../src/domain/decisions/log.ts';
import { InProcessUser } from '../support/in-process.ts';

const NOW = '2026-03-02T08:30:00.000Z';
const JOE = { name: 'Joe', isNew: false };

/** Friday, at the end of the working day. */
const FRIDAY = {
  at: '2026-03-06T16:00:00.000Z',
  zone: 'Europe/Berlin',
  grain: 'day',
  text: 'friday',
} as const;

/** The input that results from a command line, without recording anything. */
async function parse<Input>(
  command: WriteCommand<string, string, Input>,
  line: string,
  user = new InProcessUser(),
  stdin = '',
): Promise<Input> {
  const { typed, run } = await user.type(command, line, { stdin });
  return command.parse(typed, run);
}

describe('add', () => {
  it('reads its options', async () => {
    const line = 'Report --for Joe --by friday -e 2-3h --update-every 2/day -p web --via phone -r audit';
    const expected: Partial<AddInput> = {
      title: 'Report',
      client: JOE,
      wantedBy: FRIDAY,
      agreed: undefined,
      estimateHours: 2.5,
      estimateRange: [2, 3],
      project: 'web',
      via: 'phone',
      because: 'audit',
      scope: 'in',
      inWriting: false,
      at: NOW,
    };
    const { input, hints } = await parse(add, line);
    expect(input).toMatchObject(expected);
    expect(input.cadence?.text).toBe('2/day');
    expect(hints).toEqual([]);
  });

  it('reads the inline forms, and reports those that an option overrode', async () => {
    const { input, hints } = await parse(add, 'Report @joe ~2h +web by friday --for Dana');
    expect(input).toMatchObject({
      title: 'Report',
      client: { name: 'Dana', isNew: false },
      estimateHours: 2,
      project: 'web',
      wantedBy: FRIDAY,
    });
    expect(hints).toEqual(['Left out of the title: @joe, because --for wins.']);
  });

  it('reads its text from standard input', async () => {
    const { input } = await parse(add, '- --for Joe', new InProcessUser(), 'Report by friday\n');
    expect(input).toMatchObject({ title: 'Report', wantedBy: FRIDAY });
  });

  it('takes a name for a new client if told so', async () => {
    const user = await new InProcessUser().given('told Joe hello');
    expect((await parse(add, 'Report --for Jo', user)).input.client).toEqual({ name: 'Jo', isNew: false });
    expect((await parse(add, 'Report --for Jo --new-client', user)).input.client).toEqual({
      name: 'Jo',
      isNew: true,
    });
  });

  it.each([
    ['', 'missing-argument'],
    ['Report --for !!', 'client-missing'],
    ['Report --by whenever', 'date-vague'],
    ['Report --in-writing', 'nothing-agreed'],
    ['Report --via pigeon', 'unknown-channel'],
    ['Report --estimate 0h', 'no-effort'],
    ['@joe', 'text-missing'],
  ])('refuses %j', async (line, code) => {
    await expect(parse(add, line)).rejects.toMatchObject({ code });
  });
});

describe('promise and await', () => {
  it('read who it is promised to, and who promised what to whom', async () => {
    expect((await parse(promise, 'call back --to Joe --by friday')).input).toMatchObject({
      title: 'call back',
      client: JOE,
      due: FRIDAY,
    });
    const { input, about } = await parse(awaitCommand, 'logins --from Dana --for Joe -b friday --blocks 4');
    expect(input).toMatchObject({
      title: 'logins',
      who: { name: 'Dana', isNew: false },
      client: JOE,
      due: FRIDAY,
    });
    expect(about).toEqual([4]);
  });

  it('leave what is missing to the decision if nobody can be asked', async () => {
    expect((await parse(awaitCommand, 'logins')).input).toMatchObject({ who: undefined, due: undefined });
  });

  it('name one commitment that cannot go on', async () => {
    await expect(parse(awaitCommand, 'logins --blocks 4,5')).rejects.toMatchObject({ code: 'malformed-id' });
  });
});

describe('told', () => {
  it('reads who, what, when and about what', async () => {
    const { input, about } = await parse(told, 'Joe half way --about . --at "today 9:00" --via chat');
    const expected: LogInput = {
      client: JOE,
      text: 'half way',
      direction: 'out',
      at: '2026-03-02T08:00:00.000Z',
      via: 'chat',
      needsReply: false,
      replyBy: undefined,
    };
    expect(input).toEqual(expected);
    expect(about).toBe('last');
  });

  it('takes a date only for an answer', async () => {
    await expect(parse(told, 'Joe hello --by friday')).rejects.toMatchObject({ code: 'by-without-reply' });
    expect((await parse(told, 'Joe hello --by friday --needs-reply')).input.replyBy).toEqual(FRIDAY);
  });
});

describe('verbs on commitments', () => {
  const withReport = () => new InProcessUser().given('add Report --for Joe');

  it('offer: the date, in any number of words', async () => {
    const user = await withReport();
    expect(await parse(offer, '1 friday', user)).toEqual({
      at: NOW,
      via: undefined,
      date: FRIDAY,
      because: undefined,
      estimateHours: undefined,
      estimateRange: undefined,
    });
    expect(await parse(offer, '1 friday 5pm', user)).toMatchObject({ date: { grain: 'time' } });
    expect(await parse(offer, '1 --estimate 2h', user)).toMatchObject({ date: undefined, estimateHours: 2 });
  });

  it('done: the work that it took, and no range of it', async () => {
    const user = await withReport();
    expect(await parse(done, '1 --took 1.5h --right', user)).toMatchObject({ tookHours: 1.5, isRight: true });
    await expect(parse(done, '1 --took 1-2h', user)).rejects.toMatchObject({
      code: 'duration-not-understood',
    });
  });

  it('edit: undefined leaves a detail, null takes it away', async () => {
    const user = await withReport();
    expect(await parse(edit, '1 --estimate none --by none --project "" --scope out', user)).toMatchObject({
      title: undefined,
      estimateHours: null,
      wantedBy: null,
      project: null,
      cadence: undefined,
      scope: 'out',
    });
  });

  it('refuse what names no commitment', async () => {
    await expect(parse(offer, 'x friday', await withReport())).rejects.toMatchObject({ kind: 'usage' });
    await expect(parse(offer, '', await withReport())).rejects.toMatchObject({ code: 'missing-argument' });
  });
});

describe('the options of a command that only looks', () => {
  async function read(line: string) {
    const { typed, run } = await new InProcessUser().type(list, line);
    return readCall(list, typed, run).options;
  }

  it('are what was typed, a date still a phrase', async () => {
    expect(await read('-c Joe --kind promise --by 4/5 --all')).toEqual({
      client: 'Joe',
      kind: 'promise',
      state: undefined,
      ball: undefined,
      project: undefined,
      overdue: false,
      by: new DatePhrase('4/5'),
      scope: undefined,
      all: true,
      sort: undefined,
      reverse: false,
    });
  });

  it('are refused with what they may have meant', async () => {
    await expect(read('--kind requst')).rejects.toMatchObject({
      code: 'unknown-kind',
      hint: expect.stringContaining('Did you mean request?'),
    });
  });
});

describe('a name that was not declared', () => {
  const declaration = {
    name: 'look',
    summary: 'look',
    arguments: {},
    options: { by: date('--by', 'by when') },
    examples: [],
  } as const;

  it('does not compile', async () => {
    const user = new InProcessUser();
    const { typed, run } = await user.type({ ...list, ...declaration }, '--by friday');
    const { options } = readCall(declaration, typed, run);
    expect(options.by).toEqual(new DatePhrase('friday'));
    // @ts-expect-error
    expect(options.bye).toBeUndefined();
    // @ts-expect-error
    await expect(told.parse({ args: { client: ['Joe'], txt: ['hello'] } }, run)).rejects.toThrow();
  });
});

describe('an option given twice', () => {
  it.each([
    'add Report --for Joe --for Dana',
    'add Report -c Joe --for Dana',
    'add Report --by friday --by monday',
    'list --sort date --sort client',
    'client joe --zone Europe/London --zone Asia/Tokyo',
    '--db one.db --db two.db list',
  ])('is refused: %s', async (line) => {
    const { exitCode, stderr, stdout } = await new InProcessUser().run(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Option '.*' is given twice\.\nIt takes one value: leave one of them out\.\n$/);
    const json = await new InProcessUser().run(`${line} --json`);
    expect(JSON.parse(json.stderr)).toMatchObject({ error: { code: 'repeated-option' } });
  });

  it('is collected if it takes several values', async () => {
    const user = await new InProcessUser().given('told Joe hello');
    await user.given('client joe --remember this --remember that --person Ana --person "Bo <bo@joe.com>"');
    expect(await user.json('client joe')).toMatchObject({
      facts: [{ text: 'this' }, { text: 'that' }],
      people: [{ name: 'Ana' }, { name: 'Bo', email: 'bo@joe.com' }],
    });
    await user.given('client joe --set update.every=daily --set dates.order=dmy chase.after="2 days"');
    expect(await user.json('client joe')).toMatchObject({
      settings: { 'update.every': 'daily', 'dates.order': 'dmy', 'chase.after': '2 days' },
    });
  });

  it('means the same as once if it takes none', async () => {
    expect(await new InProcessUser().run('list --all --all --json --json')).toMatchObject({
      exitCode: 0,
      stdout: '[]\n',
    });
  });
});
