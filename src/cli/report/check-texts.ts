import { findMentions, type Mention, readKnownNames } from '../../app/client-report.ts';
import type { Context } from '../../app/context.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { ClientReport } from '../../domain/report/client-report.ts';
import type { Client } from '../../domain/streams/client.ts';
import { sayFreeText, sayHowToChange, sayNamed, sayPerhapsNamed } from '../../views/words/report.ts';
import type { Call } from '../run/call.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { remark } from '../run/report-error.ts';

/**
 * Makes sure of the texts that a client will read because somebody typed them, before anything is written: those that name another
 * client are refused unless --yes is given, and said all the same; what is in doubt is said. Where it is to be written (`asks`), all
 * are listed, and in a terminal it asks. Throws a Refusal.
 */
export async function checkTexts(
  call: Call,
  context: Context,
  client: Client,
  report: ClientReport,
  { asks }: { readonly asks: boolean },
): Promise<void> {
  const { globals, io } = call.session;
  const { texts, mentions } = findMentions(client, report, readKnownNames(context));
  const sure = mentions.filter(({ named }) => named.isSure);
  if (sure.length > 0 && !globals.yes) throw refuseMentions(sure);
  const said = [
    ...sure.map(({ text, named }) => sayNamed(text, named)),
    ...mentions.flatMap(({ text, named }) => (named.isSure ? [] : [sayPerhapsNamed(text, named)])),
  ];
  const heading = `${client.name} will read these words, which somebody typed:`;
  const list = asks && texts.length > 0 ? [heading, ...texts.map((text) => `  ${sayFreeText(text)}`)] : [];
  if (asks && texts.length > 0 && call.isInteractive) {
    (await call.session.prompts()).say([...list, ...said]);
    if (await askWhether(call, 'Write the report?')) return;
    throw new Refusal('not-written', 'Nothing was written.');
  }
  for (const line of globals.quiet ? said : [...list, ...said]) await remark(line, io.stderr);
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
