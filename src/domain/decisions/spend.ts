import { type Amount, isMoney } from '../base/amount.ts';
import { defined } from '../base/defined.ts';
import { quoteForShell } from '../base/quote-for-shell.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import type { Client } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import { isStarted, type Project } from '../streams/project.ts';
import { canTakeBack, type Spent } from '../streams/spent.ts';
import type { Instant } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseDate, refuseVerb } from './guards.ts';
import { wakeKnown } from './mention-clients.ts';
import { currentProject, onProject, startProject } from './on-project.ts';
import type { Situation } from './situation.ts';

export interface SpendInput extends Saying {
  /** Work or money; what is taken back is negative. */
  readonly amount: Amount;
  /** When the work began. */
  readonly from?: Instant | undefined;
  readonly note?: string | undefined;
  /** Why something is taken back. */
  readonly because?: string | undefined;
}

/** Records work or money that was spent on it. Nobody was told, so no clock restarts. */
export function decideSpend(commitment: Commitment, input: SpendInput, situation: Situation): Decision {
  const { amount } = input;
  const no =
    refuseVerb('spend', commitment, input, situation) ??
    refuseAmount(input, commitment, String(commitment.number));
  if (no) return no;
  const words = wordsOf(input);
  return [
    on(
      commitment,
      isMoney(amount)
        ? { type: 'MoneySpent', money: amount, ...words }
        : { type: 'EffortSpent', ...amount, ...words },
    ),
  ];
}

/** The same for a project, of what belongs to no single commitment. A name that only commitments used becomes one. */
export function decideSpendOnProject(
  _about: unknown,
  input: SpendInput & { readonly project: Project },
  situation: Situation,
): Decision {
  const { amount } = input;
  // More may have been spent since it was looked up.
  const project = currentProject(input.project, situation);
  const no =
    refuseDate(undefined, input, situation) ??
    refuseClosed(project) ??
    refuseAmount(input, project, project.name);
  if (no) return no;
  const started = isStarted(project) ? { project, changes: [] } : startProject(project, input.at, situation);
  return [
    ...started.changes,
    onProject(started.project, { type: 'SpentOnProject', amount, ...wordsOf(input) }),
  ];
}

/** The same for a client, of what belongs to no commitment and no project. */
export function decideSpendOnClient(
  _about: unknown,
  input: SpendInput & { readonly client: Client },
  situation: Situation,
): Decision {
  const { amount } = input;
  const client = situation.clients.find(({ uid }) => uid === input.client.uid) ?? input.client;
  const no = refuseDate(undefined, input, situation) ?? refuseAmount(input, client, client.name);
  if (no) return no;
  const { uid } = client;
  return [
    ...wakeKnown(uid, input.at, situation),
    { stream: { kind: 'client', uid }, event: { type: 'SpentOnClient', amount, ...wordsOf(input) } },
  ];
}

function wordsOf({ at, via, from, note, because }: SpendInput) {
  return defined({ at, via, from, note: note || undefined, because: because || undefined });
}

/** Refuses to take back without a reason, or more than there is; otherwise null. `what` names it. */
function refuseAmount({ amount, because }: SpendInput, spent: Spent, what: string): Refusal | null {
  if ((isMoney(amount) ? amount.minor : amount.hours) > 0) return null;
  if (!because?.trim()) {
    return refuse(
      'reason-missing',
      'Why is it taken back?',
      'Add --because WHY. If it was the last thing you did: followup undo',
    );
  }
  if (canTakeBack(spent, amount)) return null;
  return refuse(
    'nothing-to-take-back',
    `That is more than was spent on ${what} itself.`,
    'Take back no more than that.',
  );
}

function refuseClosed({ name, closedAt }: Project): Refusal | null {
  return closedAt === null
    ? null
    : refuse(
        'project-closed',
        `${name} is closed.`,
        `If it goes on: followup project ${quoteForShell(name)} --reopen`,
      );
}
