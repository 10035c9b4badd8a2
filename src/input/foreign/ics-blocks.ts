import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';

/** A content line of a calendar, unfolded (RFC 5545, 3.1). */
export interface ContentLine {
  readonly text: string;
  /** The line in which it begins, from 1. */
  readonly line: number;
}

/** A part of a calendar file, from its BEGIN to its END. */
export interface Block {
  /** VCALENDAR, VEVENT, VTODO, VTIMEZONE, VALARM, ... */
  readonly name: string;
  /** The line of its BEGIN, from 1. */
  readonly line: number;
  /** Its own lines, without those of the parts in it. */
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Block[];
}

/** A part that has begun and not ended. */
interface Begun {
  readonly name: string;
  readonly line: number;
  readonly lines: { text: string; readonly line: number }[];
  readonly parts: Block[];
}

/** How deep parts lie in each other at most: alarms in entries in a calendar. */
const MOST_DEEP = 10;

/**
 * Cuts a file into its calendars, and those into their parts, by the lines that begin and end them (RFC 5545, 3.4 and 3.6), so that each
 * entry has its line, and one that cannot be read leaves the others alone. Line ends may be those of any system. Refused, with the
 * line, if something does not end or stands outside of all calendars.
 */
export function cutCalendars(text: string): readonly Block[] | Refusal {
  const calendars: Block[] = [];
  const begun: Begun[] = [];
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const [, mark = '', what = ''] = /^\ufeff?(BEGIN|END):\s*([\w-]+)\s*$/i.exec(content) ?? [];
    const name = what.toUpperCase();
    const part = begun.at(-1);
    if (mark.toUpperCase() === 'BEGIN') {
      if ((name === 'VCALENDAR') !== (part === undefined)) {
        return part ? refuseUnended(part, line) : refuseOutside(content, line);
      }
      if (begun.length >= MOST_DEEP) return refuseLine(line, 'too many parts lie in each other');
      begun.push({ name, line, lines: [], parts: [] });
    } else if (!part) {
      if (content.trim() !== '') return refuseOutside(content, line);
    } else if (mark === '') {
      addLine(part, content, line);
    } else if (part.name === name) {
      begun.pop();
      (begun.at(-1)?.parts ?? calendars).push(part);
    } else {
      return refuseLine(line, `it ends a ${name}, but a ${part.name} began in line ${part.line}`);
    }
  }
  const open = begun.at(-1);
  return open ? refuseUnended(open, null) : calendars;
}

function addLine({ lines }: Begun, text: string, line: number): void {
  const last = lines.at(-1);
  if (last && /^[ \t]/.test(text)) last.text += text.slice(1);
  else if (text.trim() !== '') lines.push({ text, line });
}

function refuseUnended({ name, line: first }: Begun, line: number | null): Refusal {
  const what = `The ${name} that begins in line ${first} does not end`;
  return refuse(
    'calendar-broken',
    line === null ? `${what}.` : `${what} before line ${line}.`,
    'Nothing was imported. Perhaps a part of the file is missing: export it again.',
  );
}

function refuseOutside(content: string, line: number): Refusal {
  return refuseLine(line, `"${shorten(content.trim())}" stands outside of all calendars`);
}

function refuseLine(line: number, why: string): Refusal {
  return refuse(
    'calendar-broken',
    `This is no calendar that can be read, because of line ${line}: ${why}.`,
    'Nothing was imported. Export it again, or correct that line.',
  );
}
