import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { readCsv } from '../../../src/input/foreign/csv.ts';
import { readingAt } from '../../support/words.ts';

const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');

async function read(...lines: readonly string[]) {
  const file = await readCsv(lines.join('\n'), READING);
  if (file instanceof Refusal) throw file;
  return file;
}

/** Each item as its title, and its notes after a bar. */
const titlesOf = async (...lines: readonly string[]) =>
  (await read(...lines)).items.map(({ title, notes }) =>
    [title, ...notes.map(({ text }) => text)].join(' | '),
  );

describe('the title of a row', () => {
  it.each([
    ['Name,Description', 'Report,in colour', 'Report | in colour'],
    ['Description,Name', 'in colour,Report', 'Report | in colour'],
    ['Content,Description', 'Report,in colour', 'Report | in colour'],
    ['Card Name,Card Description', 'Report,in colour', 'Report | in colour'],
    ['Task Name,Task Content', 'Report,in colour', 'Report | in colour'],
    ['Description,Summary', 'in colour,Report', 'Report | in colour'],
    ['Description,Subject', 'in colour,Report', 'Report | in colour'],
    ['Name,Task', 'Dana,Report', 'Report'],
    ['Beschreibung;Betreff', 'in Farbe;Bericht', 'Bericht | in Farbe'],
    ['Name;Aufgabe', 'Dana;Bericht', 'Bericht'],
    ['Nom;Description', 'Rapport;en couleur', 'Rapport | en couleur'],
    ['Nombre;Descripción', 'Informe;en color', 'Informe | en color'],
    ['Title,Name,Description', ',Report,in colour', 'Report | in colour'],
    ['Title,Summary,Description', ',,Report', 'Report'],
    ['Title,Title', ',Report', 'Report'],
    ['description,company', 'Report,Acme', 'Report'],
    ['Title,Summary', 'Report,in colour', 'Report | in colour'],
  ])('%s: %s', async (headings, row, item) => {
    expect(await titlesOf(headings, row)).toEqual([item]);
  });
  it('is looked for in one row after the other', async () => {
    expect(await titlesOf('Title,Name,Description', 'A,B,C', ',D,E', ',,F')).toEqual(['A | C', 'D | E', 'F']);
    expect((await read('Title,Name,Client', 'A,,Joe', ',B,Joe')).unkept).toEqual([]);
    expect((await read('Title,Name,Client', 'A,Dana,Joe')).unkept).toEqual([{ name: 'Name', lines: [2] }]);
  });
});

describe('a column of which there are several', () => {
  it('is the first with anything in it', async () => {
    const due = async (headings: string, ...rows: readonly string[]) =>
      (await read(headings, ...rows)).items.map(({ due: date }) => date?.at.slice(0, 10));
    expect(await due('title,due,due date', 'A,,2026-03-09', 'B,2026-03-10,2026-03-11')).toEqual([
      '2026-03-09',
      '2026-03-10',
    ]);
    // A date beside a due date is another date, also where there is no due date.
    expect(await due('title,date,due', 'A,2026-03-01,2026-03-09', 'B,2026-03-01,')).toEqual([
      '2026-03-09',
      undefined,
    ]);
    expect(await due('title,date,due', 'A,2026-03-09,')).toEqual(['2026-03-09']);
  });
  it('is all of them for notes', async () => {
    expect(await titlesOf('title,Comment,Comment,Notes', 'A,one,,three', 'B,,two,')).toEqual([
      'A | one | three',
      'B | two',
    ]);
  });
  it('is in the way that a program has', async () => {
    const { items, program } = await read(
      'Subject,Name,Company / Account,Due Date Only,Task',
      'Call back,Dana Scott,Acme Corp,6/3/2026,1',
    );
    expect(program).toBe('Salesforce');
    expect(items).toMatchObject([{ title: 'Call back', client: 'Acme Corp', who: 'Dana Scott' }]);
  });
});

describe('the work of a row', () => {
  it.each([
    ['hours', '3', 3],
    ['Hours', '"1,5"', 1.5],
    ['Stunden', '2', 2],
    ['Effort (h)', '2', 2],
    ['Aufwand (Std.)', '2', 2],
    ['Aufwand in Stunden', '2', 2],
    ['Aufwand (PT)', '1', 8],
    ['Charge (jours)', '"0,5"', 4],
    ['Estimate', '90 min', 1.5],
    ['Aufwand', '2 Stunden', 2],
    ['Total Work', '90', 1.5],
    ['Gesamtaufwand', '2 Stunden', 2],
    ['Original Estimate', '14400', 4],
    ['Time Estimated', '5400000', 1.5],
    ['Original Estimate', '2h', 2],
    ['Total Work', '0', undefined],
    ['Estimate', '0', undefined],
    ['hours', '-', undefined],
  ])('%s: %s', async (heading, cell, hours) => {
    const { items, rejects } = await read(`title,${heading}`, `Report,${cell}`);
    expect(rejects).toEqual([]);
    expect(items[0]?.estimate?.hours).toBe(hours);
  });
  it('is not guessed without a unit', async () => {
    const { items, rejects } = await read('title,estimate', 'Report,3');
    expect(rejects).toEqual([]);
    expect(items).toMatchObject([{ title: 'Report', unmeasured: '3' }]);
    expect(items[0]?.estimate).toBeUndefined();
  });
});

describe('the end of a row', () => {
  it.each([
    ['status', 'Done', 'done'],
    ['Status', 'Completed', 'done'],
    ['Status', 'erledigt', 'done'],
    ['Statut', 'Terminé', 'done'],
    ['Estado', 'hecho', 'done'],
    ['status', '\u2705 Done', 'done'],
    ['status', 'In Progress', undefined],
    ['status', 'Not Started', undefined],
    ['status', '1', undefined],
    ['status', 'Cancelled', 'deleted'],
    ['resolution', "Won't Do", 'deleted'],
    ['Status', 'storniert', 'deleted'],
    ['done', 'x', 'done'],
    ['done', 'TRUE', 'done'],
    ['done', 'no', undefined],
    ['done', '0', undefined],
    ['done', '\u2713', 'done'],
    ['done', '100%', 'done'],
    ['done', '50%', undefined],
    ['done', '1 Mar', 'done'],
    ['Erledigt', 'ja', 'done'],
    ['Erledigt', 'nein', undefined],
    ['% Complete', '100', 'done'],
    ['% Complete', '1', undefined],
    ['% erledigt', '100%', 'done'],
    ['Completed At', '2026-02-20', 'done'],
    ['Erledigt am', '0:00', undefined],
    ['Erledigt am', 'Ohne', undefined],
    ['Archived', 'true', 'deleted'],
    ['Archived', 'false', undefined],
  ])('%s: %s', async (heading, cell, how) => {
    const { items, rejects } = await read(`title,${heading}`, `Report,${cell}`);
    expect(rejects).toEqual([]);
    expect(items[0]?.end?.how).toBe(how);
  });
  it('is what its marks say together', async () => {
    const ends = async (headings: string, row: string) => (await read(headings, row)).items[0]?.end;
    expect(await ends('title,status,completed at', 'A,Cancelled,2026-02-20')).toMatchObject({
      how: 'deleted',
    });
    expect(await ends('title,archived,due complete', 'A,true,true')).toMatchObject({ how: 'done' });
    expect(await ends('title,status,resolution', 'A,Closed,Duplicate')).toMatchObject({ how: 'deleted' });
  });
});

describe('what comes again', () => {
  it.each(['every friday', 'weekly', 'jeden Freitag', 'chaque lundi', 'cada lunes'])(
    'has no date: %s',
    async (cell) => {
      const { items, rejects } = await read('title,due', `Report,${cell}`);
      expect(rejects).toEqual([]);
      expect(items).toMatchObject([{ due: undefined, undated: cell }]);
    },
  );
  it('is not any date that cannot be read', async () => {
    expect((await read('title,due', 'Report,someday')).rejects).toHaveLength(1);
  });
});

describe('a row that comes again', () => {
  const sources = async (...lines: readonly string[]) =>
    new Map((await read(...lines)).items.map(({ title, source }) => [title, source]));

  it('is the same wherever it stands, and whatever has become of it', async () => {
    const headings = 'title,client,due,status,notes,priority';
    const before = await sources(headings, 'A,Joe,2026-03-09,open,,1', 'B,Joe,,open,,2');
    const after = await sources(headings, 'B,Joe,,Done,they like it,3', 'A,Joe,2026-03-09,open,,3');
    expect([...after].sort()).toEqual([...before].sort());
  });
  it('is another one if it is about something else', async () => {
    const headings = 'title,client,due';
    const [first] = (await sources(headings, 'A,Joe,2026-03-09')).values();
    for (const row of ['A,Ann,2026-03-09', 'A,Joe,2026-03-10', 'B,Joe,2026-03-09']) {
      expect([...(await sources(headings, row)).values()]).not.toContain(first);
    }
  });
  it('is known by its id, also in a table with more columns if that id is like no other', async () => {
    const one = await sources('Issue key,Summary,Comment', 'ACME-12,A,x');
    const two = await sources('Issue key,Summary,Comment,Comment,Labels', 'ACME-12,A renamed,x,y,z');
    expect([...two.values()]).toEqual([...one.values()]);
  });
  it('is not lost because several have the same id', async () => {
    const { items } = await read('id,title', '7,A', '7,B', '7,B');
    expect(new Set(items.map(({ source }) => source)).size).toBe(3);
  });
  it('is also known by the id that it had before', async () => {
    const { items } = await read('id,title', '7,Report');
    // As it was computed when tables were first imported.
    expect(items[0]?.formerSource).toBe('csv:75c74289:7');
  });
});

describe('a heading that is also the name of something else', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('is no column: %s', async (name) => {
    const file = await read(`title,due,${name}`, 'Report,2026-03-09,x');
    expect(file.items).toMatchObject([{ title: 'Report' }]);
    expect(file.unkept).toEqual([{ name, lines: [2] }]);
  });
});
