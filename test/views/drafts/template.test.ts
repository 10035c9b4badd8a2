import Mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { DRAFT_KINDS, GAP } from '../../../src/domain/streams/draft.ts';
import { type DraftFields, FIELDS } from '../../../src/views/drafts/fields.ts';
import { makeFields } from '../../../src/views/drafts/make-fields.ts';
import { readTemplate } from '../../../src/views/drafts/template.ts';
import { contentOf, LANGUAGES, partAbout, templateIn, writingIn } from '../../support/drafts.ts';
import { asked } from '../../support/given.ts';

const fields: DraftFields = makeFields(
  contentOf([partAbout('update', [asked({ title: 'The {{me}} of {{{greeting}}}', because: 'an audit' })])]),
  await writingIn('en'),
);
const fill = (text: string, given: Partial<DraftFields> = {}) =>
  readTemplate(text, 'late.md')({ ...fields, ...given });

/** The message of the refusal of a template. */
function refusalOf(text: string): string {
  try {
    readTemplate(text, 'late.md');
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('It was read.');
}

describe('a template', () => {
  it('is a subject, an empty line and a text', () => {
    expect(fill('Subject: About {{client}}\n\n{{greeting}}\n\nAll is well.\n')).toEqual({
      subject: 'About Joe & Sons',
      body: 'Hello Joe Doe,\n\nAll is well.',
    });
  });
  it('may come from Windows, with a mark of its encoding', () => {
    expect(
      fill('\uFEFFSubject: Hi\r\n\r\n{{greeting}}\r\n{{#say}}\r\n{{say}}\r\n{{/say}}\r\nBye\r\n'),
    ).toEqual({
      subject: 'Hi',
      body: 'Hello Joe Doe,\nBye',
    });
  });
  it('shows sections for what is there, or is not', () => {
    const text = 'Subject: x\n\n{{#say}}\n{{say}}\n{{/say}}\n{{^say}}\nNothing new.\n{{/say}}';
    expect(fill(text).body).toBe('Nothing new.');
    expect(fill(text, { say: 'Half of it is done.' }).body).toBe('Half of it is done.');
  });
  it('goes through commitments and what was said about them', () => {
    const text =
      'Subject: x\n\n{{#items}}\n{{#asked}}\nYou asked {{how}}.\n{{/asked}}\n{{#reasons}}\n- {{.}}\n{{/reasons}}\n{{/items}}';
    expect(fill(text).body).toBe('You asked on Monday, 2 March.\n- an audit');
  });
  it('marks a gap where something is missing', () => {
    expect(fill('Subject: x\n\nNews: {{say}}\nNext: {{next}}\n{{#items}}{{newDate}}{{/items}}').body).toBe(
      `News: ${GAP}\nNext: ${GAP}\n${GAP}`,
    );
  });
  it('never reads again what it shows, and shows it as it is', () => {
    expect(fill('Subject: {{titles}}\n\n{{say}}', { say: '{{me}} {{#items}} <b> & "x"' })).toEqual({
      subject: 'The {{me}} of {{{greeting}}}',
      body: '{{me}} {{#items}} <b> & "x"',
    });
  });
  it('has one empty line between paragraphs, and none at the ends', () => {
    expect(fill('Subject: x\n\n\n\none  \n{{#say}}\nx\n{{/say}}\n\n\n\ntwo\n\n\n').body).toBe('one\n\ntwo');
  });
});

describe('a template that is wrong is refused with its line', () => {
  it.each([
    ['without a subject', '{{greeting}}\n', 'late.md, line 1: the subject is missing.'],
    ['of nothing', '', 'late.md, line 1: the subject is missing.'],
    [
      'with a field that is nearly one',
      'Subject: x\n\nhello\n{{titel}}',
      'late.md, line 4: there is no field "titel". Did you mean title?',
    ],
    [
      'with an unknown field in the subject',
      'Subject: {{zzzz}}\n',
      'late.md, line 1: there is no field "zzzz".',
    ],
    [
      'with an unknown field in a section',
      'Subject: x\n\n{{#items}}\n{{constructor}}\n{{/items}}',
      'late.md, line 4: there is no field "constructor".',
    ],
    [
      'with an unknown part of a field',
      'Subject: x\n{{items.tilte}}',
      'late.md, line 2: there is no field "tilte". Did you mean title?',
    ],
    ['with a field without a name', 'Subject: x\n\n{{}}', 'late.md, line 3: there is no field "".'],
    [
      'with a section that is not closed',
      'Subject: x\n\n{{#items}}\n{{title}}\n\nBye\n',
      'late.md, line 3: Unclosed section "items".',
    ],
    [
      'with two of them',
      'Subject: x\n\n{{#items}}\n{{#say}}\n{{/say}}\n{{^say}}\nBye\n',
      'late.md, line 6: Unclosed section "say".',
    ],
    [
      'with a section that ends another',
      'Subject: x\n{{#items}}\n{{/say}}',
      'late.md, line 2: Unclosed section "items".',
    ],
    [
      'with a section that only ends',
      'Subject: x\n\n\n{{/items}}',
      'late.md, line 4: Unopened section "items".',
    ],
    ['with a field that is not closed', 'Subject: x\n\n{{title', 'late.md, line 3: Unclosed tag.'],
    ['with a file in it', 'Subject: x\n\n{{> /etc/passwd}}', 'late.md, line 3: {{> is not known.'],
  ])('%s', (_, text, message) => expect(refusalOf(text)).toBe(message));
});

describe('the built-in templates', () => {
  const all = LANGUAGES.flatMap((code) => DRAFT_KINDS.map((kind) => [code, kind] as const));

  it.each(all)('%s, %s: is valid, greets and says goodbye', async (code, kind) => {
    const text = await templateIn(code, kind);
    expect(() => readTemplate(text, kind)).not.toThrow();
    expect(text).toContain('\n\n{{greeting}}\n\n');
    expect(text).toMatch(/\{\{closing\}\}\n$/);
    // The person's own words have a place in each.
    expect(text).toContain('{{say}}');
  });
  it.each(DRAFT_KINDS)('%s: says the same in every language', async (kind) => {
    const shapes = await Promise.all(
      LANGUAGES.map(async (code) => shapeOf(Mustache.parse(await templateIn(code, kind)))),
    );
    const [english, ...others] = shapes;
    for (const other of others) expect(other).toEqual(english);
  });
  it("use every field there is but those for templates of one's own", async () => {
    const english = (await Promise.all(DRAFT_KINDS.map((kind) => templateIn('en', kind)))).join();
    const unused = Object.keys(FIELDS).filter(
      (field) => !new RegExp(`\\{\\{[#^]?${field}\\}\\}`).test(english),
    );
    expect(unused).toEqual(['client', 'person', 'me', 'today']);
  });
});

/** The sections and fields of a template, without its words. Fields of one section may stand in another order. */
function shapeOf(tokens: unknown): unknown[] {
  return (tokens as unknown[][])
    .filter(([type]) => type !== 'text')
    .map(([type, name, , , inner]) => (Array.isArray(inner) ? [type, name, shapeOf(inner)] : [type, name]))
    .sort((a, b) => (a.length === 2 && b.length === 2 ? String(a[1]).localeCompare(String(b[1])) : 0));
}
