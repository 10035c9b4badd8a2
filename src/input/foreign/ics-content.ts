import ICAL from 'ical.js';
import { refuse } from '../../domain/base/refusal.ts';
import type { Block } from './ics-blocks.ts';

// Others leave out VALUE=DATE before a day.
ICAL.design.strict = false;

/**
 * The properties of a block with these names (in lower case) as a component of the library. Others are not even read, so nothing that is
 * wrong in them matters, as long as they are properties. Throws a Refusal that names the line.
 */
export function readContent({ name, lines }: Block, names: ReadonlySet<string>): ICAL.Component {
  const properties: unknown[] = [];
  for (const { text, line } of lines) {
    const [, property] = /^([\w.-]+)[;:]/.exec(text) ?? [];
    if (property === undefined) throw refuseLine(line);
    if (!names.has(property.toLowerCase())) continue;
    try {
      properties.push(ICAL.parse.property(text));
    } catch {
      throw refuseLine(line);
    }
  }
  return new ICAL.Component([name.toLowerCase(), properties, []]);
}

function refuseLine(line: number) {
  return refuse(
    'entry-broken',
    `Line ${line} is none that a calendar can have.`,
    'Correct it, or export it again.',
  );
}

/** The first value of a property as the library has it; null if there is none. Throws a Refusal for one that it cannot read. */
export function valueIn(component: ICAL.Component, name: string) {
  try {
    return component.getFirstPropertyValue(name);
  } catch {
    throw refuse(
      'entry-broken',
      `Its ${name.toUpperCase()} cannot be read.`,
      'Correct it, or export it again.',
    );
  }
}

/** The text of a property, on one line and without spaces around it; empty if there is none. */
export function lineOf(component: ICAL.Component, name: string): string {
  return textOf(component, name).replace(/\s+/g, ' ').trim();
}

/** The text of a property; empty if there is none. */
export function textOf(component: ICAL.Component, name: string): string {
  const value = valueIn(component, name);
  return typeof value === 'string' ? value : '';
}

/** The number in a property; null if there is none. */
export function numberOf(component: ICAL.Component, name: string): number | null {
  const value = Number.parseInt(String(valueIn(component, name) ?? ''), 10);
  return Number.isNaN(value) ? null : value;
}
