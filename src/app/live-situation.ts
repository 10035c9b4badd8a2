import type { Situation } from '../domain/decisions/situation.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { Away } from '../domain/streams/away.ts';
import { type Client, evolveClient } from '../domain/streams/client.ts';
import { type Commitment, evolve, isOpen, type Unborn, unborn } from '../domain/streams/commitment.ts';
import type { Change, ClientEvent, CommitmentEvent } from '../domain/streams/events.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ClockSettingsOf } from '../domain/time/settings.ts';
import {
  readAnswersFor,
  readAway,
  readClients,
  readCommitmentsOf,
  readContactsOf,
  readNextNumber,
  readOpenCommitments,
} from '../store/queries.ts';
import { newUid } from '../store/uid.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/**
 * The situation of the decisions of one operation: what the file says, and on top of it what the decisions so far have
 * changed. What only some decisions look at is read when one does.
 */
export class LiveSituation implements Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  private readonly recorded: Change[] = [];
  private readonly touched = new Map<string, Commitment | Unborn>();
  private knownClients: readonly Client[] | null = null;
  private open: readonly Commitment[] | null = null;
  private nextNumber: number | null = null;

  constructor(private readonly context: Context) {
    const { now, calendar, clockSettingsOf } = context;
    this.now = now;
    this.calendar = calendar;
    this.clockSettingsOf = clockSettingsOf;
  }

  /** What the decisions so far have changed. */
  get changes(): readonly Change[] {
    return this.recorded;
  }

  /** Takes what a decision has changed into account. A commitment that it changed is a new one, or was asked for as `current`. */
  add(changes: readonly Change[]): void {
    for (const { stream, event } of changes) {
      const { kind, uid } = stream;
      if (kind === 'commitment') {
        const before = this.touched.get(uid) ?? unborn(uid);
        this.touched.set(uid, evolve(before, event as CommitmentEvent));
      } else if (kind === 'client') {
        const others = this.clients.filter((client) => client.uid !== uid);
        const before = this.clients.find((client) => client.uid === uid) ?? null;
        const after = evolveClient(before, event as ClientEvent, uid);
        this.knownClients = after ? [...others, after] : others;
      }
    }
    this.recorded.push(...changes);
  }

  /** A commitment as the decisions so far have left it. */
  current(commitment: Commitment): Commitment {
    const state = this.touched.get(commitment.uid);
    if (state !== undefined && state.state !== null) return state;
    this.touched.set(commitment.uid, commitment);
    return commitment;
  }

  get clients(): readonly Client[] {
    this.knownClients ??= readClients(this.context.db);
    return this.knownClients;
  }

  get away(): readonly Away[] {
    return readAway(this.context.db);
  }

  /** Made anew for each decision that looks at it, because those before it may have changed the queue. */
  get forecast(): Forecast {
    this.open ??= readOpenCommitments(this.context.db);
    const all = new Map<string, Commitment | Unborn>(this.open.map((each) => [each.uid, each]));
    for (const [uid, state] of this.touched) all.set(uid, state);
    const open = [...all.values()].filter((state): state is Commitment => state.state !== null);
    return forecastOf(this.context, open.filter(isOpen));
  }

  // What is asked for by client is looked for in the file; what this operation has started is not among it.
  commitmentsOf(client: string): Commitment[] {
    return readCommitmentsOf(this.context.db, client).map((commitment) => this.current(commitment));
  }

  answersAbout(client: string): string[] {
    return readAnswersFor(this.context.db, client).map(({ uid }) => uid);
  }

  contactsOf(client: string): string[] {
    return readContactsOf(this.context.db, client);
  }

  newId(): string {
    return newUid(this.now);
  }

  newNumber(): number {
    this.nextNumber ??= readNextNumber(this.context.db);
    return this.nextNumber++;
  }
}
