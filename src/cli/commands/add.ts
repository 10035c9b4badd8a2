import { clientWithUid } from '../../app/clients.ts';
import { readFavours } from '../../app/favours.ts';
import type { Outcome } from '../../app/outcome.ts';
import { selectCommitments } from '../../app/select.ts';
import { defined } from '../../domain/base/defined.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { type AddInput, decideAdd } from '../../domain/decisions/add.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { titleOf } from '../../domain/mail/message.ts';
import { newWork } from '../../domain/planning/work-left.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { sayFavoursLately, sayNextFavour } from '../../views/words/price.ts';
import { title } from '../run/arguments/argument.ts';
import { cadence, choice, client, commitment, date, flag, project, text } from '../run/arguments/option.ts';
import {
  ESTIMATE,
  EXPLAIN,
  IN_WRITING,
  MAIL,
  NEW_CLIENT,
  TOPIC,
  VIA,
} from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { saidTo, writtenWith } from '../run/date-context.ts';
import type { ReadWord } from '../run/mailed-word.ts';
import { clientOrAsk, type NewCommitment, readNewCommitment } from '../run/new-commitment.ts';
import { askAnything, textOrAsk } from '../run/prompts/ask.ts';
import { topicOf } from '../run/prompts/topic.ts';
import type { Session } from '../run/session/session.ts';
import { showWrite } from '../run/show-write.ts';
import { type Start, verbThatStarts } from '../run/write-verb.ts';
import { askAboutDate } from './ask-about-date.ts';
import { askEstimate } from './ask-estimate.ts';

export const add = verbThatStarts({
  name: 'add',
  summary: 'record what a client asked for',
  details:
    'Inside the text @client (@acme-corp for Acme Corp), ~3h or "est 3h", +project and a closing "by friday 5pm" are understood; options take precedence.',
  arguments: { what: title('what they asked for') },
  options: {
    for: client('-c, --for', 'who asked'),
    by: date('-b, --by', 'the date they would like'),
    estimate: ESTIMATE,
    agreed: date('--agreed', 'the date that both sides have already settled'),
    inWriting: IN_WRITING,
    because: text('-r, --because', 'what depends on the date', 'why'),
    project: project('-p, --project', 'the project it belongs to'),
    via: VIA,
    mail: MAIL,
    asked: date('--asked', 'when they asked, if not just now: "yesterday 4pm"', 'when'),
    updateEvery: cadence('--update-every', 'how often they are to hear about it: daily, 2/day, weekly'),
    rightWhen: text(
      '--right-when',
      'how both sides will know that it is correct; asked again at done',
      'test',
    ),
    outOfScope: flag('--out-of-scope', 'not part of what was agreed: to be priced and approved first'),
    topic: TOPIC,
    scope: choice('--scope', ['in', 'out'], 'in or out of what was agreed; out is --out-of-scope'),
    extraTo: commitment('--extra-to', 'the commitment that it is more work on than was agreed: out of scope'),
    explain: EXPLAIN,
    newClient: NEW_CLIENT,
  },
  examples: [
    ['add Quarterly report @joe ~2h', 'a request without a date: it shows one that you can offer'],
    ['add "Fix the login page" --for "Acme Corp" --by "friday 5pm"', 'with the date they would like'],
    [
      'add "Invoice run" -c globex --right-when "the totals match the ledger"',
      'and how you will both know that it is right',
    ],
    ['add --mail message.eml --by friday', 'what they wrote: the title is its subject'],
    ['add "A second language" --extra-to 3', 'more than was agreed of 3: it needs a price first'],
    ['add "Data export" -c globex --agreed "12 mar" --in-writing', 'with a date that is settled'],
  ],
  decide: decideAdd,
  parse: async (call): Promise<Start<AddInput>> => {
    const { options } = call;
    if (options.inWriting && !options.agreed) {
      throw new Refusal('nothing-agreed', '--in-writing needs --agreed DATE.', null, 'usage');
    }
    const isOut = isOutOfScope(options);
    const job = options.extraTo && selectCommitments(call.session.open('read'), options.extraTo)[0];
    const question = 'What did they ask for?';
    const mailed = await readMailed(call);
    const isUntitled = call.args.what === '' && mailed !== null;
    const words = isUntitled ? '' : await textOrAsk(call, call.args.what, question);
    const client = await clientOrAsk(call, options.for ?? mailed?.client?.name, words, async () =>
      // It is for whoever the job is for.
      job ? undefined : askAnything(call, 'Who asked? (Enter: nobody)'),
    );
    const owner = client ?? ownerOf(call.session, job);
    const { saying, dates } = mailed
      ? writtenWith(call.session, mailed.saying, owner)
      : await saidTo(call, owner);
    const agreed = await options.agreed?.read(dates);
    // What they wrote above their message was not written for this program: only the options count besides.
    const read: NewCommitment = isUntitled
      ? defined({
          title: titleOf(mailed.message),
          hints: [],
          by: await options.by?.read(dates),
          estimate: options.estimate,
        })
      : await readNewCommitment(call, words, dates, {
          question,
          client: { option: 'for', given: options.for },
          hasDate: agreed !== undefined,
        });
    const estimate =
      options.estimate ??
      read.estimate ??
      (agreed || read.by ? undefined : await askEstimate(call, newWork('request')));
    return {
      hints: [...read.hints, ...(mailed?.remarks ?? [])],
      dates,
      about: options.extraTo,
      input: {
        ...saying,
        title: read.title,
        client,
        wantedBy: read.by,
        agreed,
        inWriting: options.inWriting,
        because: options.because,
        ...estimateFields(estimate),
        project: options.project ?? read.project,
        cadence: await options.updateEvery?.read(dates),
        scope: isOut ? 'out' : 'in',
        rightWhen: options.rightWhen,
        topic: await topicOf(call, options.topic),
        words: mailed ? { text: mailed.text, message: mailed.fields } : undefined,
      },
    };
  },
  show: (outcome, call) => {
    const { session } = call;
    // What it is extra to was not changed.
    const request = outcome.commitments.find(({ uid }) => isStarted(uid, outcome));
    const started = request ? { ...outcome, commitments: [request] } : outcome;
    const screen = showWrite(started, session, {
      explain: call.options.explain,
      remark: (view) => (request ? remarkOnFavours(request, call.session, view) : []),
    });
    // The price of extra work comes first, and names the date.
    const isUndated = request?.state === 'asked' && request.wantedBy === null && request.scope === 'in';
    return isUndated && session.isInteractive
      ? { ...screen, afterwards: () => askAboutDate(call, request) }
      : screen;
  },
});

function isStarted(uid: string, { changes }: Outcome): boolean {
  return changes.some(({ stream, event }) => stream.uid === uid && event.type === 'NumberGiven');
}

/** What the client was given free lately, where they ask for more. */
function remarkOnFavours({ client, scope }: Commitment, session: Session, view: ViewContext): string[] {
  if (client === null) return [];
  const favours = readFavours(session.open('read'), client);
  if (favours.count === 0) return [];
  const said = scope === 'out' ? `it would be ${sayNextFavour(favours, view)}` : sayFavoursLately(favours);
  return labelled('free', said, view);
}

/** Whether the line says that it is not part of what was agreed. Throws a Refusal if it says both. */
function isOutOfScope(options: {
  readonly outOfScope: boolean;
  readonly scope: 'in' | 'out' | undefined;
  readonly extraTo: unknown;
}): boolean {
  const isExtra = options.outOfScope || options.extraTo !== undefined;
  if (!isExtra || options.scope !== 'in') return isExtra || options.scope === 'out';
  throw new Refusal(
    'options-exclude',
    `--scope in and ${options.outOfScope ? '--out-of-scope' : '--extra-to'} exclude each other.`,
    'Give one of them.',
    'usage',
  );
}

/** The client of a commitment as it is named in a line. */
function ownerOf(session: Session, job: Commitment | undefined): ClientMention | undefined {
  const uid = job && counterpart(job);
  const client = uid && clientWithUid(session.open('read').db, uid);
  return client ? { name: client.name, isNew: false } : undefined;
}

/** The message in which they asked; null without one. It is from a client, or the line says whose it is. */
async function readMailed(
  call: Call<{ readonly what: string }, { readonly for: string | undefined }>,
): Promise<ReadWord | null> {
  if (call.saidWith.mail === undefined) return null;
  const { readMailedRequest } = await import('../run/mailed-word.ts');
  return readMailedRequest(call, {
    isClientNamed: call.options.for !== undefined,
    isTitled: call.args.what !== '',
  });
}
