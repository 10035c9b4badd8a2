import type { DraftContent } from '../../domain/drafts/content.ts';
import { type DraftKind, kindsIn } from '../../domain/streams/draft.ts';
import { wrapWhole } from '../terminal/width.ts';
import { makeFields, type Writing } from './make-fields.ts';
import { MESSAGE_WIDTH } from './message.ts';
import type { Letter, Template } from './template.ts';

/** The kinds of messages that are there to say what is new, and those that say when they hear next. */
const TELL_NEWS: readonly DraftKind[] = ['update', 'late', 'thanks'];
const SAY_WHEN_NEXT: readonly DraftKind[] = ['confirm', 'update', 'late', 'resolution'];

/**
 * Writes a message from its content. Parts of one kind stand together, by the template of that kind; the greeting stands once, at
 * the top, and the closing at the end; what is new and when they hear next once too. The subject is that of the first.
 */
export function composeLetter(
  content: DraftContent,
  templates: ReadonlyMap<DraftKind, Template>,
  writing: Writing,
): Letter {
  const kinds = kindsIn(content.parts);
  const whatIsNew = kinds.find((kind) => TELL_NEWS.includes(kind)) ?? kinds[0];
  const whenNext = kinds.findLast((kind) => SAY_WHEN_NEXT.includes(kind)) ?? kinds.at(-1);
  const letters = kinds.flatMap((kind, index) => {
    const template = templates.get(kind);
    const own = {
      ...content,
      parts: content.parts.filter((part) => part.kind === kind),
      say: kind === whatIsNew ? content.say : null,
      next: kind === whenNext ? content.next : null,
    };
    const fields = makeFields(own, writing);
    return (
      template?.({
        ...fields,
        greeting: index === 0 ? fields.greeting : '',
        closing: index === kinds.length - 1 ? fields.closing : '',
      }) ?? []
    );
  });
  return {
    subject: letters[0]?.subject ?? '',
    body: wrapMessage(letters.map(({ body }) => body).join('\n\n')),
  };
}

/** A text in lines of 72 columns; an entry of a list is indented by its number, and what is too long to break stays whole. */
export function wrapMessage(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const [mark = ''] = /^\s*(?:\d+\.|[-*])\s+/.exec(line) ?? [];
      return wrapWhole(line, MESSAGE_WIDTH, ' '.repeat(mark.length));
    })
    .join('\n');
}
