import type { DraftContent, PartContent, TheirLateness } from '../../domain/drafts/content.ts';
import type { SaidBefore } from '../../domain/drafts/facts.ts';
import { dateToConfirm } from '../../domain/drafts/kinds.ts';
import { settledAt } from '../../domain/planning/held-up.ts';
import {
  type Commitment,
  isOpen,
  isOverdue,
  openedBy,
  pendingOffer,
  unansweredPrice,
} from '../../domain/streams/commitment.ts';
import {
  type Complaint,
  type Measure,
  measuresOf,
  partsOf,
  proposedMeasures,
} from '../../domain/streams/complaint.ts';
import { standingWindow } from '../../domain/streams/delivery.ts';
import { GAP } from '../../domain/streams/draft.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { printable } from '../printable.ts';
import { truncate } from '../terminal/width.ts';
import { amountWords } from './amount-words.ts';
import type { DateStyle, DateWords } from './date-words.ts';
import type {
  DraftFields,
  HeldUpFields,
  ItemFields,
  MeasureFields,
  ResolutionFields,
  SaidFields,
} from './fields.ts';
import type { Language } from './language.ts';

/** Who writes, and how. */
export interface Writing extends DateStyle {
  readonly words: DateWords;
  /** My name, under the message; empty if it is not set. */
  readonly me: string;
}

/** More than this of a title is not repeated in a message. */
const LONGEST_TITLE = 200;
/** Columns of a subject. */
const LONGEST_SUBJECT = 120;

/** What a template shows of a draft: all of it comes from the record, or from the person's own words. */
export function makeFields(content: DraftContent, writing: Writing): DraftFields {
  const { client, recipients, parts, say, choices, next } = content;
  const { language, words, now, me } = writing;
  const [person] = recipients.to;
  const names = recipients.to.map(({ name }) => oneLine(name)).join(', ');
  // A client without people may be a person.
  const name = names || (client.people.length === 0 ? oneLine(client.name) : null);
  const items = parts.flatMap((part) => (part.about ? [itemOf(part, part.about, writing)] : []));
  return {
    greeting: language.greeting(name),
    closing: [language.regards, ...(me === '' ? [] : [oneLine(me)])].join('\n'),
    titles: truncate(items.map(({ title }) => title).join(', ') || oneLine(client.name), LONGEST_SUBJECT),
    client: oneLine(client.name),
    person: person ? oneLine(person.name) : null,
    me: me === '' ? null : oneLine(me),
    today: words.day(now),
    say: say === null ? null : severalLines(say),
    next: next && words.dateInBothZones(next),
    isAwaited: items.some(({ isAwaited }) => isAwaited),
    choices: atLeastTwo(choices).map((text, index) => ({ number: index + 1, text })),
    items,
  };
}

/** A choice is one of two at least; those that are missing are gaps. */
function atLeastTwo(choices: readonly string[]): (string | null)[] {
  const given = choices.map(inOneLine);
  return [...given, ...Array<null>(Math.max(0, 2 - given.length)).fill(null)];
}

function itemOf(
  { kind: draftKind, date, price: put, chance }: PartContent,
  { commitment, facts, blocked, heldUp, job, belonging }: NonNullable<PartContent['about']>,
  { language, words, now }: Writing,
): ItemFields {
  const { title, kind, rightWhen, complaint } = commitment;
  const due = dateToConfirm(commitment);
  const said = (before: SaidBefore | null): SaidFields | null =>
    before && { how: sayHow(before), date: before.date && words.dateInBothZones(before.date) };
  const offer = pendingOffer(commitment);
  const unanswered = unansweredPrice(commitment);
  const price = put ?? unanswered?.amount;
  const isSettled = facts.agreed !== null;
  const review = draftKind === 'delivered' && date ? date : (standingWindow(commitment)?.until ?? null);
  const received = said(facts.received);
  const accepted = said(facts.accepted);
  return {
    title: titleOf(title),
    due: due && words.dateInBothZones(due),
    newDate: date && words.dateInBothZones(date),
    price: price ? amountWords(price, language) : null,
    chance: chance === null ? null : sayChance(chance, language),
    // An answer that is owed has no date that was named to them.
    isLate: kind !== 'reply' && isOverdue(commitment, now),
    isAwaited: kind === 'awaiting' && isOpen(commitment),
    isReceivedOrAccepted: received !== null || accepted !== null,
    rightWhen: rightWhen === null ? null : oneLine(rightWhen),
    reasons: facts.reasons.map(oneLine),
    asked: kind === 'reply' || kind === 'complaint' ? null : said(facts.asked),
    approvedPrice: approvedPriceOf(commitment, language),
    complained: kind === 'complaint' ? said(facts.asked) : null,
    wrote: kind === 'reply' ? said(facts.asked) : null,
    decided: commitment.decided ? said(facts.asked) : null,
    agreed: said(facts.agreed),
    promised: isSettled ? null : said(facts.promised),
    theirPromise: isSettled ? null : said(facts.theirPromise),
    question: isSettled ? null : said(facts.question),
    pending: offer && said(facts.offered),
    priced: unanswered && said(facts.priced),
    proposed: commitment.complaint && commitment.state === 'offered' ? said(facts.proposed) : null,
    delivered: said(facts.delivered),
    received,
    accepted,
    reviewUntil: review && review.at > now ? words.dateInBothZones(review) : null,
    blocked: blocked && {
      name: titleOf(blocked.commitment.title),
      due: blocked.commitment.due && words.dateInBothZones(blocked.commitment.due),
      days: blocked.daysLate > 0 ? language.workingDays(blocked.daysLate) : null,
    },
    heldUp: heldUp.flatMap(heldUpFields),
    isHeldUp: heldUp.length > 0,
    isStillAwaited: heldUp.some(({ lateness }) => lateness.until === null),
    ...(complaint && resolutionOf(complaint, belonging, { language, words })),
    extraTo: job && { name: titleOf(job.title) },
  };

  function heldUpFields({ awaiting, lateness, from }: TheirLateness): HeldUpFields[] {
    const { missed, until, workingDays, isPart } = lateness;
    return missed.slice(0, 1).map((first) => ({
      name: titleOf(awaiting.title),
      from: from === null ? null : oneLine(from),
      missed: words.dateInBothZones(first),
      // What was given up did not come.
      came: until === null || awaiting.state === 'dropped' ? null : language.onDay(words.day(until)),
      days: workingDays > 0 ? language.workingDays(workingDays) : null,
      since: isPart ? words.day(settledAt(commitment)) : null,
    }));
  }

  function sayHow({ at, via }: SaidBefore): string {
    const channel = via === null || via === 'other' ? [] : [language.channels[via]];
    return [...channel, language.onDay(words.day(at))].join(' ');
  }
}

/** The price of extra work that somebody has approved, and who; null if nobody has. */
function approvedPriceOf({ price, approval }: Commitment, language: Language): ItemFields['approvedPrice'] {
  const amount = approval && price?.amount;
  return amount ? { price: amountWords(amount, language), approver: oneLine(approval.by) } : null;
}

/** What is said of the resolution of a complaint. What has to be said and is not known is a gap. */
function resolutionOf(
  complaint: Complaint,
  belonging: readonly Commitment[],
  { language, words }: Pick<Writing, 'language' | 'words'>,
): ResolutionFields {
  const affected = partsOf(complaint, 'affected');
  const neededBy = affected.findLast((each) => each.neededBy !== null)?.neededBy;
  const conclusions = partsOf(complaint, 'conclusion').map(({ text }) => oneLine(text));
  const cause = partsOf(complaint, 'cause').at(-1)?.cause;
  const facts = partsOf(complaint, 'fact').map(({ text, link }) => ({
    text: oneLine(text),
    link: link === null ? null : oneLine(link),
  }));
  const proposed = proposedMeasures(complaint);
  const approved = measuresOf(complaint).filter(({ standing }) => standing === 'approved');
  // Its date may have been moved since; what is done, or off, does not stand any more.
  const stillToCome = approved.flatMap((each) => {
    const opened = openedBy(each, belonging);
    if (!opened) return each;
    return isOpen(opened) ? { ...each, due: opened.due } : [];
  });
  const remedies = proposed.filter(({ part }) => part === 'remedy').map(measure);
  const preventions = proposed.filter(({ part }) => part === 'prevention').map(measure);
  const missing = { number: 1, text: null, isOurs: false, isTheirs: false, by: null };
  return {
    affected: affected.flatMap(({ text }) => (text === null ? [] : [oneLine(text)])),
    neededBy: neededBy ? words.dateInBothZones(neededBy) : null,
    facts: facts.length > 0 ? facts : [{ text: null, link: null }],
    hasConclusions: conclusions.length > 0 || cause !== undefined,
    conclusions,
    cause: cause === undefined ? null : language.causes[cause],
    remedies: remedies.length > 0 || approved.length > 0 ? remedies : [missing],
    // Their own part is nothing that they choose from.
    isOneOf: remedies.filter(({ isTheirs }) => !isTheirs).length > 1,
    hasPreventions: preventions.length > 0,
    preventions,
    approved: stillToCome.map(measure),
  };

  function measure({ text, side, due }: Measure, index: number): MeasureFields {
    return {
      number: index + 1,
      text: oneLine(text),
      isOurs: side === 'ours',
      isTheirs: side === 'theirs',
      by: due && words.dateInBothZones(due),
    };
  }
}

/** The words with which dates stand in a draft, whatever is said about them. */
export function dateWordsOf(dates: readonly (Moment | null)[], { date }: DateWords): string[] {
  return dates.flatMap((each) => (each ? [date(each)] : []));
}

function titleOf(title: string): string {
  return truncate(oneLine(title), LONGEST_TITLE);
}

/** Words of the record. What looks like a gap there is none, because nothing is missing. */
function oneLine(text: string): string {
  return inOneLine(text).replaceAll(GAP, '[…]');
}

function inOneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}

function severalLines(text: string): string {
  return text
    .trim()
    .split(/\r\n?|\n/)
    .map(printable)
    .join('\n');
}

/** A probability as screens say it: no forecast is ever certain or impossible. */
function sayChance(chance: number, { percent, moreThan, lessThan }: Language): string {
  if (chance < 0.01) return lessThan(percent(1));
  return chance > 0.99 ? moreThan(percent(99)) : percent(Math.round(100 * chance));
}
