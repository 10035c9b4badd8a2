import { findClient } from '../../app/clients.ts';
import { type ChosenParts, onlyClient, partsAbout, partsFor } from '../../app/draft-parts.ts';
import { keep } from '../../app/drafts.ts';
import { selectCommitments } from '../../app/select.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { DRAFT_KINDS, type DraftKind, kindsIn } from '../../domain/streams/draft.ts';
import { parseChoice } from '../../input/choice.ts';
import { parseSelection } from '../../input/selection.ts';
import { type Message, showMessage } from '../../views/drafts/message.ts';
import { remarksOnPassed } from '../../views/words/resolution.ts';
import { askForWords } from '../drafts/ask-for-words.ts';
import { editMessage } from '../drafts/edit-message.ts';
import { handOver } from '../drafts/hand-over.ts';
import { hintsOnLeftOut } from '../drafts/hints.ts';
import { keptMessage, keptMessageForAll } from '../drafts/kept-message.ts';
import { wordsOfTheirs } from '../drafts/own-words.ts';
import { readSent } from '../drafts/read-sent.ts';
import { recordSent, wordsIn } from '../drafts/record-sent.ts';
import { showSent } from '../drafts/show-sent.ts';
import { showTemplate } from '../drafts/show-template.ts';
import { writeMessage } from '../drafts/write-message.ts';
import { amount } from '../run/arguments/amount.ts';
import { oneOf, word } from '../run/arguments/argument.ts';
import { anyWords, choice, client, date, each, flag, text, withOrWithout } from '../run/arguments/option.ts';
import { AT, VIA } from '../run/arguments/shared-options.ts';
import { checkYears } from '../run/check-years.ts';
import { saidTo } from '../run/date-context.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { selectOrChoose } from '../run/prompts/select-or-choose.ts';
import type { Screen } from '../run/screen.ts';

const ARGUMENTS = {
  id: word(
    '[id]',
    'the commitment: 12; several of one client: 3,5; or . for the one last changed; left out, a list to choose from',
    'open-commitments',
  ),
  kind: oneOf(
    'kind',
    {
      confirm: 'what was agreed, in writing',
      offer: 'a date',
      update: 'where it stands, news or none',
      late: 'a date that is missed or in danger, with choices',
      chase: 'what they owe you',
      delivered: 'it is there: is it right?',
      thanks: 'for what came, or their yes',
      scope: 'it is not part of what was agreed: do they want a price?',
      price: 'what extra work costs, and when it would be there',
      resolution: 'what went wrong, and what makes it right',
      aftercare: 'does it work? are they satisfied?',
    },
    'confirm, offer, update, late, chase, delivered, thanks, scope, price, resolution or aftercare; left out, what it asks for now',
  ),
};

const OPTIONS = {
  client: client('-c, --client', 'all that this client should hear now; the kind may follow'),
  say: text('--say', 'what is new, in your words; - reads it from standard input', 'text'),
  by: date('-b, --by', 'the new date, for an offer, something late or a price'),
  price: amount('--price', 'what extra work costs: 3h, "EUR 300"; left out, as it was named before'),
  reviewUntil: date('--review-until', 'with delivered: it counts as accepted unless they object by then'),
  next: date('--next', 'when they hear from you next; left out, as the record says', 'when'),
  choice: each(
    '--choice',
    anyWords('text', 'words'),
    'what they can choose from where something is late; twice at least',
  ),
  edit: flag('--edit', 'change it in your editor first'),
  eml: text(
    '--eml',
    'write it to a file that mail programs open as a draft; - writes it out',
    'file',
    'title',
  ),
  mailto: flag('--mailto', 'print it as a web address that opens the mail program'),
  with: text('--with', 'open it with a mail program: "mutt -H"', 'program', 'title'),
  sent: withOrWithout(
    '--sent',
    anyWords('file', 'title'),
    'record that it was sent: as it was drafted, or as it is in a file (- for standard input)',
  ),
  at: AT,
  via: VIA,
  template: choice('--template', DRAFT_KINDS, 'print the template of a kind, to start one of your own from', {
    placeholder: 'kind',
    noun: 'kind',
  }),
};

type DraftCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const draft = command({
  name: 'draft',
  summary: 'a message from the record, ready to send',
  details:
    'Nothing is sent. All facts in it are from the record; what is missing is marked [...]. It is no word to anybody until --sent, or until the sent mail comes in through mail.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['draft 3', 'what 3 asks for now: a date to confirm, something late to tell, ...'],
    ['draft 3 update --say "the tests are running" --mailto', 'as an address that opens the mail program'],
    ['draft 3 late --by "tue 10 mar" --choice "half of it now" --choice "all of it later"', 'with choices'],
    [
      'draft 6 price --price "EUR 300" --by friday',
      'what is extra, what it costs, and when it would be there',
    ],
    ['draft -c joe --eml joe.eml', 'all that Joe should hear now, to open as a draft'],
    ['draft 3 confirm --sent', 'it went out: the date is in writing'],
  ],
  run: async (call) => {
    const { session, options } = call;
    if (options.template) return showTemplate(call.session, options.template, options.client);
    checkOptions(call);
    const asked = await readAsked(call);
    const { saying, dates } = await saidTo(call, { name: asked.client.name, isNew: false });
    const by = (await options.by?.readAhead(dates)) ?? null;
    const next = (await options.next?.readAhead(dates)) ?? null;
    const reviewUntil = (await options.reviewUntil?.readAhead(dates)) ?? null;
    const hints = await checkYears(call, { by, next, reviewUntil }, dates);
    const context = session.open('read');
    const wish = { kind: asked.kind, by, price: options.price ?? null, reviewUntil };
    const isNew =
      options.say !== undefined ||
      options.choice.length > 0 ||
      by !== null ||
      next !== null ||
      reviewUntil !== null ||
      options.price !== undefined ||
      options.edit;
    const kept = options.sent && !isNew ? findKept() : null;
    const message = kept ?? (await compose(choose()));
    hints.push(...keepAside(call, message));
    const screen = options.sent
      ? seen(await record(options.sent))
      : await handOver(call, message, async () =>
          (await askWhether(call, 'Has it gone out?', false)) ? record(true) : null,
        );
    return { ...screen, hints: [...hints, ...(screen.hints ?? [])] };

    function choose(): ChosenParts {
      const chosen = asked.commitments
        ? partsAbout(context, asked.client, asked.commitments, wish)
        : partsFor(context, asked.client, wish);
      refuseUnused(call, chosen);
      return chosen;
    }

    function findKept(): Message | null {
      const { client, commitments, kind } = asked;
      const forAll = commitments ? null : keptMessageForAll(session, client, kind);
      return forAll ?? keptMessage(session, client, choose().parts, kind);
    }

    /** Records that it was sent: as it was drafted, or as it stands in a file, which may also say when. */
    async function record(from: string | true): Promise<Screen> {
      const sent = from === true ? wordsIn(message) : await readSent(session, from, message.draft.subject);
      const at = (options.at ? null : sent.at) ?? saying.at;
      const outcome = await recordSent(call, message.draft, sent, { at, via: saying.via ?? 'email' });
      return showSent(outcome, call);
    }

    /** Nobody has seen the words yet that were written and recorded at once, so they stand above what they settled. */
    function seen(screen: Screen): Screen {
      if (kept !== null || options.edit || options.sent !== true) return screen;
      return { ...screen, text: async () => `${showMessage(message)}\n\n${await screen.text()}` };
    }

    function hintsOnPassed({ parts }: ChosenParts): string[] {
      return parts.flatMap(({ kind, commitment }) =>
        kind === 'resolution' && commitment ? remarksOnPassed(commitment, session.viewContext()) : [],
      );
    }

    async function compose(chosen: ChosenParts): Promise<Message> {
      const say = options.say === undefined ? null : (await call.text(options.say)) || null;
      const given = { say, choices: options.choice, next };
      const complete = await askForWords(call, chosen, given, dates);
      const written = await writeMessage(session, complete.chosen, complete.own);
      if (next && written.draft.next === null) throw unusedNext(chosen);
      if (reviewUntil && written.draft.dateWords.length === 0) throw unsaidWindow();
      hints.push(...hintsOnLeftOut(written, complete.own), ...hintsOnPassed(complete.chosen));
      const message = options.edit ? await editMessage(written, session) : written;
      session.said.push(wordsOfTheirs(written, message, complete.own));
      return message;
    }
  },
});

/** What a message is asked for about. */
interface Asked {
  readonly client: Client;
  /** Null for all that the client should hear. */
  readonly commitments: readonly Commitment[] | null;
  readonly kind: DraftKind | null;
}

async function readAsked(call: DraftCall): Promise<Asked> {
  const { session, args, options } = call;
  const context = session.open('read');
  if (options.client === undefined) {
    const named = args.id === undefined ? undefined : orThrow(parseSelection([args.id]));
    const { selection } = await selectOrChoose(call, named);
    const commitments = selectCommitments(context, selection);
    return { client: onlyClient(context, commitments), commitments, kind: args.kind ?? null };
  }
  if (args.kind !== undefined) {
    throw new Refusal(
      'id-with-client',
      'Give the number of a commitment, or --client, not both.',
      null,
      'usage',
    );
  }
  const kind = args.id === undefined ? null : orThrow(parseChoice('kind', args.id, DRAFT_KINDS));
  return { client: findClient(context.db, options.client), commitments: null, kind };
}

/** Throws a Refusal for options that exclude each other. */
function checkOptions({ session, options }: DraftCall): void {
  const { eml, mailto, with: program, sent, at, via, edit } = options;
  const { VISUAL, EDITOR } = session.io.env;
  if (edit && !VISUAL && !EDITOR && !session.io.stdin.isTerminal) {
    throw new Refusal(
      'no-terminal',
      'There is no terminal for the editor.',
      'Set EDITOR to one that needs none.',
      'usage',
    );
  }
  const outlets = [
    ...(eml === undefined ? [] : ['--eml']),
    ...(mailto ? ['--mailto'] : []),
    ...(program === undefined ? [] : ['--with']),
    ...(sent === undefined ? [] : ['--sent']),
  ];
  if (outlets.length > 1) {
    throw new Refusal(
      'options-exclude',
      `${outlets.join(' and ')} exclude each other.`,
      'Give one of them.',
      'usage',
    );
  }
  if ((at || via) && !sent && program === undefined) {
    throw new Refusal(
      'not-sent',
      '--at and --via say when and how it was sent: they go with --sent.',
      null,
      'usage',
    );
  }
  const isKind = (DRAFT_KINDS as readonly unknown[]).includes(sent);
  if (isKind) {
    throw new Refusal(
      'kind-after-sent',
      `The kind comes before --sent: ${String(sent)} --sent.`,
      null,
      'usage',
    );
  }
}

/** Throws a Refusal for words that would stand nowhere in the message. */
function refuseUnused({ options }: DraftCall, { parts }: ChosenParts): void {
  const { by, price, choice: choices, reviewUntil } = options;
  const kinds = kindsIn(parts);
  const [option, suits, kind] =
    by && !kinds.some((kind) => kind === 'offer' || kind === 'late' || kind === 'price')
      ? ['--by', 'an offer, something late or a price', 'late']
      : choices.length > 0 && !kinds.includes('late')
        ? ['--choice', 'something late', 'late']
        : price && !kinds.includes('price')
          ? ['--price', 'a price', 'price']
          : reviewUntil && !kinds.includes('delivered')
            ? ['--review-until', 'what is delivered', 'delivered']
            : [];
  if (option === undefined) return;
  throw new Refusal(
    'option-unused',
    `${option} is for ${suits}, and this is: ${kinds.join(', ')}.`,
    `Name the kind: followup draft ID ${kind}`,
    'usage',
  );
}

/** Why a time to hear next cannot be given: the message does not say it. */
function unusedNext({ parts }: ChosenParts): Refusal {
  const kinds = kindsIn(parts).join(', ');
  return new Refusal(
    'option-unused',
    `--next is for a message that says when they hear next, and this one does not: ${kinds}.`,
    'Leave it out, or name another kind: followup draft ID update',
    'usage',
  );
}

/** Why a review window cannot be given: they would not be told of it. */
function unsaidWindow(): Refusal {
  return new Refusal(
    'option-unused',
    'The message does not say until when they may object: your template has no {{reviewUntil}}.',
    'Add it to the template, or leave out --review-until.',
    'usage',
  );
}

/** Keeps the draft, so that its sent copy is known. Where that fails it is still shown. */
function keepAside({ session }: DraftCall, { draft: kept }: Message): string[] {
  try {
    keep(session.open('write'), kept);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [`The draft is not kept: ${error.message}`];
  }
}
