import type { Commitment } from './commitment.ts';
import { answered, enter, withWord } from './commitment-steps.ts';
import {
  type Complaint,
  isUnanswered,
  type Measure,
  measuresOf,
  type ResolutionPart,
  type Standing,
} from './complaint.ts';
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
    complaint: {
      loops: 0,
      about: event.about ?? null,
      parts: [],
      putAt: null,
      isRefused: false,
      withoutApproval: null,
    },
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
      return withMeasure(state, complaint, measure('remedy', event, standingOfNew(state)));
    case 'PreventionProposed':
      return withMeasure(state, complaint, measure('prevention', event, standingOfNew(state)));
    case 'ResolutionOffered':
      return withWord(enter(state, 'offered'), event.at, {
        complaint: { ...complaint, parts: settled(complaint, 'put'), putAt: event.at, isRefused: false },
        approval: null,
        snooze: null,
      });
    case 'ResolutionRejected':
      return {
        ...enter(state, 'owed'),
        complaint: {
          ...complaint,
          parts: settled(complaint, 'refused'),
          putAt: null,
          isRefused: true,
          loops: complaint.loops + 1,
        },
        approval: null,
        answeredAt: answered(state, event.at),
        snooze: null,
      };
    case 'ResolutionApproved': {
      const { by, at, inWriting, measures } = event;
      const parts = complaint.parts.map((each) => {
        const isApproved = 'id' in each && measures.includes(each.id);
        return isApproved ? { ...each, standing: 'approved' as const } : each;
      });
      return {
        ...enter(state, 'agreed'),
        complaint: { ...complaint, parts: settled({ parts }, 'not-chosen') },
        approval: { by, at, inWriting },
        answeredAt: answered(state, at),
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

/** A measure that is said again, with another date or from another side, takes the place of the earlier one. */
function withMeasure(state: Commitment, complaint: Complaint, measure: Measure): Commitment {
  const parts = complaint.parts.map((each): ResolutionPart => {
    const isSaidAgain =
      each.part === measure.part &&
      isUnanswered(each) &&
      each.text.toLowerCase() === measure.text.toLowerCase();
    return isSaidAgain ? { ...each, standing: 'replaced' } : each;
  });
  return withPart(state, { ...complaint, parts }, measure);
}

/** Where the resolution was put to them before anything of it was written down, what is written now is what was put. */
function standingOfNew({ state, complaint }: Commitment): Standing {
  const putAt = state === 'offered' ? complaint?.putAt : null;
  if (!complaint || !putAt) return 'proposed';
  const wasWritten = measuresOf(complaint).some(
    ({ standing, at }) => (standing === 'put' || standing === 'approved') && at < putAt,
  );
  return wasWritten ? 'proposed' : 'put';
}

function measure(
  part: Measure['part'],
  { at, id, text, side, due }: RemedyProposed | PreventionProposed,
  standing: Standing,
): Measure {
  return { part, id, at, text, side: side ?? null, due: due ?? null, standing };
}

/** The parts once what nobody has answered yet has come to this. */
function settled({ parts }: Pick<Complaint, 'parts'>, standing: Standing): ResolutionPart[] {
  return parts.map((each) => ('id' in each && isUnanswered(each) ? { ...each, standing } : each));
}
