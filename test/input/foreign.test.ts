import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { readCsv } from '../../src/input/foreign/csv.ts';
import { FORMATS, recogniseFormat } from '../../src/input/foreign/format.ts';
import { type ForeignFile, type ForeignItem, kindNamed } from '../../src/input/foreign/item.ts';
import { readTaskwarrior } from '../../src/input/foreign/taskwarrior.ts';
import { readTodoTxt } from '../../src/input/foreign/todo-txt.ts';
import { CSV, TASKWARRIOR, TODO_TXT } from '../support/foreign.ts';
import { anyReading, readingAt } from '../support/words.ts';

const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');

function found(file: ForeignFile | Refusal): ForeignFile {
  if (file instanceof Refusal) throw file;
  return file;
}

const taskwarrior = async (text: string) => found(await readTaskwarrior(text, READING));
const task = async (fields: object) =>
  taskwarrior(JSON.stringify([{ description: 'Report', uuid: 'u1', status: 'pending', ...fields }]));
const todo = async (line: string) => {
  const { items, rejects } = await readTodoTxt(line, READING);
  if (rejects[0]) throw rejects[0].refusal;
  return items[0] as ForeignItem;
};
const csv = async (text: string, reading = READING) => {
  const file = found(await readCsv(text, reading));
  return { ...file, unusedColumns: file.unkept?.map(({ name }) => name) };
};

describe('the format of a file', () => {
  it.each([
    ['journal', '{"format":"followup-journal","version":1,"operations":[\n\n]}\n', 'x.json'],
    ['taskwarrior', TASKWARRIOR, 'x.json'],
    ['taskwarrior', TASKWARRIOR, '-'],
    ['taskwarrior', '[\n]\n', '-'],
    ['taskwarrior', '{"id":1,"description":"Report"}\n{"id":2,"description":"Slides"}', '-'],
    ['todo.txt', TODO_TXT, '-'],
    ['todo.txt', 'Report', 'todo.txt'],
    ['todo.txt', '(B) Report', '-'],
    ['todo.txt', '[x] Report @joe', '-'],
    ['csv', CSV, '-'],
    ['csv', '\ufeff"Title","Client"\nReport,Joe', '-'],
    ['csv', 'what\tby\nReport\tfriday', '-'],
    ['csv', 'Colour,Size\nred,2', 'stock.CSV'],
  ])('is %s', (format, text, file) => {
    expect(recogniseFormat(text, file)).toBe(format);
  });
  it.each([
    ['format-unknown', 'Dear diary'],
    ['format-unknown', 'Colour,Size\nred,2'],
    ['nothing-in-it', ' \n'],
    ['other-json', '{}'],
    ['other-json', '[1, 2, 3]'],
    ['other-json', '{"colour": "red"}'],
    ['broken-json', '[{"title": "Report"'],
    ['broken-json', '{"title": "Report",\n"due": friday}'],
    [
      'own-json',
      '[{"id": 1, "uid": "u", "kind": "request", "title": "Report", "ball": "me", "inWriting": null}]',
    ],
    ['own-json', '{"now": "2026-03-02T09:30:00+01:00", "attention": [], "questions": []}'],
  ])('is not guessed: %s', (code, text) => {
    expect(recogniseFormat(text, '-')).toMatchObject({ code });
  });
});

describe('a word for a kind', () => {
  it.each([
    ['promise', 'promise', 'Promise', 'PROMISED', 'promises'],
    ['awaiting', 'awaiting', 'waiting-for', 'waiting_for', 'Waiting for', 'waiting', 'delegated', 'await'],
    ['request', 'request', 'Asked'],
    [undefined, '', 'home', 'next', 'bug', 'compromise'],
  ])('is %s', (kind, ...words) => {
    for (const word of words) expect(kindNamed(word ?? ''), word).toBe(kind);
  });
});

describe('Taskwarrior', () => {
  it('is read as it was meant', async () => {
    const { items, rejects, templates } = await taskwarrior(TASKWARRIOR);
    expect(items).toHaveLength(13);
    expect(templates).toBe(1);
    expect(rejects).toMatchObject([
      { line: 16, title: 'Entered on no day', refusal: { code: 'date-not-understood' } },
    ]);
    expect(items[0]).toEqual({
      line: 2,
      source: 'taskwarrior:00000000-0000-4000-8000-000000000001',
      title: 'Call the auditors',
      kind: undefined,
      client: 'Acme Corp',
      who: undefined,
      project: 'Audit.2026',
      // A day is written as the midnight at which it begins.
      due: { at: '2026-03-06T16:00:00.000Z', zone: 'Europe/Berlin', grain: 'day' },
      estimate: undefined,
      enteredAt: '2026-02-20T09:15:00.000Z',
      notes: [
        { at: '2026-02-21T10:00:00.000Z', text: 'they want the figures of 2024 too' },
        { at: '2026-02-24T15:45:00.000Z', text: 'https://example.com/audit' },
      ],
      hiddenUntil: undefined,
      end: undefined,
    });
    expect(items[1]).toMatchObject({
      client: 'Globex',
      project: undefined,
      due: { at: '2026-03-06T16:00:00.000Z', grain: 'time' },
      estimate: { hours: 3 },
    });
    expect(items[2]).toMatchObject({ kind: 'promise', client: 'Joe', project: 'Workshop.May' });
    expect(items[3]).toMatchObject({ kind: 'awaiting', client: 'Globex' });
    expect(items[5]).toMatchObject({ hiddenUntil: { at: '2026-03-20T16:00:00.000Z', grain: 'day' } });
    expect(items.flatMap(({ end }) => (end ? [end] : []))).toEqual([
      { how: 'done', at: '2026-02-18T15:00:00.000Z' },
      { how: 'done', at: '2026-02-18T15:00:00.000Z' },
      { how: 'deleted', at: '2026-02-17T15:00:00.000Z' },
    ]);
  });
  it('may be an object a line, with commas or without', async () => {
    const lines = [
      '{"description":"Report","uuid":"u1"},',
      '',
      '{"description":"Slides","uuid":"u2"}',
      '{"desc',
    ];
    const { items, rejects } = await taskwarrior(lines.join('\n'));
    expect(items.map(({ line, title }) => `${line} ${title}`)).toEqual(['1 Report', '3 Slides']);
    expect(rejects).toMatchObject([{ line: 4, refusal: { code: 'not-a-task' } }]);
  });
  it('has attributes that users have defined', async () => {
    const { items } = await task({
      kind: 'awaiting',
      client: 'Acme',
      who: 'Dana',
      project: 'Web',
      estimate: 1.5,
    });
    expect(items[0]).toMatchObject({
      kind: 'awaiting',
      client: 'Acme',
      who: 'Dana',
      project: 'Web',
      estimate: { hours: 1.5 },
    });
    expect((await task({ estimate: '2-3h' })).items[0]).toMatchObject({ estimate: { range: [2, 3] } });
    expect((await task({ tags: 'next,promise' })).items[0]).toMatchObject({ kind: 'promise' });
  });
  it('is rejected task by task', async () => {
    const codes = async (fields: object) => (await task(fields)).rejects.map(({ refusal }) => refusal.code);
    expect(await codes({ description: 7 })).toEqual(['not-a-task']);
    expect(await codes({ due: 'friday' })).toEqual(['date-not-understood']);
    expect(await codes({ due: '20260306T250000Z' })).toEqual(['date-not-understood']);
    expect(await codes({ estimate: 'some' })).toEqual(['duration-not-understood']);
    expect((await taskwarrior('[1, null, {"description":"Report"}]')).rejects).toHaveLength(2);
  });
  it('refuses other JSON and other text', async () => {
    for (const text of ['', 'Dear diary', '{"half":']) {
      expect(await readTaskwarrior(text, READING), text).toMatchObject({ code: 'not-an-export' });
    }
  });
});

describe('todo.txt', () => {
  it('is read line by line', async () => {
    const { items, rejects } = await readTodoTxt(TODO_TXT, READING);
    expect(items.map(({ line, title, client }) => `${line} ${title} ${client ?? '-'}`)).toEqual([
      '1 Call the auditors acme corp',
      '2 Send the offer globex',
      '3 Tidy the desk -',
      '4 Logins for the server dana',
      '6 Send the notes joe',
      '7 Send the plan joe',
      '8 Review the contract globex',
      '9 Was due in February -',
      '11 Due before it was entered -',
      '12 Tidy the desk -',
      '13 Write to joe@example.com: 1+1 is 2 -',
    ]);
    expect(rejects).toMatchObject([{ line: 10, refusal: { code: 'date-vague' } }]);
    expect(items[0]).toMatchObject({
      project: 'audit',
      due: { at: '2026-03-06T16:00:00.000Z', grain: 'day' },
      estimate: { hours: 2 },
      // A day counts from its beginning.
      enteredAt: '2026-02-19T23:00:00.000Z',
    });
    expect(items[1]).toMatchObject({ end: { how: 'done', at: '2026-02-25T16:00:00.000Z' } });
    expect(items.map(({ kind }) => kind ?? '-').join(' ')).toBe('- - - awaiting promise promise - - - - -');
    expect(items[6]).toMatchObject({ hiddenUntil: { at: '2026-03-10T16:00:00.000Z', grain: 'day' } });
  });
  it('recognises a completed line, and keeps two equal lines apart', async () => {
    const open = await todo('(A) 2026-02-18 Send the offer @globex');
    const done = await todo('x 2026-02-25 2026-02-18 Send the offer @globex pri:A');
    expect(done.source).toBe(open.source);
    expect(done.end).toMatchObject({ how: 'done' });
    const { items } = await readTodoTxt('Tidy\nTidy\nTidy up', READING);
    expect(new Set(items.map(({ source }) => source)).size).toBe(3);
  });
  it('reads only words with a meaning', async () => {
    expect(await todo('xylophone lesson')).toMatchObject({ title: 'xylophone lesson', end: undefined });
    expect(await todo('Report at https://x.org/a?b=c+d due:2026-03-05')).toMatchObject({
      title: 'Report at https://x.org/a?b=c+d',
    });
    expect(await todo('Report @joe, @ann +web +next')).toMatchObject({
      client: 'joe',
      project: 'web',
      title: 'Report @ann +next',
    });
    await expect(todo('@joe +web')).rejects.toMatchObject({ code: 'text-missing' });
  });
});

describe('CSV', () => {
  it('is read by its columns', async () => {
    const { items, rejects } = await csv(CSV);
    expect(items.map(({ line, title }) => `${line} ${title}`)).toEqual([
      '2 Quarterly report',
      '4 Send the notes',
      '5 The figures; all of them',
      '6 A bug',
      '10 Send the offer',
      '11 A bad idea',
    ]);
    expect(rejects.map(({ line, refusal }) => `${line} ${refusal.code}`)).toEqual([
      '7 text-missing',
      '8 date-vague',
      '9 duration-not-understood',
    ]);
    expect(items[0]).toMatchObject({
      client: 'Acme Corp',
      kind: 'request',
      due: { at: '2026-03-06T16:00:00.000Z' },
      estimate: { hours: 3 },
      notes: [{ text: 'Two lines\nof notes' }],
      enteredAt: '2026-02-22T23:00:00.000Z',
      end: undefined,
    });
    expect(items[2]).toMatchObject({
      kind: 'awaiting',
      who: 'Dana',
      due: { at: '2026-03-09T16:00:00.000Z' },
    });
    expect(items.map(({ end }) => end?.how ?? '-')).toEqual(['-', '-', '-', '-', 'done', 'deleted']);
  });
  it('reads dates in the order that is set, and those of other programs', async () => {
    const due = async (text: string, order: 'mdy' | 'dmy' = 'dmy') =>
      (await csv(`title,due\nReport,${text}`, { ...READING, dateOrder: order })).items[0]?.due?.at;
    expect(await due('5/6/2026')).toBe('2026-06-05T15:00:00.000Z');
    expect(await due('5/6/2026', 'mdy')).toBe('2026-05-06T15:00:00.000Z');
    expect(await due('2026-03-05')).toBe('2026-03-05T16:00:00.000Z');
    expect(await due('20260305T140000Z')).toBe('2026-03-05T14:00:00.000Z');
    expect(await due('n/a')).toBeUndefined();
  });
  it('accepts the column names that people use', async () => {
    const row = async (header: string, cells: string) => (await csv(`${header}\n${cells}`)).items[0];
    expect(await row('What,For,By', 'Report,Joe,6.3.2026')).toMatchObject({ title: 'Report', client: 'Joe' });
    expect(await row('Task Description|Task|Deadline', 'x|Report|6.3.2026')).toMatchObject({
      title: 'Report',
    });
    expect(await row('description,company', 'Report,Acme')).toMatchObject({ title: 'Report', notes: [] });
    expect(await row('summary,description', 'Report,in colour')).toMatchObject({
      title: 'Report',
      notes: [{ text: 'in colour' }],
    });
    expect(await row('title,hours', 'Report,"1,5"')).toMatchObject({ estimate: { hours: 1.5 } });
    expect(await row('title,done', 'Report,1.3.2026')).toMatchObject({
      end: { how: 'done', at: '2026-03-01T16:00:00.000Z' },
    });
  });
  it.each([
    ['When', 'due'],
    ['until', 'due'],
    ['Needed', 'due'],
    ['needed_by', 'due'],
    ['promised', 'due'],
    ['Promised by', 'due'],
  ])('calls a date %s', async (name) => {
    const dueOf = async (cell: string) => csv(`title,${name}\nReport,${cell}`);
    expect(await dueOf('6.3.2026')).toMatchObject({
      items: [{ due: { at: '2026-03-06T16:00:00.000Z' } }],
      unusedColumns: [],
    });
    // A word that is not a date may be about something else.
    expect(await dueOf('Dana')).toMatchObject({ items: [{ due: undefined }], unusedColumns: [name] });
    // And so may a second date.
    expect(await csv(`title,${name},due\nReport,1.3.2026,6.3.2026`)).toMatchObject({
      items: [{ due: { at: '2026-03-06T16:00:00.000Z' } }],
      unusedColumns: [name],
    });
  });
  it('accepts "whom" and "to" for a client', async () => {
    expect(await csv('what,to whom,to\nReport,Ann,Joe')).toMatchObject({
      items: [{ client: 'Joe' }],
      unusedColumns: ['to whom'],
    });
    expect(await csv('what,whom\nReport,Joe')).toMatchObject({ items: [{ client: 'Joe' }] });
    expect(await csv('what,to\nReport,6.3.2026')).toMatchObject({
      items: [{ client: undefined }],
      unusedColumns: ['to'],
    });
  });
  it('reports unused columns and unknown kinds', async () => {
    const file = await csv(
      'Title,Priority,Kind,Empty,Owner\nReport,high,wish,,Dana\nSlides,,-,n/a,\nNotes,,promise,,,more',
    );
    expect(file).toMatchObject({ unusedColumns: ['Priority', 'number 6'], whoColumn: 'Owner' });
    expect(file.items.map(({ kind, unknownKind }) => kind ?? unknownKind)).toEqual([
      'wish',
      undefined,
      'promise',
    ]);
  });
  it('counts its lines as an editor does', async () => {
    const rows = ['title,notes', 'A,"two', 'lines"', '', 'B,"""x"""', '"C', '",', 'D,', ''];
    for (const end of ['\n', '\r\n', '\r']) {
      const { items } = await csv(rows.join(end));
      expect(items.map(({ line, title }) => `${line} ${title.trim()}`)).toEqual(['2 A', '5 B', '6 C', '8 D']);
    }
  });
  it('says where a quote begins that is not closed', async () => {
    const broken = async (...lines: string[]) =>
      ((await readCsv(lines.join('\r\n'), READING)) as Refusal).message;
    const never = 'A cell in line 5 begins with a quote that is never closed.';
    expect(await broken('title,due', '"two', 'lines",', '', '"A,friday', 'B,', 'C,')).toBe(never);
    expect(await broken('title,due', '"t\u00e4o', 'lines",', '"A', 'B","friday', 'C,', '')).toBe(never);
    expect(await broken('title,due', 'A,"friday', 'B,"monday"')).toBe(
      'A cell in line 2 begins with a quote, and there is more after the closing quote.',
    );
  });
  it('recognises a row by its id, or by its whole content', async () => {
    const sources = async (text: string) => (await csv(text)).items.map(({ source }) => source);
    const [first] = await sources('id,title\n7,Report');
    expect(await sources('id,title\n8,Slides\n7,Report for Joe')).toContain(first);
    expect(await sources('ticket,title\n7,Report')).not.toContain(first);
    const [second] = await sources('title,client\nReport,Joe');
    expect(await sources('title,client\nReport,Ann')).not.toContain(second);
  });
  it('needs a column for the title', async () => {
    expect(await readCsv('Colour,Size\nred,2', READING)).toMatchObject({
      code: 'no-title-column',
      message: expect.stringContaining('Colour, Size'),
      hint: expect.stringContaining('--map title=HEADING'),
      details: expect.arrayContaining([
        '  title: what, subject, summary, task name, card name, task title',
        '  client: customer, company, account, for, whom, to',
      ]),
    });
    expect(await readCsv('', READING)).toMatchObject({ code: 'no-title-column' });
    expect(await readCsv('title\n"never closed', READING)).toMatchObject({ code: 'not-a-table' });
  });
});

describe('a date without a year', () => {
  /** The days on which something is due, imported on 5 March 2026. */
  const dues = async (header: string, cells: string, order: 'mdy' | 'dmy' = 'mdy') => {
    const { items, rejects } = await csv(
      `${header}\nReport,${cells}`,
      readingAt('2026-03-05T10:00Z', 'UTC', order),
    );
    return items[0]?.due?.at.slice(0, 10) ?? rejects[0]?.refusal.code;
  };

  it.each([
    ['Feb 13', '2026-02-13'],
    ['27 Feb', '2026-02-27'],
    ['2/27', '2026-02-27'],
    ['by 2/27', '2026-02-27'],
    ['2/27 9:30', '2026-02-27'],
    ['Fri 27 Feb', '2026-02-27'],
    ['2 weeks after 13 feb', '2026-02-27'],
    ['Christmas', '2025-12-25'],
    ['end of february', '2026-02-28'],
    ['March', '2026-03-01'],
    ['Sep 3', '2026-09-03'],
    ['Sep 7', '2025-09-07'],
    // A day that has not passed before noon has not passed at noon.
    ['Mar 5', '2026-03-05'],
    ['5 Mar 9:00', '2026-03-05'],
    // The weekday shows which year it is.
    ['Fri 26 Feb', '2027-02-26'],
    ['Thu 27 Feb', '2025-02-27'],
  ])('is the nearest: %s', async (text, day) => {
    expect(await dues('title,due', text)).toBe(day);
  });
  it.each([
    ['27 Feb 2027', '2027-02-27'],
    ['2/27/2027', '2027-02-27'],
    ['2027-02-27', '2027-02-27'],
    ['friday', '2026-03-06'],
    ['tomorrow', '2026-03-06'],
    ['in 1/2 day', '2026-03-05'],
    ['3 weeks', '2026-03-26'],
    ['the 4th', '2026-04-04'],
    ['end of month', '2026-03-31'],
  ])('is no other that is said: %s', async (text, day) => {
    expect(await dues('title,due', text)).toBe(day);
  });
  it('is the one nearest to when it was entered', async () => {
    expect(await dues('title,due,created', 'Feb 13,2025-01-20')).toBe('2025-02-13');
    expect(await dues('title,due,created', 'Jan 5,2024-12-20')).toBe('2025-01-05');
    expect(await dues('title,due,created', '5/1,20/12/2024', 'dmy')).toBe('2025-01-05');
    // When it was entered has passed, and so has when it was done.
    const { items } = await csv('title,created,finished\nReport,27 Feb,1 Mar');
    expect(items[0]).toMatchObject({ enteredAt: '2026-02-26T23:00:00.000Z' });
    expect(items[0]?.end?.at).toMatch(/^2026-03-01/);
  });
  it('is the same in a todo.txt', async () => {
    const due = async (line: string) => (await todo(line)).due?.at.slice(0, 10);
    expect(await due('Report due:13feb')).toBe('2026-02-13');
    expect(await due('Report due:27/2')).toBe('2026-02-27');
    expect(await due('2025-01-20 Report due:13-feb')).toBe('2025-02-13');
    expect(await due('Report due:friday')).toBe('2026-03-06');
    expect((await todo('Report t:27/2')).hiddenUntil?.at).toMatch(/^2026-02-27/);
  });
});

describe('the order of day and month', () => {
  const read = async (dates: readonly string[], order: 'mdy' | 'dmy' = 'mdy') => {
    const { items, rejects } = await csv(['title,due', ...dates.map((date) => `Report,${date}`)].join('\n'), {
      ...READING,
      dateOrder: order,
    });
    const days = items.map(({ line, due }) => `${line} ${due?.at.slice(0, 10)}`);
    return [...days, ...rejects.map(({ line, refusal }) => `${line} ${refusal.code}`)].sort();
  };

  it('is that of the whole file', async () => {
    const dayFirst = ['2 2026-02-13', '3 2026-02-05', '4 2026-05-06'];
    expect(await read(['13/02/2026', '05/02/2026', '6.5.2026'])).toEqual(dayFirst);
    expect(await read(['13/02/2026', '05-02-2026 10:00', '6.5.2026'])).toEqual(dayFirst);
    expect(await read(['02/13/2026', '05/02/26'], 'dmy')).toEqual(['2 2026-02-13', '3 2026-05-02']);
    expect(await read(['2/27', '5/2'], 'dmy')).toEqual(['2 2026-02-27', '3 2026-05-02']);
  });
  it('is that of the user if the file does not say', async () => {
    expect(await read(['05/02/2026', '2026-02-13'])).toEqual(['2 2026-05-02', '3 2026-02-13']);
    expect(await read(['05/02/2026', '13.2.2026'], 'dmy')).toEqual(['2 2026-02-05', '3 2026-02-13']);
  });
  it('rejects what does not fit it if the rows contradict each other', async () => {
    const dates = ['13/02/2026', '02/14/2026', '05/02/2026', '31/31/2026', 'friday'];
    expect(await read(dates)).toEqual([
      '2 date-order',
      '3 2026-02-14',
      '4 2026-05-02',
      '5 date-impossible',
      '6 2026-03-06',
    ]);
    expect((await read(dates, 'dmy')).slice(0, 3)).toEqual(['2 2026-02-13', '3 date-order', '4 2026-02-05']);
    const { rejects } = await csv('title,due\nA,13/02/2026\nB,02/14/2026');
    expect(rejects[0]?.refusal.message).toBe(
      '"02/14/2026" can only be read month first, but other rows only day first, which is what dates.order says.',
    );
  });
  it('is taken from every column with dates', async () => {
    const { items } = await csv('title,due,created,done\nA,05/02/2026,01/13/2026,\nB,,,02/03/2026');
    expect(items[0]).toMatchObject({ due: { at: '2026-05-02T15:00:00.000Z' } });
    expect(items[1]).toMatchObject({ end: { at: '2026-02-03T16:00:00.000Z' } });
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'title',
      'due',
      ',',
      ';',
      '\n',
      '\r\n',
      '"',
      '@joe',
      '+web',
      'due:',
      't:9',
      'est:1h',
      'x ',
    ),
    fc.constantFrom(
      '2026-03-05',
      '99999999',
      'friday',
      '(A) ',
      '{',
      '}',
      '[',
      '\ufeff',
      '\u0000',
      '1/2/2026',
    ),
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.array(piece).map((pieces) => `title,due,client,hours,created,done\n${pieces.join('')}`),
    fc.json(),
    fc
      .array(
        fc.record(
          {
            description: fc.oneof(fc.string(), fc.jsonValue()),
            status: fc.constantFrom('pending', 'completed', 'deleted', 'waiting', 'recurring', 'x'),
            due: fc.oneof(fc.string(), fc.constantFrom('20260305T140000Z', '00000000T000000Z')),
            entry: fc.oneof(fc.jsonValue(), fc.constant('20260305T140000Z')),
            tags: fc.jsonValue(),
            annotations: fc.jsonValue(),
            estimate: fc.jsonValue(),
            project: fc.string(),
          },
          { requiredKeys: ['description'] },
        ),
      )
      .map((tasks) => JSON.stringify(tasks)),
  );

  it('is read or refused, and never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyReading, async (text, reading) => {
        const format = recogniseFormat(text, '-');
        expect(format instanceof Refusal || FORMATS.includes(format)).toBe(true);
        const files = [
          await readTaskwarrior(text, reading),
          await readTodoTxt(text, reading),
          await readCsv(text, reading),
        ];
        for (const file of files) {
          if (file instanceof Refusal) continue;
          for (const { source, line, title, due } of file.items) {
            expect(typeof title).toBe('string');
            expect(source).not.toBe('');
            expect(line).toBeGreaterThan(0);
            if (due) expect(due.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
