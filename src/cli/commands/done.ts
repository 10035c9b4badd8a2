import { type Selection, selectCommitments } from '../../app/select.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { decideDone } from '../../domain/decisions/done.ts';
import { type Commitment, isTalk, isUnpriced, unansweredPrice } from '../../domain/streams/commitment.ts';
import type { Evidence } from '../../domain/streams/delivery-events.ts';
import { readEvidence } from '../../system/read-evidence.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { remarkOnRest } from '../../views/words/resolution.ts';
import { sayDate } from '../../views/words/time.ts';
import { anyWords, date, each, effort, flag, text } from '../run/arguments/option.ts';
import { AT, BECAUSE, IDS, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import type { CallOf } from '../run/declare-command.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { remarksOnRecurring, removalOf } from '../run/prompts/removal.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

const ARGUMENTS = { id: IDS };

const OPTIONS = {
  took: effort('-t, --took', 'the total work that it took'),
  right: flag('--right', 'it was checked against its --right-when, and passes'),
  withoutApproval: flag(
    '--without-approval',
    'end a complaint although nobody there has approved a resolution; with --because',
  ),
  because: BECAUSE,
  wouldRemove: text(
    '--would-remove',
    'what would remove the need for it; asked where its topic keeps coming back',
    'text',
  ),
  link: each(
    '-l, --link',
    anyWords('path', 'words'),
    'evidence: a file, of which size and SHA-256 are kept, or a web address',
  ),
  reviewUntil: date('--review-until', 'you told them that it counts as accepted unless they object by then'),
  via: VIA,
  at: AT,
};

type DoneCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const done = verbOnCommitments({
  name: 'done',
  summary: 'delivered, kept, received or answered',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['done 3 --took 3h', 'delivered, with the work that it took'],
    ['done 3 5', 'several at once'],
    ['done . --at 9:45', 'the one last changed, done earlier'],
    [
      'done 3 --link https://example.com/report.pdf --review-until friday',
      'with its proof, and until when they may object',
    ],
  ],
  decide: decideDone,
  parse: async (call, { selection, saying, dates }) => {
    const { right, took, link } = call.options;
    if (took !== undefined && selection.length > 1 && selection !== 'last')
      throw refuseSharedTotal(selection);
    const because = await readReason(call);
    const removal = await removalOf(call, selection, call.options.wouldRemove);
    const reviewUntil = await call.options.reviewUntil?.read(dates);
    const evidence = await readAll(link);
    const isRight = right || call.session.globals.yes || (await askWhetherRight(call, selection));
    return {
      ...saying,
      tookHours: took,
      isRight: isRight || undefined,
      withoutApproval: because,
      removal,
      evidence: evidence.length === 0 ? undefined : evidence,
      reviewUntil,
    };
  },
  show: (outcome, call, many) => {
    const { commitments, changes } = outcome;
    const view = call.session.viewContext();
    return {
      ...showWrite(outcome, call.session, { many }),
      hints: [
        ...remarksOnRecurring(call, outcome),
        ...commitments.flatMap((commitment) => remarkOnRest(commitment, view)),
        ...changes.flatMap(({ stream, event }) => {
          const { number, rightWhen } = commitments.find(({ uid }) => uid === stream.uid) ?? {};
          return rightWhen && event.type === 'Delivered' && !event.isRight
            ? [`${number} is right when: ${rightWhen}. Next time, say that you have checked: --right`]
            : [];
        }),
        ...commitments.flatMap(sayUnpriced),
        ...commitments.flatMap((each) => sayNoTalk(each, commitments, view)),
      ],
    };
  },
});

/** What the links lead to, each once. Throws a Refusal. */
async function readAll(links: readonly string[]): Promise<readonly Evidence[]> {
  const found = new Map<string, Evidence>();
  for (const link of links) {
    const evidence = await readEvidence(link);
    found.set(evidence.link, evidence);
  }
  return [...found.values()];
}

/** Why a complaint ends without their approval; undefined if it does not. Throws a Refusal. */
async function readReason(call: DoneCall): Promise<string | undefined> {
  const { withoutApproval, because } = call.options;
  if (!withoutApproval) {
    if (because === undefined) return undefined;
    throw new Refusal(
      'option-unused',
      'What is done needs no reason.',
      '--because goes with --without-approval, which ends a complaint.',
      'usage',
    );
  }
  const reason = await reasonOrAsk(call, because, 'Why does it end without their approval?');
  if (reason) return reason;
  throw refuse(
    'reason-missing',
    'Why does it end without their approval?',
    'Add --because WHY: it is told wherever the complaint is.',
  );
}

/** That we do not speak again as promised, because the complaint about which we would is over. */
function sayNoTalk(talk: Commitment, finished: readonly Commitment[], view: ViewContext): string[] {
  const { number, due, belongsTo } = talk;
  const isOver = isTalk(talk) && finished.some(({ uid }) => uid === belongsTo?.complaint);
  return isOver && due && due.at > view.now
    ? [`That you speak again by ${sayDate(due, view)} (${number}) ends with it: tell them that it is done.`]
    : [];
}

/** That nobody has agreed to pay for what was delivered, with what settles it. */
function sayUnpriced(delivered: Commitment): string[] {
  if (delivered.state !== 'done' || !isUnpriced(delivered)) return [];
  const { number } = delivered;
  return unansweredPrice(delivered)
    ? [
        `${number} is delivered, and nobody has approved its price. When somebody does: followup approve ${number} WHO`,
      ]
    : [
        `${number} is delivered, and nobody has agreed to pay for it. Name its price: followup price ${number} AMOUNT; or give it: followup price ${number} free --because WHY`,
      ];
}

/** The refusal of one total for several commitments. */
function refuseSharedTotal([first, second]: readonly number[]): Refusal {
  return new Refusal(
    'took-of-several',
    '--took is the total that one of them took.',
    `Say it of each: followup done ${first} --took DURATION, then followup done ${second} --took DURATION`,
    'usage',
  );
}

/**
 * Asks in a terminal whether the work passes the check in `--right-when`; false if there is none. Throws a
 * Refusal if it does not pass.
 */
async function askWhetherRight(call: Call, selection: Selection): Promise<boolean> {
  if (!call.isInteractive) return false;
  const tested = selectCommitments(call.session.open('read'), selection).filter(hasTest);
  for (const { number, rightWhen } of tested) {
    const prompts = await call.session.prompts();
    if (await prompts.confirm(`${number} is right when: ${rightWhen}. Does it pass?`, false)) continue;
    throw refuse(
      'not-right',
      `${number} stays open: it is not right yet.`,
      `To note what is missing: followup note ${number} TEXT`,
    );
  }
  return tested.length > 0;
}

function hasTest({ kind, rightWhen, closedAt }: Commitment): boolean {
  return kind === 'request' && rightWhen !== null && closedAt === null;
}
