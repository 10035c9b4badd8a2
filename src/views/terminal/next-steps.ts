import type { Commitment } from '../../domain/streams/commitment.ts';
import type { ViewContext } from '../view-context.ts';
import { type NextStep, nextSteps, sayStep } from '../words/next-steps.ts';
import { labelled } from './labelled.ts';

/** What may come next of a commitment, a command on each line. */
export function showNextSteps(commitment: Commitment, view: ViewContext): string[] {
  return showSteps(nextSteps(commitment, view), view);
}

/** Steps, a command on each line. */
export function showSteps(steps: readonly NextStep[], view: ViewContext): string[] {
  const { style } = view;
  return steps.flatMap((step, index) =>
    labelled(index === 0 ? 'next' : '', sayStep({ ...step, command: style.command(step.command) }), view),
  );
}
