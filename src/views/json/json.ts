import { type AttentionLine, settlingCommand } from '../../domain/agenda/attention.ts';
import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import { ballOf, type Commitment, currentTarget, isOverdue } from '../../domain/streams/commitment.ts';
import type { Contact } from '../../domain/streams/contact.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { settlingArguments } from '../words/command.ts';
import { sayEvidence } from '../words/evidence.ts';
import { sayLine } from '../words/reason.ts';
import { toLocalIso } from '../words/time.ts';

/** A commitment as programs see it (design 4.3). */
export function commitmentJson(commitment: Commitment, view: ViewContext): object {
  const { calendar, clockSettingsOf, now } = view;
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, calendar));
  const moment = (value: Moment | null) => at(value?.at ?? null);
  const { owesUpdates } = KIND_TRAITS[commitment.kind];
  const cadence = commitment.cadence ?? (owesUpdates ? clockSettingsOf(commitment.client).updateEvery : null);
  return {
    id: commitment.number,
    uid: commitment.uid,
    kind: commitment.kind,
    title: commitment.title,
    client: nameOf(commitment.client, view),
    who: nameOf(commitment.who, view),
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
    spentHours: commitment.spentHours,
    inWriting: commitment.agreement?.inWriting ?? null,
    scope: commitment.scope,
    overdue: isOverdue(commitment, now),
    createdAt: at(commitment.createdAt),
    closedAt: at(commitment.closedAt),
    snoozedUntil: moment(commitment.snooze?.until ?? null),
    blocks: commitment.blocks === null ? null : view.numberOf(commitment.blocks),
    rightWhen: commitment.rightWhen,
  };
}

/** A contact as programs see it; `about` and `opened` are numbers of commitments. */
export function contactJson(contact: Contact, view: ViewContext): object {
  return {
    uid: contact.uid,
    client: nameOf(contact.client, view),
    direction: contact.direction,
    channel: contact.via,
    at: toLocalIso(contact.at, view.calendar),
    text: contact.text,
    about: contact.about === null ? null : view.numberOf(contact.about),
    opened: contact.opened === null ? null : view.numberOf(contact.opened),
  };
}

/** A line of attention as programs see it. */
export function lineJson(line: AttentionLine, view: ViewContext): object {
  return {
    severity: line.severity,
    reason: line.reason,
    id: line.commitment?.number ?? null,
    client: nameOf(line.commitment?.client ?? line.counterpart, view),
    title: line.commitment?.title ?? null,
    due: toLocalIso(line.due, view.calendar),
    since: toLocalIso(line.since, view.calendar),
    message: sayLine(line, view),
    command: `followup ${settlingArguments(line, view).map(quoteForShell).join(' ')}`,
    needs: settlingCommand(line).needs,
    ...(line.reason === 'at-risk' && {
      chance: rounded(line.risk.chance, 3),
      holds: toLocalIso(line.risk.holds.at, view.calendar),
      hoursTooMuch: line.risk.hoursTooMuch,
    }),
  };
}

/** One of the four questions as programs see it. */
export function questionJson(question: Question, given: DayAnswer | undefined, view: ViewContext): object {
  return {
    number: question.number,
    question: question.question,
    evidence: question.evidence.map((evidence) => ({
      fact: evidence.fact,
      client: nameOf(evidence.client, view),
      id: evidence.commitment?.number ?? null,
      since: evidence.since === null ? null : toLocalIso(evidence.since, view.calendar),
      text: sayEvidence(evidence, view),
    })),
    answered: given?.overall ? dayAnswerJson(given, view) : null,
  };
}

function dayAnswerJson({ at, answer, note, byClient }: DayAnswer, view: ViewContext): object {
  return {
    at: toLocalIso(at, view.calendar),
    answer,
    note,
    ...(byClient.length > 0 && {
      byClient: byClient.map((each) => ({
        client: nameOf(each.client, view),
        answer: each.answer,
        note: each.note,
      })),
    }),
  };
}

/** A word as a POSIX shell reads it back: in single quotes unless it is harmless as it is. */
export function quoteForShell(word: string): string {
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
