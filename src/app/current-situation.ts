import type { AttentionLine } from '../domain/agenda/attention.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { Away } from '../domain/streams/away.ts';
import type { Client } from '../domain/streams/client.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { Stream } from '../domain/streams/events.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ClockSettingsOf } from '../domain/time/settings.ts';
import {
  readAnswersFor,
  readClients,
  readCommitmentsOf,
  readContactsOf,
  readNextNumber,
} from '../store/queries.ts';
import { readAway } from '../store/tables/away.ts';
import { newUid } from '../store/uid.ts';
import { makeAgenda } from './agenda.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/**
 * What the decisions of one operation look at: what the database says, including the steps that were written before. What
 * only some decisions need is read on demand, and kept until a step changes it.
 */
export class CurrentSituation implements Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  private knownClients: readonly Client[] | null = null;
  private knownForecast: Forecast | null = null;
  private knownAttention: readonly AttentionLine[] | null = null;
  private nextNumber: number | null = null;

  constructor(private readonly context: Context) {
    const { now, calendar, clockSettingsOf } = context;
    this.now = now;
    this.calendar = calendar;
    this.clockSettingsOf = clockSettingsOf;
  }

  /** Forgets what depends on a stream that a step has changed, so that it is read again. */
  forget({ kind }: Stream): void {
    if (kind === 'client') this.knownClients = null;
    if (kind === 'commitment') this.knownForecast = null;
    // The agenda is made from nearly everything.
    this.knownAttention = null;
  }

  get clients(): readonly Client[] {
    this.knownClients ??= readClients(this.context.db);
    return this.knownClients;
  }

  get away(): readonly Away[] {
    return readAway(this.context.db);
  }

  get forecast(): Forecast {
    this.knownForecast ??= forecastOf(this.context);
    return this.knownForecast;
  }

  get attention(): readonly AttentionLine[] {
    this.knownAttention ??= makeAgenda(this.context).lines;
    return this.knownAttention;
  }

  commitmentsOf(client: string): Commitment[] {
    return readCommitmentsOf(this.context.db, client);
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
