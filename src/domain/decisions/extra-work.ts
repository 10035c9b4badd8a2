import { type Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';

/** Why work cannot be extra to a job: more than was agreed of it; null if it can. `client` is the uid of whom the work is for. */
export function refuseExtraTo(job: Commitment, client: string | null): Refusal | null {
  const { number, kind } = job;
  if (kind !== 'request' && kind !== 'promise') {
    return refuse(
      'not-a-job',
      `${number} is ${KIND_TRAITS[kind].withArticle}: extra work is more than was agreed of a request or a promise.`,
      `See: followup show ${number}`,
    );
  }
  const other = counterpart(job);
  if (other === null || client === null || other === client) return null;
  return refuse(
    'about-another-client',
    `${number} is with another client.`,
    'Work is extra to what was agreed with the same client. Leave out --extra-to, or name that client.',
  );
}
