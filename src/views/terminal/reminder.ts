import { ballOfLine, titleOf } from '../../domain/agenda/attention.ts';
import type { Entry } from '../../domain/agenda/entries.ts';
import { firstOf } from '../../domain/agenda/first.ts';
import type { MailView } from '../mail-view.ts';
import { printable } from '../printable.ts';
import { nameOf } from '../view-context.ts';
import { sayEntrySubject, sayTogether } from '../words/reason.ts';
import { sayWhyInFull } from '../words/reminder.ts';
import { wholeCommand } from '../words/settling-command.ts';
import { shortCommand } from '../words/short-command.ts';
import { truncate, widthOf } from './width.ts';

/** A client's name keeps so many columns when there is not enough room. */
const LEAST_CLIENT = 10;

/** A reminder as a message: a line for each entry, how many are left out, and the command to begin with. */
export function showReminder(entries: readonly Entry[], most: number, view: MailView): string[] {
  if (entries.length === 0) return [];
  const left = entries.length - most;
  return [
    ...entries.slice(0, most).map((entry) => showInOneLine(entry, view)),
    ...(left > 0 ? [`and ${left} more: followup today`] : []),
    commandToBeginWith(entries, view),
  ];
}

/** A message in a few words: what is worst, and how much more there is. */
export function titleOfReminder(entries: readonly Entry[], view: MailView): string {
  const [first] = entries;
  const rest = entries.length - 1;
  const worst = first ? sayEntrySubject(first, view) : '';
  return view.encode(`followup: ${worst}${rest > 0 ? `, and ${rest} more` : ''}`);
}

/** What it is about, for whom, why, and whose move it is: "12 Acme: Login page, due Thu 5 Mar 2026 15:00, 2 h late (me)". */
function showInOneLine({ line, together }: Entry, view: MailView): string {
  const { encode } = view;
  const { commitment } = line;
  const number = commitment && !together ? `${commitment.number} ` : '';
  const why = encode(`${sayWhyInFull(line, view)} (${ballOfLine(line)})`);
  const client = encode(printable(nameOf(line.counterpart, view) ?? ''));
  const title = encode(together ? sayTogether(together) : printable(titleOf(line) ?? ''));
  const room = view.width - widthOf(number + why) - widthOf(': ') - (client && title ? widthOf(', ') : 0);
  const who = truncate(client, title ? Math.max(LEAST_CLIENT, room - widthOf(title)) : room);
  const what = truncate(title, Math.max(0, room - widthOf(who)));
  const subject = who && what ? `${who}: ${what}, ` : `${who || what}: `;
  return encode(number + subject) + why;
}

/** The command of the worst entry. */
function commandToBeginWith(entries: readonly Entry[], view: MailView): string {
  const first = firstOf(entries, false, []);
  const line = first?.kind === 'entry' ? first.entry.line : entries[0]?.line;
  const commands = line ? [wholeCommand(line, view), shortCommand(line, view)].map(printable) : [];
  return `followup ${commands.find(view.canWrite) ?? 'today'}`;
}
