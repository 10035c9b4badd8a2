import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import { latenessOf } from '../../domain/planning/lateness.ts';
import {
  ballOf,
  type Commitment,
  currentTarget,
  isOverdue,
  wasLate,
} from '../../domain/streams/commitment.ts';
import { isAcceptedBySilence, windowEndedAt } from '../../domain/streams/delivery.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { typedPrice } from '../words/price.ts';
import { complaintJson } from './complaint.ts';
import { evidenceJson } from './evidence.ts';
import { holdsUpJson, lateOfTheirsJson } from './held-up.ts';
import { moneyJson } from './money.ts';

/** A commitment as programs see it. */
export function commitmentJson(commitment: Commitment, view: ViewContext): object {
  const { calendar, clockSettingsOf, now } = view;
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, calendar));
  const moment = (value: Moment | null) => at(value?.at ?? null);
  const chance = view.chanceOfKeeping(commitment);
  const { owesUpdates } = KIND_TRAITS[commitment.kind];
  const cadence = commitment.cadence ?? (owesUpdates ? clockSettingsOf(commitment.client).updateEvery : null);
  const heldUp = view.heldUp(commitment);
  const isTheirs = commitment.kind === 'awaiting';
  return {
    id: commitment.number,
    uid: commitment.uid,
    kind: commitment.kind,
    title: commitment.title,
    client: nameOf(commitment.client, view),
    who: commitment.who === null ? null : (commitment.person ?? nameOf(commitment.who, view)),
    project: commitment.project,
    state: commitment.state,
    ball: ballOf(commitment),
    wantedBy: moment(commitment.wantedBy),
    offered: moment(commitment.offer?.date ?? null),
    due: moment(commitment.due),
    target: moment(currentTarget(commitment)),
    nextUpdate: at(nextUpdateOf(commitment, clockSettingsOf, calendar)),
    cadence: cadence?.text ?? null,
    estimateHours: commitment.estimate?.hours ?? null,
    spentHours: rounded(commitment.spentHours, 4),
    spentMoney: commitment.spentMoney.map(moneyJson),
    inWriting: commitment.agreement?.inWriting ?? null,
    scope: commitment.scope,
    price: typedPrice(commitment),
    approvedBy: commitment.approval?.by ?? null,
    extraTo: commitment.extraTo === null ? null : view.numberOf(commitment.extraTo),
    topic: commitment.topic,
    overdue: isOverdue(commitment, now),
    createdAt: at(commitment.createdAt),
    closedAt: at(commitment.closedAt),
    snoozedUntil: moment(commitment.snooze?.until ?? null),
    blocks: commitment.blocks === null ? null : view.numberOf(commitment.blocks),
    chance: chance === null ? null : rounded(chance, 3),
    rightWhen: commitment.rightWhen,
    complaint: complaintJson(commitment, view),
    belongsTo: commitment.belongsTo && {
      complaint: view.numberOf(commitment.belongsTo.complaint),
      as: commitment.belongsTo.as,
    },
    standing: commitment.occurrence?.standing ?? null,
    occurrence: at(commitment.occurrence?.on ?? null),
    missExplained: commitment.missExplained,
    askedBy: commitment.who === null ? commitment.person : null,
    people: commitment.people,
    lateOfTheirs: isTheirs ? [] : heldUp.map((each) => lateOfTheirsJson(each, view)),
    workingDaysLate: isTheirs ? (latenessOf(commitment, now, calendar)?.workingDays ?? 0) : null,
    holdsUp: isTheirs && heldUp[0] ? holdsUpJson(heldUp[0], view) : null,
    reviewUntil:
      windowEndedAt(commitment) === null ? moment(commitment.delivery?.review?.until ?? null) : null,
    acceptedBySilence: isAcceptedBySilence(commitment),
    evidence: commitment.evidence.map(evidenceJson),
    late: wasLate(commitment),
    replyOrder: commitment.replyOrder,
    restOf: commitment.restOf === null ? null : view.numberOf(commitment.restOf),
  };
}
