import Mustache from 'mustache';
import { nearWords } from '../../domain/base/edit-distance.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { GAP } from '../../domain/streams/draft.ts';
import { type DraftFields, FIELDS } from './fields.ts';

/** The subject and the body of a message. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** A template that was checked. */
export type Template = (fields: DraftFields) => Letter;

/** The line in which a template begins. */
const FRONT = /^Subject:[ \t]*(.*)$/;

/** Fills in the fields of a template, with a gap for each that is not there. */
class GapWriter extends Mustache.Writer {
  override unescapedValue(token: string[], context: Mustache.Context): string {
    const value: unknown = context.lookup(token[1] ?? '');
    return value === null || value === undefined ? GAP : String(value);
  }

  override escapedValue(token: string[], context: Mustache.Context): string {
    return this.unescapedValue(token, context);
  }
}

/**
 * Reads a template: a first line with the subject, an empty line, and the body, with fields in double braces (Mustache). `name` is
 * the file, for messages. Throws a Refusal that names the line of what is wrong.
 */
export function readTemplate(text: string, name: string): Template {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const front = FRONT.exec(lines[0] ?? '');
  if (!front) {
    throw refuse(
      'template-malformed',
      `${name}, line 1: the subject is missing.`,
      'A template begins with a line such as: Subject: {{titles}}',
    );
  }
  const subject = front[1] ?? '';
  // The lines keep their numbers in the body.
  const body = ['', ...lines.slice(1)].join('\n');
  checkTemplate(subject, name);
  checkTemplate(body, name);
  const writer = new GapWriter();
  const fill = (part: string, fields: DraftFields) => writer.render(part, fields);
  return (fields) => ({
    subject: fill(subject, fields).replace(/\s+/g, ' ').trim(),
    body: tidy(fill(body, fields)),
  });
}

/** One empty line between paragraphs, and none at either end. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A piece of a template as Mustache reads it: its type, its text, where it begins, and for a section what is in it. */
type Token = readonly [type: string, text: string, start: number, end: number, inner?: readonly Token[]];

/** Variables, sections, sections for what is not there, text, comments. */
const KINDS = ['name', '&', '#', '^', 'text', '!'];

function checkTemplate(text: string, name: string): void {
  const refuseAt = (start: number, why: string) =>
    refuse(
      'template-malformed',
      `${name}, line ${text.slice(0, start).split('\n').length}: ${why}`,
      'The fields are at the end of: followup draft --template confirm',
    );
  check(parse());

  function parse(): readonly Token[] {
    try {
      return Mustache.parse(text) as unknown as readonly Token[];
    } catch (error) {
      const [, why = '', start = '0'] = /^(.*?)(?: at (\d+))?$/.exec((error as Error).message) ?? [];
      throw refuseAt(openingOf(why) ?? Number(start), `${why}.`);
    }
  }

  /** Where a section begins that is not closed, which is found only at the end of the text; null if it is something else. */
  function openingOf(why: string): number | null {
    const [, section] = /^Unclosed section "(.*)"$/s.exec(why) ?? [];
    const openings = [...text.matchAll(/\{\{\s*[#^]\s*([^\s}]*)/g)];
    return openings.findLast(([, name]) => name === section)?.index ?? null;
  }

  function check(tokens: readonly Token[]): void {
    for (const [type, field, start, , inner] of tokens) {
      if (!KINDS.includes(type)) throw refuseAt(start, `{{${type} is not known.`);
      if (type === 'text' || type === '!') continue;
      const names = field === '.' ? [] : field.split('.');
      const unknown = names.find((each) => !Object.hasOwn(FIELDS, each));
      if (unknown !== undefined) throw refuseAt(start, sayUnknown(unknown));
      if (inner) check(inner);
    }
  }
}

function sayUnknown(field: string): string {
  const [near] = nearWords(field, Object.keys(FIELDS));
  return `there is no field "${field}".${near ? ` Did you mean ${near}?` : ''}`;
}
