import { clientWithUid } from '../../app/clients.ts';
import { selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { acceptText } from '../../domain/base/text.ts';
import { type ApproveInput, decideApprove } from '../../domain/decisions/approve.ts';
import {
  type Commitment,
  counterpart,
  isOpen,
  isOverdue,
  openedBy,
} from '../../domain/streams/commitment.ts';
import {
  addedSincePut,
  type Measure,
  measuresOf,
  proposedMeasures,
  proposedRemedies,
} from '../../domain/streams/complaint.ts';
import { printable } from '../../views/printable.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { asBeginning } from '../../views/words/running-text.ts';
import { sayDate } from '../../views/words/time.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { wholeNumber } from '../run/arguments/count.ts';
import { each, flag } from '../run/arguments/option.ts';
import { AT, ID, MAIL, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import type { CallOf } from '../run/declare-command.ts';
import { personOrAsk } from '../run/prompts/choose-person.ts';
import { showWrite } from '../run/show-write.ts';
import { type Target, verbOnCommitments } from '../run/write-verb.ts';

const ARGUMENTS = { id: ID, who: textAfterIds('[who...]', 'the person who said yes', 'title') };

const OPTIONS = {
  inWriting: flag('-w, --in-writing', 'their yes is in writing'),
  choice: each(
    '--choice',
    { placeholder: 'number', read: readNumberOfRemedy },
    'which of the remedies they chose, by its number; again for each',
  ),
  via: VIA,
  at: AT,
  mail: MAIL,
};

type ApproveCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const approve = verbOnCommitments({
  name: 'approve',
  summary: 'record who said yes: to a price, or to a resolution',
  details:
    'A yes has the name of whoever gave it. To the price of extra work it also agrees the date that the price named. To the resolution of a complaint it opens what was approved.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['approve 6 Dana --via phone', 'Dana said yes on the phone'],
    ['approve 6 "Dana Reyes" --in-writing', 'and it is in writing'],
    ['approve 6 --mail message.eml', 'their message says so; its sender is who said yes'],
  ],
  decide: decideApprove,
  parse: async (call, target): Promise<ApproveInput> => ({
    ...target.saying,
    who: await findWho(call, target),
    inWriting: call.options.inWriting,
    choices: await choicesOrAsk(call, target),
  }),
  show: (outcome, call, many) => {
    const view = call.session.viewContext();
    return {
      ...showWrite(outcome, call.session, { many }),
      hints: outcome.commitments.flatMap((after) => {
        const { complaint, price } = outcome.before.find(({ uid }) => uid === after.uid) ?? {};
        if (complaint) {
          return [
            ...remarksOnChoice(call, after.number, proposedRemedies(complaint)),
            ...remarksOnAdded(after, addedSincePut(complaint)),
            ...remarksOnLate(view.belongingTo(after.uid), proposedMeasures(complaint), view),
          ];
        }
        const date = price?.date;
        const isMissed = date && isOpen(after) && after.due?.at !== date.at;
        return isMissed
          ? [
              `The date that the price named has passed: ${sayDate(date, view)}. Another one: followup offer ${after.number} DATE`,
            ]
          : [];
      }),
    };
  },
});

/** Which of several remedies they chose, by number: as typed, else asked for in a terminal; all of them elsewhere. */
async function choicesOrAsk(call: ApproveCall, { selection }: Target): Promise<readonly number[]> {
  const { choice: given } = call.options;
  if (given.length > 0 || !call.isInteractive) return given;
  const [first] = selectCommitments(call.session.open('read'), selection);
  const remedies = first?.complaint ? proposedRemedies(first.complaint) : [];
  if (remedies.length < 2) return given;
  const prompts = await call.session.prompts();
  return prompts.chooseFromList<readonly number[]>('Which of the remedies did they choose?', [
    { name: 'all of them', value: [] },
    ...remedies.map(({ text }, index) => ({ name: `${index + 1}. ${text}`, value: [index + 1] })),
  ]);
}

/** Reads the number of a remedy. Throws a Refusal. */
function readNumberOfRemedy(word: string): number {
  const number = wholeNumber(word);
  if (number !== null) return number;
  throw new Refusal(
    'malformed-number',
    `"${word}" is not the number of a remedy.`,
    'Give one number, and --choice again for each: --choice 1 --choice 2',
    'usage',
  );
}

/** That all remedies were approved, where they may have chosen one, and nobody was asked. */
function remarksOnChoice(call: ApproveCall, number: number, remedies: readonly Measure[]): string[] {
  if (remedies.length < 2 || call.options.choice.length > 0 || call.isInteractive) return [];
  return [
    `All ${remedies.length} remedies are approved. If they chose one: followup undo, then followup approve ${number} WHO --choice NUMBER`,
  ];
}

/** That something was approved which was not put to them, as far as the record knows. */
function remarksOnAdded({ number, complaint }: Commitment, added: readonly Measure[]): string[] {
  const measures = complaint ? measuresOf(complaint) : [];
  const isApproved = (id: string) => measures.some((each) => each.id === id && each.standing === 'approved');
  const first = added.find(({ id }) => isApproved(id));
  if (!first) return [];
  return [
    `"${printable(asBeginning(first.text))}" was added after the resolution was put to them, and is approved with it. If they have not heard of it: followup undo, tell them, then followup offer ${number}`,
  ];
}

/** That what was approved is late already, because nobody answered in time. */
function remarksOnLate(
  belonging: readonly Commitment[],
  proposed: readonly Measure[],
  { now }: ViewContext,
): string[] {
  return proposed
    .flatMap((measure) => openedBy(measure, belonging) ?? [])
    .filter((opened) => isOverdue(opened, now))
    .map(
      ({ number, title, kind }) =>
        `The date of ${number} ${printable(asBeginning(title))} has passed. Another one: followup ${kind === 'awaiting' ? 'move' : 'offer'} ${number} DATE --because WHY`,
    );
}

/** Who said yes: as typed, else who sent the message that says so, else asked for in a terminal; empty elsewhere. */
async function findWho(call: Call<{ readonly who: string }>, { selection, mailed }: Target): Promise<string> {
  const typed = call.args.who.trim();
  if (typed !== '') return typed;
  const sender = mailed && 'person' in mailed.correspondent ? mailed.correspondent.person : null;
  const who = sender?.name ?? (await personOrAsk(call, peopleOf(call, selection), 'Who said yes?'));
  return acceptText(who ?? '', 'title');
}

/** The names of the people of the client that the first of the commitments is with. */
function peopleOf({ session }: Call, selection: Target['selection']): readonly string[] {
  const context = session.open('read');
  const [first] = selectCommitments(context, selection) as readonly (Commitment | undefined)[];
  const whose = first && counterpart(first);
  const client = whose ? clientWithUid(context.db, whose) : null;
  return (client?.people ?? []).map(({ name }) => name);
}
