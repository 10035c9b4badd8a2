import { type Commitment, currentDate } from '../../domain/streams/commitment.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRefusal, type Trouble } from '../words/jot.ts';
import { sayDate } from '../words/time.ts';

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

/** The text that the editor opens with: how lines begin, and what is open with the client. All of it is comments. */
export function jotForm(name: string, open: readonly Commitment[], view: ViewContext): string {
  const { now, calendar } = view;
  const when = `${sayDay(localDay(calendar, now), calendar)} ${sayTime(now, calendar)}`;
  const items = open.map((commitment) => {
    const date = currentDate(commitment);
    return `#   ${commitment.number} ${printable(commitment.title)}${date ? `, ${sayDate(date, view)}` : ''}`;
  });
  return [
    '',
    `# ${printable(name)}, ${when}. One entry a line; lines that begin with # are ignored.`,
    ...FORMS.map(([line, meaning]) => `#   ${line.padEnd(35)}${meaning}`),
    ...(items.length > 0 ? ['# Open with them:', ...items] : []),
    '',
  ].join('\n');
}

const REASON_MARK = '# ^ ';

/** The written text, with the reason below each line that cannot be recorded. */
export function commentOn(text: string, troubles: readonly Trouble[]): string {
  const reasons = new Map(troubles.map(({ line, refusal }) => [line.number, sayRefusal(refusal)]));
  return text
    .split('\n')
    .flatMap((line, index) => {
      const reason = reasons.get(index + 1);
      if (line.startsWith(REASON_MARK)) return [];
      return reason === undefined ? [line] : [line, `${REASON_MARK}${reason}`];
    })
    .join('\n');
}
