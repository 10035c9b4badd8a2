import { orThrow, refuse } from '../../domain/base/refusal.ts';
import type { ClientMention } from '../../domain/decisions/guards.ts';
import type { Title } from '../../input/title.ts';
import type { Call } from './call.ts';

/** The words of a new commitment, as `add`, `promise` and `await` read them. */
export interface NewCommitment extends Omit<Title, 'client'> {
  readonly client?: ClientMention;
  readonly hints: readonly string[];
}

/**
 * Reads a title with its inline forms; the options given win. A title that ends like a date without `by` is asked about
 * in a terminal and hinted at elsewhere.
 */
export async function readNewCommitment(
  call: Call,
  question: string,
  clientOption: string,
): Promise<NewCommitment> {
  const { readTitle } = await import('../../input/title.ts');
  const text = await call.textOrAsk(0, question);
  const { client: inline } = orThrow(await readTitle(text, call.reading));
  const client = await call.client(call.option(clientOption) ?? inline);
  // Once it is known whose it is, its dates are read as that client writes them.
  const { client: _same, ...read } = orThrow(await readTitle(text, call.reading));
  const by = (await call.date('by')) ?? read.by;
  const estimate = call.estimate('estimate') ?? read.estimate;
  if (!read.title) {
    throw refuse(
      'text-missing',
      question,
      'Something is left of a title when @client, +project and the like are taken out.',
    );
  }
  const understood = {
    ...read,
    hints: overridden(call, clientOption, inline, read),
    ...(client && { client }),
    ...(by && { by }),
    ...(estimate && { estimate }),
  };
  return by || !read.endsLikeDate ? understood : askAboutClosing(call, understood, read.endsLikeDate);
}

/** What was written in the text and gave way to an option: said, because it is gone from the title. */
function overridden(call: Call, clientOption: string, inline: string | undefined, read: Title): string[] {
  const forms: readonly (readonly [string, unknown, string])[] = [
    [clientOption, inline, `@${inline}`],
    ['by', read.by, `by ${read.by?.text}`],
    ['estimate', read.estimate, 'the estimate'],
  ];
  return forms
    .filter(([option, value]) => value !== undefined && call.option(option) !== undefined)
    .map(([option, , words]) => `Left out of the title: ${words}, because --${option} wins.`);
}

/** Words before a date that `by` takes the place of. */
const LEAD = /^(?:(?:by|on|before|until|due) )+/i;

async function askAboutClosing(call: Call, read: NewCommitment, closing: string): Promise<NewCommitment> {
  if (call.option('agreed') !== undefined) return read;
  if (!call.isInteractive && !call.session.globals.yes) {
    return {
      ...read,
      hints: [
        ...read.hints,
        `The title ends in "${closing}". If that is the date, write: by ${closing.replace(LEAD, '')}`,
      ],
    };
  }
  if (call.isInteractive) {
    const { confirm } = await import('./prompts.ts');
    if (!(await confirm(`Is "${closing}" the date?`))) return read;
  }
  const { withoutClosing } = await import('../../input/title.ts');
  return { ...read, title: withoutClosing(read.title, closing), by: await call.readDate(closing) };
}
