import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { EstimateChange } from '../streams/estimate-fields.ts';
import type { Scope } from '../streams/events.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseVerb } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';

/** The details to correct: undefined leaves one as it is, null removes it. */
export interface EditInput extends Saying, EstimateChange {
  readonly title?: string | undefined;
  readonly client?: ClientMention | undefined;
  readonly project?: string | null | undefined;
  readonly wantedBy?: Moment | null | undefined;
  readonly cadence?: Cadence | null | undefined;
  readonly scope?: Scope | undefined;
  readonly rightWhen?: string | null | undefined;
}

/** Corrects details. Offered and agreed dates are not details: they have their own verbs. */
export function decideEdit(commitment: Commitment, input: EditInput, situation: Situation): Decision {
  const { client, at, via: _via, ...rest } = input;
  const no = refuseVerb('edit', commitment, input, situation, input.wantedBy ?? undefined);
  if (no) return no;
  if (input.wantedBy !== undefined && commitment.state !== 'asked' && commitment.state !== 'offered') {
    return refuse(
      'date-not-a-detail',
      `${commitment.number} already has a date: what they would like does not change it.`,
      isOpen(commitment)
        ? `Use: followup move ${commitment.number} DATE --because WHY`
        : `First: followup reopen ${commitment.number}`,
    );
  }
  const details = defined(rest);
  if (!client && Object.keys(details).length === 0) {
    return refuse(
      'nothing-to-edit',
      `What should change about ${commitment.number}?`,
      `For example: followup edit ${commitment.number} --title "..." --estimate 3h`,
    );
  }
  const mentioned = mentionClients(client ? [client] : [], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const { due } = commitment;
  const work = { ...commitment, estimate: input.estimateHours ? { hours: input.estimateHours } : null };
  const changed = defined({
    type: 'DetailsChanged' as const,
    ...details,
    client: mentioned.uids[0],
    target: input.estimateHours !== undefined && due ? (targetOf(work, due, situation) ?? null) : undefined,
    at,
  });
  return [...mentioned.changes, on(commitment, changed)];
}
