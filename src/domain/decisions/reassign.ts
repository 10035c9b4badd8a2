import type { Change } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';
import { on } from './decision.ts';
import { onProject } from './on-project.ts';
import type { Situation } from './situation.ts';
import { onStanding } from './standing.ts';

/** Moves everything from one client to another: commitments, projects, standing promises, contacts and answers. */
export function reassign(from: string, into: string, at: Instant, situation: Situation): Change[] {
  return [
    ...situation.commitmentsOf(from).map((commitment) =>
      on(commitment, {
        type: 'DetailsChanged',
        ...(commitment.client === from && { client: into }),
        ...(commitment.who === from && { who: into }),
        at,
      }),
    ),
    ...situation.projects
      .filter(({ client }) => client === from)
      .map((project) => onProject(project, { type: 'ProjectDetailsChanged', client: into, at })),
    ...situation.standingsOf(from).map((standing) =>
      onStanding(standing, {
        type: 'StandingPromiseChanged',
        ...(standing.client === from && { client: into }),
        ...(standing.who === from && { who: into }),
        at,
      }),
    ),
    ...situation.contactsOf(from).map(
      (uid): Change => ({
        stream: { kind: 'contact', uid },
        event: { type: 'ContactReassigned', client: into, at },
      }),
    ),
    ...situation.answersAbout(from).map(
      (uid): Change => ({
        stream: { kind: 'review', uid },
        event: { type: 'AnswerReassigned', client: into, at },
      }),
    ),
  ];
}
