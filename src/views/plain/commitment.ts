import { ballOf, type Commitment, currentDate } from '../../domain/streams/commitment.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A commitment as fields; they are printed with tabs between them. */
export function plainCommitment(commitment: Commitment, view: ViewContext): string[] {
  const { calendar } = view;
  const date = currentDate(commitment);
  return [
    String(commitment.number),
    commitment.kind,
    commitment.state,
    ballOf(commitment) ?? '',
    nameOf(commitment.client, view) ?? '',
    commitment.title,
    date ? toLocalIso(date.at, calendar) : '',
  ];
}
