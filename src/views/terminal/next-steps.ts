import type { Commitment } from '../../domain/streams/commitment.ts';
import type { ViewContext } from '../view-context.ts';
import { nextSteps, sayStep } from '../words/next-steps.ts';
import { labelled } from './labelled.ts';

/** What may come next of a commitment, a command on each line. */
export function showNextSteps(commitment: Commitment, view: ViewContext): string[] {
  const { style } = view;
  return nextSteps(commitment, view).flatMap((step, index) =>
    labelled(index === 0 ? 'next' : '', sayStep({ ...step, command: style.command(step.command) }), view),
  );
}
