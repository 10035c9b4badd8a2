import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

const FIELDS = [
  'id',
  'uid',
  'kind',
  'title',
  'client',
  'who',
  'project',
  'state',
  'ball',
  'wantedBy',
  'offered',
  'due',
  'target',
  'nextUpdate',
  'cadence',
  'estimateHours',
  'spentHours',
  'spentMoney',
  'inWriting',
  'scope',
  'price',
  'approvedBy',
  'extraTo',
  'topic',
  'overdue',
  'createdAt',
  'closedAt',
  'snoozedUntil',
  'blocks',
  'chance',
  'rightWhen',
  'complaint',
  'belongsTo',
  'standing',
  'occurrence',
  'missExplained',
  'askedBy',
  'people',
  'lateOfTheirs',
  'workingDaysLate',
  'holdsUp',
  'reviewUntil',
  'acceptedBySilence',
  'evidence',
  'late',
  'replyOrder',
  'restOf',
];

type Json = Record<string, unknown>;

describe.concurrent('JSON', () => {
  it('has exactly these fields in a commitment, whatever its kind', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report -c Joe -e 2h -p portal',
      'promise Notes -c Joe -b friday',
      'await Figures -c Dana -b friday --for Joe --blocks 1',
      'heard Mark "is it ready?" --needs-reply',
    );
    const all = await user.json<Json[]>('list');
    expect(all).toHaveLength(4);
    for (const commitment of all) expect(Object.keys(commitment)).toEqual(FIELDS);
    expect(all.find(({ id }) => id === 3)).toMatchObject({
      kind: 'awaiting',
      client: 'Joe',
      who: 'Dana',
      blocks: 1,
      ball: 'them',
    });
    expect(all.find(({ id }) => id === 1)).toMatchObject({
      estimateHours: 2,
      project: 'portal',
      scope: 'in',
    });
  });

  it('is an array when several numbers or a range were written, else an object', async ({ expect }) => {
    const user = await newUser();
    await user.given('add One -c Joe', 'add Two -c Joe', 'add Three -c Joe');
    for (const [words, isArray] of [
      ['1', false],
      ['.', false],
      ['1 2', true],
      ['1,2', true],
      ['1-3', true],
      ['2-2', true],
    ] as const) {
      for (const verb of ['show', 'spend', 'confirm']) {
        if (verb === 'confirm' || (verb === 'spend' && words.includes(' '))) continue;
        const result = await user.json<Json | Json[]>(`${verb} ${words}${verb === 'spend' ? ' 1h' : ''}`);
        expect(Array.isArray(result), `${verb} ${words}`).toBe(isArray);
      }
    }
    expect(await user.json('done 1-2')).toMatchObject([{ id: 1 }, { id: 2 }]);
    expect(await user.json('done 3')).toMatchObject({ id: 3, state: 'done' });
  });

  it('gives instants with the offset that the zone of the user has then', async ({ expect }) => {
    const berlin = await newUser();
    const summer = await berlin.json('add Report -c Joe --by "30 mar 3pm"');
    expect(summer).toMatchObject({
      createdAt: '2026-03-02T09:30:00+01:00',
      wantedBy: '2026-03-30T15:00:00+02:00',
    });
    const kolkata = await newUser({ zone: 'Asia/Kolkata' });
    expect(await kolkata.json('add Report -c Joe --by friday')).toMatchObject({
      wantedBy: '2026-03-06T17:00:00+05:30',
    });
    const utc = await newUser({ zone: 'UTC' });
    expect(await utc.json('add Report -c Joe --by friday')).toMatchObject({
      wantedBy: '2026-03-06T17:00:00+00:00',
    });
    const newYork = await newUser({ zone: 'America/New_York', now: '2026-03-02T15:30:00Z' });
    expect(await newYork.json('today')).toMatchObject({ now: '2026-03-02T10:30:00-05:00' });
  });

  it('gives contacts', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const contact = await user.json('heard Joe "is it ready?" --via phone --about 1 --needs-reply');
    expect(Object.keys(contact)).toEqual([
      'uid',
      'client',
      'direction',
      'channel',
      'at',
      'text',
      'about',
      'opened',
      'joined',
      'messageId',
      'subject',
      'quoted',
    ]);
    expect(contact).toMatchObject({ client: 'Joe', direction: 'in', channel: 'phone', about: 1, opened: 2 });
    const { contacts } = await user.json<{ contacts: Json[] }>('client joe');
    expect(contacts).toEqual([contact]);
  });

  it('gives attention lines in overdue, as in today', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe --agreed "tue 3pm" -w', 'heard Mark "is it ready?" --needs-reply');
    user.at('2026-03-04T08:55');
    const lines = await user.json<Json[]>('overdue');
    const { attention, questions } = await user.json<{ attention: Json[]; questions: Json[] }>('today');
    expect(lines).toEqual(attention.filter(({ severity }) => severity === 'overdue'));
    expect(lines).toMatchObject([
      { reason: 'reply', id: 2, command: 'followup answer 2 TEXT', needs: ['TEXT'] },
      {
        reason: 'delivery',
        id: 1,
        command: 'followup offer 1 DATE --because TEXT',
        needs: ['DATE', 'TEXT'],
        due: '2026-03-03T15:00:00+01:00',
      },
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual([
        'severity',
        'reason',
        'id',
        'client',
        'title',
        'due',
        'since',
        'message',
        'command',
        'needs',
        'draft',
        'ball',
        'withThem',
      ]);
    }
    expect(questions.map(({ number, question }) => `${number} ${question}`)).toEqual([
      '1 Is your client happy?',
      '2 Is your work correct?',
      '3 Is it on time?',
      '4 Is it on budget?',
    ]);
    for (const question of questions) {
      expect(Object.keys(question)).toEqual(['number', 'question', 'evidence', 'answered']);
    }
  });

  it('gives a command that settles the line when its words are filled in', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report -c "O\'Hara & Sons" --agreed "wed 3pm"',
      'heard "O\'Hara & Sons" "is it ready?" --needs-reply --by "wed 3pm"',
      'add Other -c "O\'Hara & Sons"',
    );
    user.at('2026-03-04T08:55');
    for (let rounds = 0; rounds < 6; rounds++) {
      const { attention } = await user.json<{ attention: Json[] }>('today');
      const [line] = attention;
      if (!line) break;
      const command = String(line.command)
        .replace(/^followup /, '')
        .replace('TEXT', 'hello')
        .replace('DATE', '"16 mar"');
      const { exitCode, stderr } = await user.run(command);
      expect({ exitCode, stderr }, command).toEqual({ exitCode: 0, stderr: '' });
      const after = await user.json<{ attention: Json[] }>('today');
      expect(after.attention.map(({ reason, id }) => `${reason} ${id}`)).not.toContain(
        `${line.reason} ${line.id}`,
      );
    }
    expect(await user.json('overdue')).toEqual([]);
  });

  it('names the events of a commitment in order, those that were undone too', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report -c Joe',
      'offer 1 friday',
      'counter 1 --because "board meeting"',
      'agree 1 thursday',
      'confirm 1',
      'move 1 "16 mar" --because late',
      'update 1 "half way"',
      'spend 1 2h',
      'note 1 hello',
      'undo',
      'edit 1 --title Reports',
      'snooze 1 tomorrow',
      'done 1',
      'accept 1',
      'reopen 1',
      'drop 1 --because "no budget"',
      'promise Notes -c Joe -b friday',
      'done 2',
      'await Figures -c Dana -b friday',
      'done 3',
      'heard Mark "is it ready?" --needs-reply',
      'answer 4 yes',
    );
    const typesOf = async (id: number) =>
      (await user.json<Json[]>(`history ${id}`))
        .map(({ type }) => type)
        .filter((type) => type !== 'NumberGiven');
    expect(await typesOf(1)).toEqual([
      'RequestRecorded',
      'DateOffered',
      'DateRejected',
      'DateAgreed',
      'PutInWriting',
      'DateMoved',
      'UpdateGiven',
      'EffortSpent',
      'NoteAdded',
      'DetailsChanged',
      'Snoozed',
      'Delivered',
      'Accepted',
      'Reopened',
      'Dropped',
    ]);
    expect(await typesOf(2)).toEqual(['PromiseMade', 'PromiseKept']);
    expect(await typesOf(3)).toEqual(['PromiseAwaited', 'AwaitedReceived']);
    expect(await typesOf(4)).toEqual(['ReplyOwed', 'ReplyGiven']);
    const events = await user.json<Json[]>('history 1');
    for (const event of events) {
      expect(Object.keys(event)).toEqual(['at', 'type', 'summary', 'operation', 'undone']);
      expect(event.undone).toBe(event.type === 'NoteAdded');
      expect(event.at).toMatch(/^2026-03-02T09:30:00\+01:00$/);
    }
  });

  it('gives operations for undo, redo and bare history', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe', 'note 1 hello', 'note 1 again');
    const undone = await user.json<Json[]>('undo 2');
    expect(undone).toMatchObject([
      { verb: 'note', ids: [1], summary: 'Report: Note: again', undone: true },
      { verb: 'note', ids: [1], summary: 'Report: Note: hello', undone: true },
    ]);
    const redone = await user.json<Json[]>('redo');
    expect(redone).toMatchObject([{ verb: 'note', summary: 'Report: Note: hello', undone: false }]);
    const operations = await user.json<Json[]>('history');
    expect(operations.map(({ verb }) => verb)).toEqual(['redo', 'undo', 'undo', 'note', 'note', 'add']);
    for (const operation of operations) expect(Object.keys(operation)).toEqual(Object.keys(undone[0] ?? {}));
  });

  it('is understood by every command', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    for (const line of ['config', 'config work.days', 'doctor', 'client', 'list', 'overdue', 'when friday']) {
      expect(await user.json(line), line).toBeTruthy();
    }
    const exported = await user.json('export');
    expect(exported).toMatchObject({ format: 'followup-journal', operations: [{ verb: 'add' }] });
    const other = await newUser();
    expect(await other.json('import -', { stdin: JSON.stringify(exported) })).toMatchObject({
      operations: 1,
    });
    expect(await other.json('list')).toEqual(await user.json('list'));
  });
});
