import type { DraftContent, PartContent } from '../../src/domain/drafts/content.ts';
import { factsIn } from '../../src/domain/drafts/facts.ts';
import { type Client, newClient } from '../../src/domain/streams/client.ts';
import type { DraftKind } from '../../src/domain/streams/draft.ts';
import type { CommitmentEvent, StoryEvent } from '../../src/domain/streams/events.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import { loadDateWords } from '../../src/views/drafts/date-words.ts';
import { loadLanguage } from '../../src/views/drafts/load-language.ts';
import type { Writing } from '../../src/views/drafts/make-fields.ts';
import type { Message } from '../../src/views/drafts/message.ts';
import { builtInTemplate } from '../../src/views/drafts/outlines.ts';
import { commitment } from './given.ts';
import { CALENDAR, march, NOW } from './situation.ts';

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

/** Joe, with people. */
export const JOE: Client = {
  ...newClient('joe', 'Joe & Sons', march(1)),
  people: [{ name: 'Joe Doe', email: 'joe@example.com' }],
};

/** How one writes, in a language, to somebody in a zone. */
export async function writingIn(
  code: string,
  { calendar = CALENDAR, now = NOW, ...given }: Partial<Writing> = {},
): Promise<Writing> {
  const language = await loadLanguage(code);
  if (!language) throw new Error(`There is no language ${code}.`);
  const style = { language, clock: '24h' as const, now, calendar, theirZone: null, me: 'Ada', ...given };
  return { ...style, words: await loadDateWords(style) };
}

/** A part of a draft about the commitment that the events lead to. */
export function partAbout(
  kind: DraftKind,
  events: readonly CommitmentEvent[],
  { date = null, ...given }: Partial<PartContent> & { readonly date?: Moment | null } = {},
): PartContent {
  const it = commitment(...events);
  const facts = factsIn(events as readonly StoryEvent[]);
  return {
    kind,
    commitment: it.uid,
    date,
    about: { commitment: it, facts, blocked: null, heldUp: [], job: null, belonging: [] },
    chance: null,
    ...given,
  };
}

/** What a draft to Joe is made of. */
export function contentOf(parts: readonly PartContent[], given: Partial<DraftContent> = {}): DraftContent {
  return {
    client: JOE,
    recipients: { to: JOE.people, cc: [] },
    parts,
    say: null,
    choices: [],
    next: null,
    ...given,
  };
}

/** A message to Joe with these words. */
export function messageWith(given: Partial<Message['draft']> = {}, around: Partial<Message> = {}): Message {
  const draft = {
    id: 'D1',
    client: 'joe',
    parts: [{ kind: 'update' as const, commitment: 'C1', date: null }],
    next: null,
    isForAll: false,
    nextWords: null,
    subject: 'Report',
    text: 'Hello Joe,\n\nall is well.',
    dateWords: [],
    madeAt: NOW,
    ...given,
  };
  return {
    draft,
    to: JOE.people,
    cc: [],
    from: { name: 'Ada', email: 'ada@example.org' },
    thread: null,
    references: ['D1.update.C1.0@followup.invalid'],
    ...around,
  };
}

/** The built-in template of a kind in a language; empty where there is none. */
export async function templateIn(code: string, kind: DraftKind): Promise<string> {
  const language = await loadLanguage(code);
  return language ? builtInTemplate(kind, language) : '';
}
