import type { Commitment } from './commitment.ts';
import { enter, withWord } from './commitment-steps.ts';
import type { Complaint, Measure, ResolutionPart } from './complaint.ts';
import type { ComplaintEvent, PreventionProposed, RemedyProposed } from './complaint-events.ts';
import { type ComplaintRaised, ignoreUnknown } from './events.ts';

/** A complaint as it begins. */
export function beginComplaint(state: Commitment, event: ComplaintRaised): Commitment {
  return {
    ...state,
    client: event.client,
    due: event.due ?? null,
    person: event.person ?? null,
    topic: event.topic ?? null,
    complaint: { loops: 0, about: event.about ?? null, parts: [], putAt: null, withoutApproval: null },
  };
}

/** Applies what can only happen to a complaint; it changes nothing else. Never throws. */
export function evolveComplaint(state: Commitment, event: ComplaintEvent): Commitment {
  const { complaint } = state;
  if (complaint === null) return state;
  switch (event.type) {
    case 'AffectedNamed': {
      const { at, text = null, neededBy = null } = event;
      const added = withPart(state, complaint, { part: 'affected', at, text, neededBy });
      return { ...added, wantedBy: neededBy ?? state.wantedBy };
    }
    case 'FactFound':
      return withPart(state, complaint, {
        part: 'fact',
        at: event.at,
        text: event.text,
        link: event.link ?? null,
      });
    case 'ConclusionDrawn':
      return withPart(state, complaint, { part: 'conclusion', at: event.at, text: event.text });
    case 'CauseNamed':
      return withPart(state, complaint, { part: 'cause', at: event.at, cause: event.cause });
    case 'RemedyProposed':
      return withPart(state, complaint, measure('remedy', event));
    case 'PreventionProposed':
      return withPart(state, complaint, measure('prevention', event));
    case 'ResolutionOffered':
      return withWord(enter(state, 'offered'), event.at, {
        complaint: { ...complaint, putAt: event.at },
        approval: null,
        snooze: null,
      });
    case 'ResolutionRejected':
      return {
        ...enter(state, 'owed'),
        complaint: {
          ...complaint,
          parts: refused(complaint),
          putAt: null,
          loops: complaint.loops + 1,
        },
        approval: null,
        snooze: null,
      };
    case 'ResolutionApproved': {
      const { by, at, inWriting, measures } = event;
      const parts = complaint.parts.map((each) => {
        if (!('id' in each)) return each;
        if (measures.includes(each.id)) return { ...each, standing: 'approved' as const };
        return each.standing === 'proposed' ? { ...each, standing: 'not-chosen' as const } : each;
      });
      return {
        ...enter(state, 'agreed'),
        complaint: { ...complaint, parts },
        approval: { by, at, inWriting },
        snooze: null,
      };
    }
    case 'TalkHeld':
      return withWord(state, event.at, {});
    default:
      return ignoreUnknown(event, state);
  }
}

/** A part that is added to what they have approved has to be approved again. */
function withPart(state: Commitment, complaint: Complaint, part: ResolutionPart): Commitment {
  const parts = [...complaint.parts, part];
  if (state.state !== 'agreed') return { ...state, complaint: { ...complaint, parts } };
  return { ...enter(state, 'owed'), complaint: { ...complaint, parts, putAt: null }, approval: null };
}

function measure(
  part: Measure['part'],
  { at, id, text, side, due }: RemedyProposed | PreventionProposed,
): Measure {
  return { part, id, at, text, side: side ?? null, due: due ?? null, standing: 'proposed' };
}

/** The parts once they have refused what was proposed. */
function refused({ parts }: Complaint): ResolutionPart[] {
  return parts.map((each) =>
    'id' in each && each.standing === 'proposed' ? { ...each, standing: 'refused' } : each,
  );
}
