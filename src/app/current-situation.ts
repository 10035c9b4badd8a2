import type { AttentionLine } from '../domain/agenda/attention.ts';
import { OPENED_BY_ITSELF } from '../domain/decisions/recur.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { ProjectCost } from '../domain/planning/project-cost.ts';
import type { Away } from '../domain/streams/away.ts';
import type { Client } from '../domain/streams/client.ts';
import { ClientDirectory } from '../domain/streams/client-directory.ts';
import { type Commitment, isBorn, MOST_NUMBER } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { StreamKind } from '../domain/streams/events.ts';
import { type FoldedStream, isFoldOf } from '../domain/streams/fold.ts';
import type { Project } from '../domain/streams/project.ts';
import type { Standing } from '../domain/streams/standing.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ClockSettingsOf } from '../domain/time/settings.ts';
import { readStream, readUndone } from '../store/journal.ts';
import { readContactOfMessage } from '../store/messages.ts';
import { readCommitmentsIn, readProjects } from '../store/projects.ts';
import {
  readAnswersFor,
  readBelongingTo,
  readClients,
  readCommitment,
  readCommitmentsOf,
  readContactsOf,
  readNextNumber,
  readNumberOf,
  readPendingOf,
  readRepliesAbout,
  readUidOfNumber,
} from '../store/queries.ts';
import {
  readMissed,
  readOccurrences,
  readRunningStandings,
  readStanding,
  readStandingsOf,
} from '../store/standings.ts';
import { readAway } from '../store/tables/away.ts';
import { newUid } from '../store/uid.ts';
import { makeAgenda } from './agenda.ts';
import type { Context } from './context.ts';
import { calendarOf, costOfProject, readUnstarted } from './projects.ts';
import { ChangingWorkload } from './workload.ts';

/**
 * What the decisions of one operation look at: the content of the database, including the steps already
 * written. What only some decisions need is read on demand, and kept until a step changes it.
 */
export class CurrentSituation implements Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  private knownClients: Map<string, Client> | null = null;
  private directory: ClientDirectory | null = null;
  private knownProjects: readonly Project[] | null = null;
  private knownForecast: Forecast | null = null;
  private knownAttention: readonly AttentionLine[] | null = null;
  private nextNumber: number | null = null;
  private readonly workload: ChangingWorkload;

  constructor(private readonly context: Context) {
    const { now, calendar, clockSettingsOf } = context;
    this.workload = new ChangingWorkload(context);
    this.now = now;
    this.calendar = calendar;
    this.clockSettingsOf = clockSettingsOf;
  }

  /** Takes account of a stream that a step has changed. */
  update(folded: FoldedStream<StreamKind>): void {
    if (isFoldOf('commitment', folded)) {
      this.knownForecast = null;
      this.workload.changed(isBorn(folded.state) ? folded.state : null);
    }
    if (isFoldOf('project', folded)) this.knownProjects = null;
    if (isFoldOf('client', folded)) this.updateClient(folded.stream.uid, folded.state);
    // Nearly everything affects the agenda.
    this.knownAttention = null;
  }

  get clients(): readonly Client[] {
    return [...this.clientsByUid().values()];
  }

  clientsLike = (name: string): readonly Client[] => {
    this.directory ??= new ClientDirectory(this.clients);
    return this.directory.candidatesFor(name);
  };

  private clientsByUid(): Map<string, Client> {
    this.knownClients ??= new Map(readClients(this.context.db).map((client) => [client.uid, client]));
    return this.knownClients;
  }

  /** Reading all clients again after each new one would make a long import slow. */
  private updateClient(uid: string, state: Client | null): void {
    if (this.knownClients === null) return;
    const isNew = !this.knownClients.delete(uid);
    if (state === null) this.directory = null;
    else {
      this.knownClients.set(uid, state);
      if (isNew) this.directory?.add(state);
      else this.directory = null;
    }
  }

  get projects(): readonly Project[] {
    this.knownProjects ??= readProjects(this.context.db);
    return this.knownProjects;
  }

  get unstartedProjects(): readonly Project[] {
    return readUnstarted(this.context.db, this.projects);
  }

  commitmentsIn(project: string): Commitment[] {
    return readCommitmentsIn(this.context.db, project);
  }

  costOf = (project: Project): ProjectCost => costOfProject(this.context, project, this.forecast);

  calendarOf = (client: string | null): WorkCalendar => calendarOf(this.context, client);

  get away(): readonly Away[] {
    return readAway(this.context.db);
  }

  get forecast(): Forecast {
    this.knownForecast ??= this.workload.forecast();
    return this.knownForecast;
  }

  get attention(): readonly AttentionLine[] {
    this.knownAttention ??= makeAgenda(this.context).lines;
    return this.knownAttention;
  }

  commitmentWith(uid: string): Commitment | null {
    return readCommitment(this.context.db, uid);
  }

  commitmentsOf(client: string): Commitment[] {
    return readCommitmentsOf(this.context.db, client);
  }

  pendingOf(client: string): Commitment[] {
    return readPendingOf(this.context.db, client);
  }

  numberOf(uid: string): number | null {
    return readNumberOf(this.context.db, uid);
  }

  belongingTo(complaint: string): Commitment[] {
    return readBelongingTo(this.context.db, complaint);
  }

  standingWith = (uid: string): Standing | null => readStanding(this.context.db, uid);

  get standings(): readonly Standing[] {
    return readRunningStandings(this.context.db);
  }

  standingsOf(client: string): Standing[] {
    return readStandingsOf(this.context.db, client);
  }

  occurrencesOf(standing: string): Commitment[] {
    return readOccurrences(this.context.db, standing);
  }

  isAsOpened(uid: string): boolean {
    const undone = readUndone(this.context.db);
    return readStream(this.context.db, { kind: 'commitment', uid }).every(
      ({ operation, event }) => undone.has(operation) || OPENED_BY_ITSELF.includes(event.type),
    );
  }

  missedOf(standing: string): Commitment[] {
    return readMissed(this.context.db, standing);
  }

  repliesAbout(commitment: string): Commitment[] {
    return readRepliesAbout(this.context.db, commitment);
  }

  answersAbout(client: string): string[] {
    return readAnswersFor(this.context.db, client).map(({ uid }) => uid);
  }

  contactsOf(client: string): string[] {
    return readContactsOf(this.context.db, client);
  }

  contactWith(messageId: string): Contact | null {
    return readContactOfMessage(this.context.db, messageId);
  }

  newId(): string {
    return newUid(this.now);
  }

  /** The numbers that a decision took before it was refused are given to others. */
  freeNumbers(): void {
    this.nextNumber = null;
  }

  newNumber(): number {
    const { db } = this.context;
    let next = this.nextNumber ?? readNextNumber(db);
    // An import may have taken any number, the largest too; then what is left is given.
    if (next > MOST_NUMBER) next = 1;
    while (readUidOfNumber(db, next) !== null) next++;
    this.nextNumber = next + 1;
    return next;
  }
}
