import { Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, isBorn, type Unborn, unborn } from '../streams/commitment.ts';
import type { EstimateFields } from '../streams/estimate-fields.ts';
import type { Change } from '../streams/events.ts';
import { isOn } from '../streams/events.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import type { ImportedKind } from '../streams/kinds.ts';
import { goesBy, matchClient } from '../streams/match-client.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { decideAdd } from './add.ts';
import { decideAwait } from './await.ts';
import { type Decision, on, type Saying, together } from './decision.ts';
import { decideDone } from './done.ts';
import { decideDrop } from './drop.ts';
import { type ClientMention, isMyself } from './mention-clients.ts';
import { decideNote, type NoteInput } from './note.ts';
import { decidePromise } from './promise.ts';
import type { Situation } from './situation.ts';
import { decideSnooze } from './snooze.ts';

/** One item from another program; `at` is when it was entered there. */
export interface ImportInput extends Saying, EstimateFields {
  readonly kind: ImportedKind;
  readonly title: string;
  readonly client?: ClientMention | undefined;
  /** Who made the promise, if not the client. */
  readonly who?: ClientMention | undefined;
  readonly due?: Moment | undefined;
  /** For a promise: the other program does not say when it was given, and importing it tells nobody anything. */
  readonly unsaid?: true | undefined;
  /** For a request: whether both sides have settled the date; otherwise it is only what they would like. */
  readonly isAgreed: boolean;
  readonly project?: string | undefined;
  /** Its id in the other program. An id that is already here is not imported again. */
  readonly source: string;
  readonly notes: readonly NoteInput[];
  readonly hiddenUntil?: Moment | undefined;
  /** How it ended, if it did. */
  readonly end?: { readonly how: 'done' | 'deleted'; readonly at: Instant } | undefined;
}

/** Records an item of another program as if it had been entered here, with its notes, its snooze and its end. */
export function decideImport(_about: unknown, input: ImportInput, situation: Situation): Decision {
  const started = beginAs(input, situation);
  if (started instanceof Refusal) return started;
  const commitment = stateOf(started);
  const { notes, end } = input;
  return together(
    started,
    ...notes.map((note) => decideNote(commitment, note, situation)),
    hide(commitment, input, situation),
    ...(end ? [finish(commitment, end, situation)] : []),
  );
}

function beginAs(input: ImportInput, situation: Situation): Decision {
  const { kind, title, due, isAgreed, project, source, at } = input;
  const client = knownClient(input.client, situation);
  const who = knownClient(input.who, situation);
  const common = { at, title, project, source };
  const { estimateHours, estimateRange, estimateText } = input;
  const work = { estimateHours, estimateRange, estimateText };
  if (!title) return refuse('text-missing', 'It has no title.', 'Give it one.');
  if (kind === 'request') {
    const date = isAgreed ? { agreed: due } : { wantedBy: due };
    const request = {
      ...common,
      ...work,
      ...date,
      client: client ?? who,
      inWriting: false,
      scope: 'in' as const,
    };
    return decideAdd(null, request, situation);
  }
  if (!due) return refuse('date-missing', 'A promise without a time is no promise.', 'Give it a date.');
  if (!client && !who) {
    return refuse('client-missing', 'It does not name a client: name one with --client.', 'Name the client.');
  }
  if (kind === 'awaiting') {
    return decideAwait(null, { ...common, due, who: who ?? client, client: who && client }, situation);
  }
  const myself = input.client && { ...input.client, isNew: false };
  const to = myself && isMyself(myself) ? myself : (client ?? who);
  const unsaid = to && isMyself(to) ? undefined : input.unsaid;
  return decidePromise(null, { ...common, ...work, due, client: to, unsaid }, situation);
}

/** Even where unclear names are new clients, a present or former name of a client means that client. */
function knownClient(
  mention: ClientMention | undefined,
  { clientsLike }: Situation,
): ClientMention | undefined {
  if (!mention?.isNew) return mention;
  const match = matchClient(mention.name, clientsLike(mention.name));
  const isKnown = 'found' in match && goesBy(match.found, mention.name);
  return isKnown ? { name: match.found.name, isNew: true } : mention;
}

function stateOf(changes: readonly Change[]): Commitment {
  const onCommitment = changes.filter((change) => isOn('commitment', change));
  const state = onCommitment.reduce<Commitment | Unborn>(
    (before, { event }) => evolveCommitment(before, event),
    unborn(onCommitment[0]?.stream.uid ?? ''),
  );
  if (!isBorn(state)) throw new Error('These changes begin no commitment.');
  return state;
}

/** Nothing is hidden if that time has passed, or the item is closed. */
function hide(commitment: Commitment, { hiddenUntil, end, at }: ImportInput, situation: Situation): Decision {
  if (!hiddenUntil || end) return [];
  const hidden = decideSnooze(commitment, { until: hiddenUntil, at }, situation);
  return hidden instanceof Refusal ? [] : hidden;
}

function finish(
  commitment: Commitment,
  { how, at }: NonNullable<ImportInput['end']>,
  situation: Situation,
): Decision {
  if (how === 'deleted') return decideDrop(commitment, { because: 'imported as deleted', at }, situation);
  const done = decideDone(commitment, { at }, situation);
  if (done instanceof Refusal || commitment.kind !== 'request') return done;
  // Nobody waits for a yes to what another program calls completed, and nobody knows whether it was said.
  return [...done, on(commitment, { type: 'Accepted', unsaid: true, at })];
}
