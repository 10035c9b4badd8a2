import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Cause, Side } from '../streams/complaint-events.ts';
import type { Change } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseDate, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

/** What either side would do, as it is proposed. */
export interface ProposedMeasure {
  readonly text: string;
  readonly side?: Side | undefined;
  readonly due?: Moment | undefined;
}

/** What is added to the resolution of a complaint. */
export interface ResolveInput extends Saying {
  readonly affected?: string | undefined;
  readonly neededBy?: Moment | undefined;
  readonly facts: readonly { readonly text: string; readonly link?: string | undefined }[];
  readonly conclusions: readonly string[];
  readonly cause?: Cause | undefined;
  readonly topic?: string | undefined;
  readonly remedies: readonly ProposedMeasure[];
  readonly preventions: readonly ProposedMeasure[];
}

/**
 * Records parts of the resolution: what is so, what we think of it, and what would be done. What they approved before has to be
 * approved again. Nobody is told by this, so no clock restarts.
 */
export function decideResolve(complaint: Commitment, input: ResolveInput, situation: Situation): Decision {
  const { affected, neededBy, facts, conclusions, cause, topic, remedies, preventions, at } = input;
  const no =
    refuseVerb('resolve', complaint, input, situation, neededBy) ??
    [...remedies, ...preventions]
      .map(({ due }) => refuseDate(due, input, situation))
      .find((each) => each !== null);
  if (no) return no;
  const texts = [...facts, ...remedies, ...preventions].map(({ text }) => text).concat(conclusions);
  if (texts.some((text) => !/[\p{L}\p{N}]/u.test(text))) {
    return refuse(
      'text-missing',
      'A part of a resolution needs words.',
      `For example: followup resolve ${complaint.number} --remedy "ours: a new export by friday"`,
    );
  }
  const measure = ({ text, side, due }: ProposedMeasure) =>
    defined({ id: situation.newId(), text, side, due, at });
  const changes: Change[] = [
    ...(affected || neededBy
      ? [on(complaint, defined({ type: 'AffectedNamed' as const, text: affected, neededBy, at }))]
      : []),
    ...facts.map(({ text, link }) => on(complaint, defined({ type: 'FactFound' as const, text, link, at }))),
    ...conclusions.map((text) => on(complaint, { type: 'ConclusionDrawn', text, at })),
    ...(cause ? [on(complaint, { type: 'CauseNamed', cause, at })] : []),
    ...(topic && topic !== complaint.topic ? [on(complaint, { type: 'DetailsChanged', topic, at })] : []),
    ...remedies.map((each) => on(complaint, { type: 'RemedyProposed', ...measure(each) })),
    ...preventions.map((each) => on(complaint, { type: 'PreventionProposed', ...measure(each) })),
  ];
  if (changes.length > 0 || topic) return changes;
  return refuse(
    'nothing-to-add',
    `What is to be added to the resolution of ${complaint.number}?`,
    `For example: followup resolve ${complaint.number} --fact "the export of Monday has no totals"`,
  );
}
