import type {
  Cause,
  ComplaintEvent,
  PreventionProposed,
  RemedyProposed,
} from '../../domain/streams/complaint-events.ts';
import { NO_REASON } from '../../domain/streams/events.ts';
import type { ViewContext } from '../view-context.ts';
import { asRunningText } from './running-text.ts';
import { by } from './story-clauses.ts';
import { sayDate } from './time.ts';

/** Where the fault lay, as a sentence without its full stop. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  ours: 'the fault was ours',
  theirs: 'the fault was theirs',
  both: 'the fault was on both sides',
  unknown: 'nobody knows where the fault was',
};

/** One event on the way from a complaint to its resolution, as a sentence. */
export function sayComplaintEvent(event: ComplaintEvent, view: ViewContext): string {
  switch (event.type) {
    case 'AffectedNamed': {
      const { text, neededBy } = event;
      const needed = neededBy ? `they need it by ${sayDate(neededBy, view)}` : '';
      return text
        ? `Affected: ${[asRunningText(text), needed].filter(Boolean).join('; ')}`
        : `${upper(needed)}.`;
    }
    case 'FactFound':
      return `Fact: ${[asRunningText(event.text), event.link].filter(Boolean).join(' \u2192 ')}`;
    case 'ConclusionDrawn':
      return `Conclusion: ${asRunningText(event.text)}`;
    case 'CauseNamed':
      return `Cause: ${CAUSE_WORDS[event.cause]}.`;
    case 'RemedyProposed':
      return `Remedy: ${sayMeasure(event, view)}`;
    case 'PreventionProposed':
      return `Prevention: ${sayMeasure(event, view)}`;
    case 'ResolutionOffered':
      return `You put the resolution to them${by(event.via)}.`;
    case 'ResolutionRejected':
      return event.because === NO_REASON
        ? `They refused the resolution${by(event.via)}, and gave no reason.`
        : `They refused the resolution${by(event.via)}, because: ${asRunningText(event.because)}`;
    case 'ResolutionApproved':
      return `${event.by} approved the resolution${by(event.via)}, ${event.inWriting ? 'in writing' : 'not in writing'}.`;
    case 'TalkHeld':
      return `You spoke to them about it, as you had said${by(event.via)}.`;
  }
}

/** What is to be done, by whom and when: "ours: a new export, by Thu 12 Mar". */
export function sayMeasure(
  {
    side,
    text,
    due,
  }: Pick<RemedyProposed | PreventionProposed, 'text'> & {
    readonly side?: RemedyProposed['side'] | null;
    readonly due?: RemedyProposed['due'] | null;
  },
  view: ViewContext,
): string {
  return `${side ? `${side}: ` : ''}${asRunningText(text)}${due ? `, by ${sayDate(due, view)}` : ''}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
