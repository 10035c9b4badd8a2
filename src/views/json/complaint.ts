import { type Commitment, isOpenTalk, openedBy } from '../../domain/streams/commitment.ts';
import type { ResolutionPart } from '../../domain/streams/complaint.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';

/** What only a complaint has, as programs see it. */
export function complaintJson({ uid, complaint }: Commitment, view: ViewContext): object | null {
  if (complaint === null) return null;
  const belonging = view.belongingTo(uid);
  const talk = belonging.find(isOpenTalk);
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  const moment = (value: Moment | null) => at(value?.at ?? null);
  return {
    about: complaint.about === null ? null : view.numberOf(complaint.about),
    loops: complaint.loops,
    next: moment(talk?.due ?? null),
    talk: talk?.number ?? null,
    putAt: at(complaint.putAt),
    withoutApproval: complaint.withoutApproval,
    resolution: complaint.parts.map((part) => ({ ...partJson(part), at: at(part.at) })),
  };

  function partJson(part: ResolutionPart): object {
    switch (part.part) {
      case 'affected':
        return { part: part.part, text: part.text, neededBy: moment(part.neededBy) };
      case 'fact':
        return { part: part.part, text: part.text, link: part.link };
      case 'conclusion':
        return { part: part.part, text: part.text };
      case 'cause':
        return { part: part.part, cause: part.cause };
      case 'remedy':
      case 'prevention': {
        const { text, side, due, standing } = part;
        const opened = openedBy(part, belonging)?.number ?? null;
        return { part: part.part, text, side, due: moment(due), standing, opened };
      }
    }
  }
}
