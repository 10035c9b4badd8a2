import type { Refusal } from '../../domain/base/refusal.ts';
import { type Commitment, currentDate, isOpen, isUnwritten } from '../../domain/streams/commitment.ts';
import type { Contact } from '../../domain/streams/contact.ts';
import type { Change } from '../../domain/streams/events.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import { commitmentJson, contactJson } from '../json/json.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayDate } from '../words/time.ts';
import { describeContact } from './contact.ts';
import { listCommitments } from './list.ts';
import { wrap } from './width.ts';

/** A line that cannot be recorded, and why. */
export interface Trouble {
  readonly line: { readonly number: number; readonly words: string };
  readonly refusal: Refusal;
}

const FORMS: readonly (readonly [line: string, meaning: string])[] = [
  ['told the figures are on their way', 'you said it; "told 12: ..." is about 12'],
  ['heard they like the draft', 'they said it'],
  ['asked new price list by fri ~3h', 'a request'],
  ['promised the notes by 3pm', 'what you said you would do'],
  ['awaiting logins from Dana by thu', 'what they said they would do'],
  ['agreed 12 thu', 'a date is settled'],
  ['remember board meets Fridays', 'to know before the next call'],
  ['decided we go with plan B', 'their decision, not in writing yet'],
];

/** What the editor opens with: how lines begin, and what is open with the client; all of it is passed over. */
export function jotForm(name: string, open: readonly Commitment[], view: ViewContext): string {
  const { now, calendar } = view;
  const when = `${sayDay(localDay(calendar, now), calendar)} ${sayTime(now, calendar)}`;
  const items = open.map((commitment) => {
    const date = currentDate(commitment);
    return `#   ${commitment.number} ${printable(commitment.title)}${date ? `, ${sayDate(date, view)}` : ''}`;
  });
  return [
    '',
    `# ${printable(name)}, ${when}. A line each; those with # are passed over.`,
    ...FORMS.map(([line, meaning]) => `#   ${line.padEnd(35)}${meaning}`),
    ...(items.length > 0 ? ['# Open with them:', ...items] : []),
    '',
  ].join('\n');
}

const REASON = '# ^ ';

/** The text that was written, with the reason below each line that cannot be recorded. */
export function commentOn(text: string, troubles: readonly Trouble[]): string {
  const reasons = new Map(troubles.map(({ line, refusal }) => [line.number, sayReason(refusal)]));
  return text
    .split('\n')
    .flatMap((line, index) => {
      const reason = reasons.get(index + 1);
      if (line.startsWith(REASON)) return [];
      return reason === undefined ? [line] : [line, `${REASON}${reason}`];
    })
    .join('\n');
}

/** The lines that cannot be recorded, each with its reason. */
export function sayTroubles(troubles: readonly Trouble[]): string[] {
  return troubles.map(({ line, refusal }) => `line ${line.number}, "${line.words}": ${sayReason(refusal)}`);
}

function sayReason({ message, hint }: Refusal): string {
  return printable([message, hint].filter(Boolean).join(' '));
}

/** What a conversation left: the commitments that it touched. */
interface Jotted {
  readonly changes: readonly Change[];
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
}

/** What was recorded of a conversation, for people. */
export async function showJotted(name: string, jotted: Jotted, view: ViewContext): Promise<string> {
  const { changes, commitments, contacts } = jotted;
  const words = contacts.filter(({ opened }) => opened === null);
  const facts = changes.flatMap(({ event }) =>
    event.type === 'FactRemembered' ? wrap(`To remember: ${printable(event.text)}`, view.width, '  ') : [],
  );
  const added = changes.flatMap(({ event }) => (event.type === 'ClientAdded' ? [event.name] : []));
  const unwritten = commitments.filter((commitment) => isOpen(commitment) && isUnwritten(commitment));
  return [
    ...words.flatMap((contact) => describeContact(contact, view)),
    ...facts,
    ...(commitments.length > 0 ? [await listCommitments(commitments, view)] : []),
    ...(unwritten.length > 0
      ? [
          `Not in writing yet: followup confirm ${unwritten.map(({ number }) => number).join(' ')} --via email`,
        ]
      : []),
    ...(added.length > 0 ? [`New: client ${added.map(printable).join(', ')}`] : []),
    view.style.quiet(`All with ${printable(name)} is one operation; to take it back: followup undo`),
  ].join('\n');
}

/** The same for programs. */
export function jotJson({ commitments, contacts }: Jotted, view: ViewContext): object {
  return {
    contacts: contacts.map((contact) => contactJson(contact, view)),
    commitments: commitments.map((commitment) => commitmentJson(commitment, view)),
  };
}
