import type { AttentionLine, CommitmentLine, LineOf } from '../../domain/agenda/attention.ts';
import { dateOfTalk } from '../../domain/agenda/date-of-line.ts';
import type { Entry } from '../../domain/agenda/entries.ts';
import { putToThem } from '../../domain/agenda/reasons/awaiting-approval.ts';
import { type Commitment, unansweredPrice } from '../../domain/streams/commitment.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayShare } from './amount.ts';
import { dateOfUpdate } from './commitment.ts';
import { sayCounterpart } from './counterpart.ts';
import { isPressing, sayHeldUp, sayHoldsUp } from './held-up.ts';
import { sayPriceAmount, sayWhatIsPut } from './price.ts';
import { sayUsed } from './project.ts';
import { asBeginning } from './running-text.ts';
import { sayMissedTimes } from './standing.ts';
import { isToday, sayDate, sayDistance, sayRelative, sayShort } from './time.ts';

/** The reason for a line, in a few words that follow its title. */
export function sayReason(line: AttentionLine, view: ViewContext): string {
  const { now, calendar } = view;
  const isLate = line.severity === 'overdue';
  const late = `${sayDistance(line.due, now, calendar)} late`;
  switch (line.reason) {
    case 'delivery':
    case 'promise':
      return isLate ? late : `due ${sayWhen(line, view)}`;
    case 'complaint':
      return isLate ? `speak to them: ${late}` : `speak to them ${sayWhen(line, view)}`;
    case 'reply':
      return isLate ? late : `answer by ${sayWhen(line, view)}`;
    case 'waiting':
      return isLate ? `they are ${late}` : `due from them ${sayWhen(line, view)}`;
    case 'no-date': {
      const { undatedSince, wantedBy } = line.commitment;
      const wish = wantedBy ? `wants ${sayDate(wantedBy, view)}` : '';
      const missing = isLate
        ? `no date for ${sayDistance(undatedSince, now, calendar)}`
        : wish
          ? ''
          : 'no date yet';
      return [missing, wish].filter(Boolean).join(', ');
    }
    case 'offer-unanswered':
      return `no answer for ${sayDistance(line.commitment.offer?.madeAt ?? line.since, now, calendar)}`;
    case 'update':
      return isLate ? `update ${late}` : `update by ${sayWhen(line, view)}`;
    case 'not-in-writing':
      return isLate
        ? `not in writing for ${sayDistance(line.commitment.agreement?.at ?? line.since, now, calendar)}`
        : 'not in writing';
    case 'at-risk':
      return `${sayShare(line.risk.chance)} likely by ${sayWhen(line, view)}`;
    case 'unpriced-scope': {
      const delivered = line.commitment.closedAt === null ? '' : 'delivered, ';
      const price = unansweredPrice(line.commitment);
      if (price === null) return `${delivered}no price yet`;
      return `${delivered}no answer to ${sayPriceAmount(price)} yet`;
    }
    case 'awaiting-approval': {
      const putAt = putToThem(line.commitment) ?? line.since;
      return `no answer to ${sayWhatIsPut(line.commitment)} for ${sayDistance(putAt, now, calendar)}`;
    }
    case 'missed':
      return sayMissedTimes(line, view);
    case 'over-budget':
      return sayUsed(line);
    case 'aftercare':
      return `does it work? (${sayDistance(line.commitment.closedAt ?? line.since, now, calendar)})`;
    case 'review-window':
      return isLate
        ? `no objection by ${sayDate(line.review.until, view)}`
        : `they may object until ${sayWhen(line, view)}`;
    case 'remembered':
      return sayDayAhead(line, view);
    case 'quiet-client':
      return `nothing from you for ${sayDistance(line.since, now, calendar)}`;
    case 'review':
      return 'not answered today';
  }
}

/** The day of what is remembered, and how far away it is; with its year if it is said in full, or is that of another year. */
export function sayDayAhead(
  { due }: LineOf<'remembered'>,
  { now, calendar }: ViewContext,
  isInFull = false,
): string {
  const day = localDay(calendar, due);
  const said = sayDay(day, calendar, isInFull ? null : now);
  const ahead = day - localDay(calendar, now);
  return ahead === 0 ? `${said}, today` : `${said}, ${sayRelative(due, now, calendar)}`;
}

/** When a line is due: the day; or if it is today, the time and how far away it is. */
function sayWhen(line: CommitmentLine, view: ViewContext): string {
  const { commitment, due: at } = line;
  const { now, calendar } = view;
  const review = line.reason === 'review-window' ? line.review.until : null;
  const due =
    [review, commitment.due, dateOfTalk(line)].find((date) => date?.at === at) ??
    dateOfUpdate(commitment, at, calendar);
  if (!isToday(due, view)) return sayDate(due, view);
  if (due.grain === 'day') return 'today';
  // Before a window begins, its beginning is what must not be missed.
  const next = due.from !== undefined && due.from > now ? due.from : due.at;
  return `${sayShort(due, view)}, ${sayRelative(next, now, calendar)}`;
}

/** A line as a sentence that stands alone: what, for whom, and why. Safe to print. */
export function sayLine(line: AttentionLine, view: ViewContext): string {
  return [`${saySubject(line, view)}: ${sayReason(line, view)}`, ...sayConsequences([line], view)].join('; ');
}

/**
 * What is lost by something of theirs that the lines about a commitment have to do with, and what would save its date if that is
 * in danger. Safe to print.
 */
export function sayConsequences(
  lines: readonly AttentionLine[],
  view: ViewContext,
  isShort = false,
): string[] {
  const commitment = lines[0]?.commitment ?? null;
  const held = commitment === null ? [] : view.heldUp(commitment).filter(isPressing);
  if (commitment?.kind === 'awaiting') return held.map((each) => sayHoldsUp(each, view));
  const risk = lines.find((line) => line.reason === 'at-risk');
  // What waits for something of theirs is saved by nothing before that is there.
  if (held.length === 0) return risk ? [sayWhatWouldHelp(risk, view)] : [];
  return held.map((each) => sayHeldUp(each, view, isShort));
}

/** What a line is about, and for whom. Safe to print. */
export function saySubject(line: AttentionLine, view: ViewContext): string {
  if (line.reason === 'review') return 'The four questions';
  if (line.reason === 'over-budget') {
    const client = nameOf(line.counterpart, view);
    return printable(client === null ? line.project.name : `${line.project.name} for ${client}`);
  }
  if (line.reason === 'remembered') {
    return printable(
      [asBeginning(line.fact.text), nameOf(line.counterpart, view)].filter(Boolean).join(', '),
    );
  }
  if (line.commitment === null) return printable(nameOf(line.counterpart, view) ?? '');
  const { commitment } = line;
  return [printable(commitment.title), sayCounterpart(commitment, view)].filter(Boolean).join(' ');
}

/** That several updates are due to a client, and about what. */
export function sayTogether(together: readonly Commitment[]): string {
  return `${together.length} updates are due: ${together.map(({ number }) => number).join(', ')}`;
}

/** How late the first of several updates is, or when it is due: "8 days late". */
export function sayWhenTogether(line: AttentionLine, view: ViewContext): string {
  return sayReason(line, view).replace(/^update /, '');
}

/** What an entry is about, and for whom. Safe to print. */
export function sayEntrySubject({ line, together }: Entry, view: ViewContext): string {
  if (!together) return saySubject(line, view);
  return printable(`${nameOf(line.counterpart, view)}: ${sayTogether(together)}`);
}

/** What would save a date in danger. */
function sayWhatWouldHelp({ due, risk }: LineOf<'at-risk'>, { calendar, now }: ViewContext): string {
  const day = localDay(calendar, risk.holds.at);
  // Where only the time of day is in danger, the day alone would say nothing.
  const end = day === localDay(calendar, due) ? 'the end of ' : '';
  return `a date that holds: ${end}${sayDay(day, calendar, now)}`;
}
