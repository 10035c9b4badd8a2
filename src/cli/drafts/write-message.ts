import { type PartToDraft, readDraftContent } from '../../app/draft-content.ts';
import type { ChosenParts } from '../../app/draft-parts.ts';
import { asKnown, newDraftId, threadOf } from '../../app/drafts.ts';
import type { DraftContent } from '../../domain/drafts/content.ts';
import { writeReferences } from '../../domain/drafts/reference.ts';
import type { Client } from '../../domain/streams/client.ts';
import { type Draft, type DraftKind, kindsIn, stands } from '../../domain/streams/draft.ts';
import { readOwnTemplate } from '../../system/draft-templates.ts';
import { amountWords } from '../../views/drafts/amount-words.ts';
import { composeLetter } from '../../views/drafts/compose.ts';
import { loadDateWords } from '../../views/drafts/date-words.ts';
import type { Language } from '../../views/drafts/language.ts';
import { loadLanguage } from '../../views/drafts/load-language.ts';
import { dateWordsOf, type Writing } from '../../views/drafts/make-fields.ts';
import { type Message, subjectIn } from '../../views/drafts/message.ts';
import { builtInTemplate } from '../../views/drafts/outlines.ts';
import type { Template } from '../../views/drafts/template.ts';
import type { Session } from '../run/session/session.ts';

/** The person's own words in a message. When they hear next follows from the record unless it is said. */
export type OwnWords = Pick<DraftContent, 'say' | 'choices' | 'next'>;

/** Writes a message about commitments from the record. Throws a Refusal if a template cannot be used. */
export async function writeMessage(
  session: Session,
  { client, parts, isForAll }: ChosenParts,
  own: OwnWords,
): Promise<Message> {
  const context = session.open('read');
  const content = readDraftContent(context, client, parts, own);
  const writing = await writingTo(session, client, content);
  const letter = composeLetter(
    content,
    await templatesFor(session, client, parts, writing.language),
    writing,
  );
  const thread = threadOf(
    context,
    client.uid,
    content.parts.flatMap(({ commitment }) => commitment ?? []),
  );
  const words = dateWordsOf(
    parts.map(({ date }) => date),
    writing.words,
  );
  const prices = parts.flatMap(({ price }) => (price ? [amountWords(price, writing.language)] : []));
  const { next } = content;
  const nextWords = next && writing.words.date(next);
  const saysNext = nextWords !== null && stands(nextWords, letter.body);
  const draft: Draft = {
    id: newDraftId(context),
    client: client.uid,
    parts: content.parts.map(({ kind, commitment, date, price }) => ({
      kind,
      commitment,
      date,
      ...(price && { price }),
    })),
    isForAll,
    next: saysNext ? next : null,
    nextWords: saysNext ? nextWords : null,
    subject: subjectIn(thread, letter.subject),
    text: letter.body,
    // A template need not name every date.
    dateWords: words.filter((each) => stands(each, letter.body)),
    priceWords: prices.filter((each) => stands(each, letter.body)),
    madeAt: session.now,
  };
  return messageOf(session, asKnown(context, draft), content.recipients, thread);
}

/** A draft with what stands around it. */
export function messageOf(
  { settings }: Session,
  draft: Draft,
  { to, cc }: DraftContent['recipients'],
  thread: Message['thread'],
): Message {
  const [email] = settings.value('me.email');
  const name = settings.value('me.name');
  const from = email === undefined ? null : { email, ...(name && { name }) };
  return { draft, to, cc, from, thread, references: writeReferences(draft) };
}

/** How one writes to a client: their language, their clocks and mine. */
async function writingTo(
  session: Session,
  client: Client,
  { recipients }: Pick<DraftContent, 'recipients'>,
): Promise<Writing> {
  const { settings, now, calendar } = session;
  const language = await languageOf(session, client.uid);
  const { clock } = settings.notationFor([client.uid]);
  const [person] = recipients.to;
  const style = { language, clock: clock ?? '12h', now, calendar, theirZone: person?.zone ?? client.zone };
  return { ...style, words: await loadDateWords(style), me: settings.value('me.name') };
}

/** The template of each kind: the person's own, that of the client's language first; else a built-in one. */
async function templatesFor(
  { settings, io }: Session,
  client: Client,
  parts: readonly PartToDraft[],
  language: Language,
): Promise<ReadonlyMap<DraftKind, Template>> {
  const { readTemplate } = await import('../../views/drafts/template.ts');
  const code = settings.valueFor(client.uid, 'language');
  const kinds = kindsIn(parts);
  return new Map(
    kinds.map((kind) => {
      const own = readOwnTemplate(kind, code, io.env);
      const template = own
        ? readTemplate(own.text, own.path)
        : readTemplate(builtInTemplate(kind, language), `the built-in template for ${kind}`);
      return [kind, template];
    }),
  );
}

/** The language in which one writes to a client (null: to anybody), or English where followup does not write that one. */
export async function languageOf({ settings }: Session, client: string | null): Promise<Language> {
  const { ENGLISH } = await import('../../views/drafts/languages/en.ts');
  return (await loadLanguage(settings.valueFor(client, 'language'))) ?? ENGLISH;
}
