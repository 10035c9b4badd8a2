import { kindsIn, linesWithGaps } from '../../domain/streams/draft.ts';
import type { Person } from '../../domain/streams/events.ts';
import { writeMailto } from '../drafts/mailto.ts';
import type { Message } from '../drafts/message.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A draft as programs see it; `commitments` are numbers, and `kind` is that of the first. */
export function draftJson(message: Message, view: ViewContext): object {
  const { draft, to, cc, thread, references } = message;
  const person = ({ name, email }: Person) => ({ name, email: email ?? null });
  const dates = draft.parts.flatMap(({ date }) => (date ? [toLocalIso(date.at, view.calendar)] : []));
  return {
    kind: draft.parts[0]?.kind ?? null,
    kinds: kindsIn(draft.parts),
    client: nameOf(draft.client, view),
    commitments: draft.parts.flatMap(({ commitment }) =>
      commitment === null ? [] : [view.numberOf(commitment)],
    ),
    to: to.map(person),
    cc: cc.map(person),
    subject: draft.subject,
    text: draft.text,
    date: dates[0] ?? null,
    next: draft.next && toLocalIso(draft.next.at, view.calendar),
    gaps: linesWithGaps(draft.text),
    inReplyTo: thread?.messageId ?? null,
    references,
    mailto: writeMailto(message),
  };
}
