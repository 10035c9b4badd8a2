import { type Commitment, isTalk } from '../streams/commitment.ts';
import { NO_REASON, type StoryEvent } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import type { ReportStep } from './client-report.ts';

/** What of a commitment's story is told so far, and its date by then. */
interface Told {
  readonly steps: readonly ReportStep[];
  readonly due: Moment | null;
}

/**
 * What the events of a commitment say that a client may read, in order. Each step is made of a few fields of one event. My reasons
 * are left out unless they are asked for.
 */
export function stepsIn(
  events: readonly StoryEvent[],
  commitment: Pick<Commitment, 'kind' | 'belongsTo'>,
  { withReasons }: { readonly withReasons: boolean },
): readonly ReportStep[] {
  const { steps } = tellAll(events, commitment.kind === 'complaint', withReasons);
  const wasDone = steps.some(({ step }) => DONE.has(step));
  const meant = wasDone ? steps.filter(({ step }) => step !== 'missed') : steps;
  return isTalk(commitment) ? meant.flatMap(asTalk) : meant;
}

/** What comes late comes after all. */
const DONE: ReadonlySet<ReportStep['step']> = new Set(['delivered', 'kept', 'received']);

/** A step of a promise to speak again about a complaint. */
function asTalk(step: ReportStep): ReportStep[] {
  switch (step.step) {
    case 'promised':
      return [{ ...step, step: 'talk-promised' }];
    case 'kept':
      return [{ step: 'talk-kept', at: step.at }];
    case 'moved':
      return [step];
    default:
      return [];
  }
}

function tellAll(events: readonly StoryEvent[], isComplaint: boolean, withReasons: boolean): Told {
  const reasonOf = (because: string | undefined) => (withReasons ? (because ?? null) : null);
  return events.reduce<Told>(tell, { steps: [], due: null });

  function tell(told: Told, event: StoryEvent): Told {
    const { at } = event;
    const { steps, due } = told;
    const and = (step: ReportStep, date: Moment | null = due): Told => ({
      steps: [...steps, step],
      due: date,
    });
    switch (event.type) {
      case 'RequestRecorded': {
        const { wantedBy = null, because } = event;
        return and({ step: 'asked', at, wantedBy, theirWords: theirWords(because) });
      }
      case 'PromiseMade':
        // What comes again by itself was promised once, and not on the day on which it came round.
        return event.occurrence?.byItself
          ? { steps, due: event.due }
          : and({ step: 'promised', at, date: event.due }, event.due);
      case 'PromiseAwaited':
        return event.occurrence?.byItself
          ? { steps, due: event.due }
          : and({ step: 'awaited', at, date: event.due }, event.due);
      case 'ReplyOwed':
        return and({ step: 'wrote', at });
      case 'ComplaintRaised':
        return and({ step: 'complained', at });
      case 'DateOffered':
        return and({ step: 'offered', at, date: event.date, reason: reasonOf(event.because) });
      case 'DateRejected': {
        const { wanted: wantedBy = null, because } = event;
        return and({ step: 'countered', at, wantedBy, theirWords: theirWords(because) });
      }
      case 'DateAgreed':
        return (
          agree(told, event.date, { at, reason: null }) ??
          and({ step: 'agreed', at, date: event.date }, event.date)
        );
      case 'DateMoved': {
        const reason = reasonOf(event.because);
        return (
          agree(told, event.date, { at, reason }) ?? and({ step: 'agreed', at, date: event.date }, event.date)
        );
      }
      case 'PricePut': {
        const { amount, date = null, because } = event;
        return and({ step: 'priced', at, amount, date, reason: reasonOf(because) });
      }
      case 'PriceRejected':
        return and({ step: 'price-refused', at, theirWords: theirWords(event.because) });
      case 'PriceApproved':
        return and({ step: 'price-approved', at, by: event.by });
      case 'GivenFree':
        return and({ step: 'given-free', at, reason: reasonOf(event.because) });
      case 'ResolutionOffered':
        return and({ step: 'resolution-put', at });
      case 'ResolutionRejected':
        return and({ step: 'resolution-refused', at, theirWords: theirWords(event.because) });
      case 'ResolutionApproved':
        return and({ step: 'resolution-approved', at, by: event.by });
      case 'Delivered':
        // Nobody spoke to them where a complaint ends without their approval.
        if (event.withoutApproval !== undefined) return and({ step: 'closed', at });
        return and({ step: isComplaint ? 'put-right' : 'delivered', at });
      case 'PromiseKept':
        return and({ step: 'kept', at });
      case 'AwaitedReceived':
        return and({ step: 'received', at });
      case 'ReplyGiven':
        return and({ step: 'answered', at });
      case 'ReviewWindowOpened':
        return and({ step: 'review-until', at, date: event.until });
      case 'Accepted':
        if (event.unsaid) return told;
        return and({ step: event.bySilence ? 'accepted-by-silence' : 'accepted', at });
      case 'Dropped':
        return and({ step: 'dropped', at, reason: reasonOf(event.because) });
      case 'OccurrenceMissed':
        return and({ step: 'missed', at: due !== null && due.at < at ? due.at : at, clearAt: at });
      case 'Reopened':
        return and({ step: 'reopened', at, reason: reasonOf(event.because) });
      case 'DetailsChanged':
        return corrected(told, event);
      case 'OccurrenceShifted':
        return { steps, due: event.due };
      default:
        return told;
    }
  }
}

/** A new date in place of another is a move, whatever it is called; null if there was none before, or it is the same. */
function agree(
  { steps, due: from }: Told,
  to: Moment,
  { at, reason }: { readonly at: string; readonly reason: string | null },
): Told | null {
  if (from === null || from.at === to.at) return null;
  return { steps: [...steps, { step: 'moved', at, from, to, reason }], due: to };
}

/** A date that was typed wrong was said right, so it is told as it was meant. */
function corrected(
  told: Told,
  { due, offered, wantedBy }: Extract<StoryEvent, { type: 'DetailsChanged' }>,
): Told {
  const steps = [...told.steps];
  const change = (isIt: (step: ReportStep) => boolean, to: (step: ReportStep) => ReportStep) => {
    const place = steps.findLastIndex(isIt);
    const step = steps[place];
    if (step) steps[place] = to(step);
  };
  if (due) {
    change(
      ({ step }) => step === 'promised' || step === 'awaited' || step === 'agreed' || step === 'moved',
      (step) =>
        step.step === 'moved'
          ? { ...step, to: due.date }
          : 'date' in step && step.date
            ? { ...step, date: due.date }
            : step,
    );
  }
  if (offered) {
    change(
      ({ step }) => step === 'offered',
      (step) => (step.step === 'offered' ? { ...step, date: offered.date } : step),
    );
  }
  if (wantedBy !== undefined) {
    change(
      ({ step }) => step === 'asked' || step === 'countered',
      (step) => (step.step === 'asked' || step.step === 'countered' ? { ...step, wantedBy } : step),
    );
  }
  return { steps, due: due ? due.date : told.due };
}

/** What they said, or null if they gave no reason. */
function theirWords(because: string | undefined): string | null {
  return because === undefined || because === NO_REASON ? null : because;
}
