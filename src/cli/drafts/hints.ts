import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { kindsIn, linesWithGaps, stands } from '../../domain/streams/draft.ts';
import { MOST_IN_MAILTO } from '../../views/drafts/mailto.ts';
import type { Message } from '../../views/drafts/message.ts';
import { printable } from '../../views/printable.ts';
import type { ViewContext } from '../../views/view-context.ts';
import type { OwnWords } from './write-message.ts';

/** The command that records that a draft was sent; `forClient` if it is about all that the client should hear. */
export function sentCommand({ draft }: Message, view: ViewContext, forClient: boolean): string {
  const kinds = kindsIn(draft.parts);
  const numbers = draft.parts.flatMap(({ commitment }) =>
    commitment === null ? [] : [view.numberOf(commitment)],
  );
  const whom = forClient ? `-c ${quoteForShell(view.names.get(draft.client) ?? '')}` : numbers.join(',');
  return ['followup draft', whom, ...(kinds.length === 1 ? kinds : []), '--sent'].join(' ');
}

/** What still has to be filled in before it can be sent. */
export function hintsOnGaps({ draft: { text, parts } }: Message, view: ViewContext): string[] {
  const gaps = linesWithGaps(text).length;
  if (gaps === 0) return [];
  const options = [
    ...(parts.some(({ kind }) => kind === 'price') ? ['--price AMOUNT'] : []),
    ...(parts.some(({ kind }) => kind === 'late' || kind === 'price') ? ['--by DATE'] : []),
    ...(parts.some(({ kind }) => kind === 'late') ? ['--choice TEXT'] : []),
    ...parts.flatMap(({ kind, commitment }) =>
      kind === 'resolution' && commitment ? [`followup resolve ${view.numberOf(commitment)}`] : [],
    ),
  ];
  const missing = options.length === 0 ? '' : `: ${options.join(', ')}`;
  return [`Still to be filled in: ${gaps === 1 ? 'one line' : `${gaps} lines`} with [...]${missing}`];
}

/** That words are not in a message, because a template of the person's own has no place for them. */
export function hintsOnLeftOut({ draft: { text } }: Message, { say }: OwnWords): string[] {
  const [first = ''] = (say ?? '').trim().split(/\r\n?|\n/);
  return stands(printable(first), text) ? [] : ['Your words are not in it: the template has no {{say}}.'];
}

/** Whose address is not known, so that the person has to be chosen in the mail program. */
export function hintsOnAddress({ to, cc, draft }: Message, view: ViewContext): string[] {
  const without = [...to, ...cc].filter(({ email }) => email === undefined).map(({ name }) => name);
  if (to.length > 0 && without.length === 0) return [];
  const whom = without.length > 0 ? without.join(', ') : 'anybody there';
  const client = quoteForShell(view.names.get(draft.client) ?? '');
  return [`No address of ${whom} is known: followup client ${client} --person "NAME <ADDRESS>"`];
}

/** That a web address is longer than some mail programs take. */
export function hintsOnLength(url: string): string[] {
  return url.length <= MOST_IN_MAILTO
    ? []
    : [
        `It has ${url.length} characters, and some programs take no more than ${MOST_IN_MAILTO}: --eml FILE takes all.`,
      ];
}
