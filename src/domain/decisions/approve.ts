import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import { isWritten } from '../streams/channel.ts';
import {
  type Approval,
  type Commitment,
  counterpart,
  isOpen,
  isUnwritten,
  unansweredPrice,
} from '../streams/commitment.ts';
import { type Measure, proposedMeasures, proposedRemedies } from '../streams/complaint.ts';
import type { Change } from '../streams/events.ts';
import { findPerson } from '../streams/match-client.ts';
import type { Instant } from '../time/moment.ts';
import { sayInstant } from '../time/wording.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseVerb } from './guards.ts';
import { namesNobody } from './mention-clients.ts';
import type { Situation } from './situation.ts';

export interface ApproveInput extends Saying {
  /** The name of whoever said yes, as typed. */
  readonly who: string;
  readonly inWriting: boolean;
  /** Which of the remedies they chose, by number, from 1; all of them if none is given. */
  readonly choices: readonly number[];
}

/**
 * Records a named person's yes: to the resolution of a complaint, which opens what was approved; or to the price of extra work,
 * which agrees the date that the price named.
 */
export function decideApprove(commitment: Commitment, input: ApproveInput, situation: Situation): Decision {
  const { who, at, via } = input;
  const { number } = commitment;
  const no =
    refuseVerb('approve', commitment, input, situation) ?? refuseTooEarly(commitment, input, situation);
  if (no) return no;
  if (!who || namesNobody(who)) {
    return refuse(
      'person-missing',
      who ? 'A yes to it has to come from them.' : 'Who has approved it?',
      `Name the person: followup approve ${number} WHO`,
    );
  }
  const client = situation.clients.find(({ uid }) => uid === counterpart(commitment));
  const approval = {
    by: (client && findPerson(client, who)?.name) ?? who,
    at,
    inWriting: input.inWriting || isWritten(via),
  };
  const chosen = chooseMeasures(commitment, input.choices);
  if (!Array.isArray(chosen)) return chosen;
  return commitment.complaint
    ? approveResolution(commitment, approval, chosen, input, situation)
    : approvePrice(commitment, approval, input, situation);
}

/** Refuses a yes that was said before there was something to say yes to; otherwise null. */
function refuseTooEarly(commitment: Commitment, { at }: Saying, { calendar }: Situation): Refusal | null {
  const putAt: Instant | null | undefined = commitment.complaint?.putAt ?? unansweredPrice(commitment)?.putAt;
  if (!putAt || at >= putAt) return null;
  return refuse(
    'before-request',
    `${commitment.number} was put to them on ${sayInstant(putAt, calendar)}, after that.`,
    'Check --at.',
  );
}

/** The measures that were approved: all that are proposed, but of the remedies only those that they chose. */
function chooseMeasures({ number, complaint }: Commitment, choices: readonly number[]): Measure[] | Refusal {
  const proposed = complaint ? proposedMeasures(complaint) : [];
  const remedies = complaint ? proposedRemedies(complaint) : [];
  const missing = choices.find((choice) => remedies[choice - 1] === undefined);
  if (missing !== undefined) {
    return refuse(
      'choice-unknown',
      complaint === null
        ? `${number} is no complaint: there are no remedies to choose from.`
        : remedies.length === 0
          ? `No remedy is proposed for ${number}.`
          : `There is no remedy ${missing}: ${remedies.length === 1 ? 'there is one' : `there are ${remedies.length}`}.`,
      `See: followup show ${number}`,
    );
  }
  if (choices.length === 0) return proposed;
  return proposed.filter(
    (each) => each.part !== 'remedy' || choices.includes(remedies.findIndex(({ id }) => id === each.id) + 1),
  );
}

function approveResolution(
  complaint: Commitment,
  approval: Approval,
  measures: readonly Measure[],
  { at, via }: Saying,
  situation: Situation,
): Change[] {
  const ids = measures.map(({ id }) => id);
  const approved = { type: 'ResolutionApproved' as const, ...approval, measures: ids, via };
  return [
    on(complaint, defined(approved)),
    ...measures.flatMap((measure) => open(complaint, measure, { at, via }, situation)),
  ];
}

/** What an approved measure opens: a promise of ours, or something of theirs to wait for; nothing unless it says whose and when. */
function open(
  complaint: Commitment,
  { id, part, text, side, due }: Measure,
  saying: Saying,
  situation: Situation,
): readonly Change[] {
  const { client } = complaint;
  if (side === null || due === null || client === null) return [];
  const start = {
    title: asTitle(text),
    client,
    due,
    belongsTo: { complaint: complaint.uid, as: part, measure: id },
    ...defined({ at: saying.at, via: saying.via }),
  };
  const begun =
    side === 'ours'
      ? begin({ type: 'PromiseMade', ...start }, situation)
      : begin({ type: 'PromiseAwaited', who: client, ...start }, situation);
  return begun.changes;
}

function approvePrice(
  request: Commitment,
  approval: Approval,
  { at, via }: Saying,
  situation: Situation,
): Change[] {
  const date = unansweredPrice(request)?.date;
  const isAgreed = date && isOpen(request) && date.at > at && date.at !== request.due?.at;
  const target = isAgreed ? targetOf(request, date, situation) : undefined;
  return [
    on(request, defined({ type: 'PriceApproved' as const, ...approval, via })),
    ...(date && date.at === request.due?.at && approval.inWriting && isUnwritten(request)
      ? [on(request, defined({ type: 'PutInWriting' as const, at, via }))]
      : []),
    ...(isAgreed
      ? [
          on(
            request,
            defined({
              type: 'DateAgreed' as const,
              date,
              target,
              inWriting: approval.inWriting,
              at,
              via,
            }),
          ),
        ]
      : []),
  ];
}
