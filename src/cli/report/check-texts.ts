import { type Mention, readFreeTexts } from '../../app/client-report.ts';
import type { Context } from '../../app/context.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { ClientReport } from '../../domain/report/client-report.ts';
import type { Client } from '../../domain/streams/client.ts';
import { sayFreeText, sayHowToChange, sayNamed, sayPerhapsNamed } from '../../views/words/report.ts';
import type { Call } from '../run/call.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { remark } from '../run/report-error.ts';

/**
 * Makes sure of the texts that a client will read because somebody typed them: those that name another client are refused unless
 * --yes is given; where it is to be written (`asks`), all are listed before, and in a terminal it asks. Returns what is in doubt. Throws a Refusal.
 */
export async function checkTexts(
  call: Call,
  context: Context,
  client: Client,
  report: ClientReport,
  { asks }: { readonly asks: boolean },
): Promise<string[]> {
  const { texts, mentions } = readFreeTexts(context, client, report);
  const sure = mentions.filter(({ named }) => named.isSure);
  if (sure.length > 0 && !call.session.globals.yes) throw refuseMentions(sure);
  const doubts = mentions.flatMap(({ text, named }) => (named.isSure ? [] : sayPerhapsNamed(text, named)));
  if (!asks || texts.length === 0) return doubts;
  const heading = `${client.name} will read these words, which somebody typed:`;
  const list = texts.map((text) => `  ${sayFreeText(text)}`);
  if (call.isInteractive) {
    (await call.session.prompts()).say([heading, ...list, ...doubts]);
    if (await askWhether(call, 'Write the report?')) return [];
    throw new Refusal('not-written', 'Nothing was written.');
  }
  const { globals, io } = call.session;
  const isHeard = !globals.quiet && !globals.json;
  for (const line of isHeard ? [heading, ...list] : []) await remark(line, io.stderr);
  return doubts;
}

function refuseMentions(mentions: readonly Mention[]): Refusal {
  const [first, ...more] = mentions;
  if (!first) throw new Error('Nothing was named.');
  return new Refusal(
    'names-another-client',
    sayNamed(first.text, first.named),
    `${sayHowToChange(first.text)} Nothing was written.`,
    'refused',
    more.map(({ text, named }) => sayNamed(text, named)),
  );
}
