import type { Context } from '../../../app/context.ts';
import { readNoReminderSince } from '../../../app/no-reminder-since.ts';
import type { recordRecurring } from '../../../app/recur.ts';
import { type WordsToClient, wordsToClients } from '../../../app/words-to-clients.ts';
import { lazy } from '../../../domain/base/memo.ts';
import { orThrow, Refusal } from '../../../domain/base/refusal.ts';
import type { Forecast } from '../../../domain/planning/forecast.ts';
import type { Away } from '../../../domain/streams/away.ts';
import type { WorkCalendar } from '../../../domain/time/calendar.ts';
import type { Instant } from '../../../domain/time/moment.ts';
import type { DateContext } from '../../../input/dates.ts';
import type { Db } from '../../../store/db.ts';
import { hasStandings } from '../../../store/standings.ts';
import { awakeMsSince } from '../../../system/awake-time.ts';
import { configPath } from '../../../system/config-file.ts';
import { resolveDatabasePath } from '../../../system/database-path.ts';
import type { Io } from '../../../system/io.ts';
import { loadStyle, type Style } from '../../../views/terminal/style.ts';
import type { TextLayout, ViewContext } from '../../../views/view-context.ts';
import { DEMO_MARK } from '../../../views/words/demo.ts';
import { sayShared } from '../../../views/words/shared-file.ts';
import type { Globals } from '../arguments/shared-options.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { DatabaseFile } from './database-file.ts';
import { type Habits, habitsFrom } from './habits.ts';
import { progressIn } from './progress.ts';
import { Settings } from './settings.ts';
import { hasColour, heightOf, widthOf } from './terminal.ts';
import { makeViewContext } from './view-context.ts';
import { WorkingTime } from './working-time.ts';

/**
 * A run of the program: its options, settings, current time and file. Each is read on first use, because most
 * commands need only some. Options take precedence over the environment, and that over the configuration.
 */
export class Session {
  readonly settings: Settings;
  private readonly database: DatabaseFile;
  private readonly time: WorkingTime;
  private readonly habitsOf: (client: string | null) => Habits;
  /** Records what has come round again; null where the file has nothing that does. */
  private record: typeof recordRecurring | null = null;
  /** The connection on which that is recorded. */
  private upToDate: Db | null = null;
  private hasRecordedElsewhere = false;
  private isInputTaken = false;
  /** What is said after the screen, each as a sentence: failed side effects of a write, and what the file lies on. */
  readonly failures: string[] = [];
  /** The words to clients that the run has recorded or drafted, on which there may be advice at its end. */
  readonly said: WordsToClient[] = [];

  private constructor(
    readonly globals: Globals,
    readonly io: Io,
    readonly style: Style,
  ) {
    this.database = new DatabaseFile(
      resolveDatabasePath(globals.db, io.env),
      progressIn(io, 'Making the tables of this version from the journal'),
      () => this.failures.push(sayShared(this.databaseFile)),
    );
    this.settings = new Settings(configPath(io.env), this.database);
    this.time = new WorkingTime(io, this.settings, this.database);
    this.habitsOf = habitsFrom(this.settings, () => this.time.usualCalendar);
  }

  /**
   * Begins a run and loads its settings, unless the command ignores them. Throws a Refusal if they cannot be
   * read.
   */
  static async begin(globals: Globals, io: Io, ignoresSettings = false): Promise<Session> {
    const session = new Session(globals, io, await loadStyle(hasColour(globals, io)));
    if (!ignoresSettings) await session.loadSettings();
    return session;
  }

  /** Reads the settings, at the start and after a change. Throws a Refusal. */
  async loadSettings(): Promise<void> {
    await this.settings.load();
    await this.time.loadHolidays();
  }

  get databaseFile(): string {
    return this.database.path;
  }

  /** Whether there is no database file yet. */
  get isFileMissing(): boolean {
    return this.database.isMissing;
  }

  /** The path of the database for another value of --db. Throws a Refusal if it means no file. */
  databaseFileFor(option: string | undefined): string {
    return orThrow(resolveDatabasePath(option ?? this.globals.db, this.io.env));
  }

  /** The database file if it was named, by an option or in the environment, and is not there; else null. */
  get missingFile(): string | null {
    const isNamed = Boolean(this.globals.db || this.io.env.FOLLOWUP_DB);
    return isNamed && this.database.isMissing ? this.database.path : null;
  }

  /**
   * Throws a Refusal if the database file was named and is not there, for commands whose silence would then look
   * like a good day.
   */
  refuseMissingFile(): void {
    if (this.missingFile !== null) this.requireFile();
  }

  /** Throws a Refusal if the database file is not there, named or not. */
  requireFile(): void {
    if (!this.isFileMissing) return;
    throw new Refusal(
      'database-missing',
      `There is no database ${this.databaseFile}.`,
      'Check the path: --db FILE, FOLLOWUP_DB. The first thing that you record there makes it.',
      'database',
    );
  }

  get now(): Instant {
    return this.time.now;
  }

  /** Lets time pass in a run that asks one question after another. */
  refreshClock(): void {
    this.time.refreshClock();
  }

  /** The working calendar, with holidays and the days away in the file. */
  get calendar(): WorkCalendar {
    return this.time.calendar;
  }

  /** The working calendar as configured, without any days off. It needs no file. */
  get usualCalendar(): WorkCalendar {
    return this.time.usualCalendar;
  }

  /** The days away that were in the file when the run began. */
  get away(): readonly Away[] {
    return this.time.away;
  }

  /** The context for dates said to nobody in particular. */
  get dates(): DateContext {
    return this.datesFor();
  }

  /**
   * The context for dates as the first of these clients (by uid) writes them who has a way of their own, else
   * as usual.
   */
  datesFor(...clients: readonly (string | null)[]): DateContext {
    return { now: this.now, calendar: this.calendar, ...this.settings.notationFor(clients) };
  }

  /**
   * The context for commands. The file is created if it is to be written, and what has come round again by now is in it. Throws a
   * Refusal.
   */
  open(purpose: 'read' | 'write'): Context {
    const context = this.openAsItIs(purpose);
    if (this.record === null || this.upToDate === context.db) return context;
    this.upToDate = context.db;
    try {
      this.record(context);
      return context;
    } catch (error) {
      const isUnwritable = error instanceof Refusal && error.kind === 'database';
      if (purpose === 'write' || !isUnwritable) throw error;
      // It is shown all the same; whoever can write the file records it.
      this.database.openCopy();
      const copy = this.openAsItIs(purpose);
      this.upToDate = copy.db;
      this.record(copy);
      return copy;
    }
  }

  /**
   * Loads what records that something has come round again, if the file has anything that does: most files have not, and it is a
   * large part of the program. A file that cannot be used is refused once it is needed.
   */
  async prepareRecurring(): Promise<void> {
    try {
      if (this.isFileMissing || !hasStandings(this.database.open('read'))) return;
    } catch (error) {
      if (error instanceof Refusal) return;
      throw error;
    }
    this.record = (await import('../../../app/recur.ts')).recordRecurring;
  }

  /** The same, with nothing added to what is in the file. */
  private openAsItIs(purpose: 'read' | 'write'): Context {
    const { now, calendar } = this;
    // Every command refuses an unreadable setting, not only those that need it.
    this.habitsOf(null);
    return {
      db: this.database.open(purpose),
      now,
      calendar,
      clockSettingsOf: (client) => this.habitsOf(client).clocks,
      planningSettingsOf: (client) => this.habitsOf(client).planning,
      focus: this.settings.value('work.focus'),
      effects: [{ name: 'advice', run: (outcome) => this.said.push(...wordsToClients(outcome, now)) }],
      onFailedEffect: (name, error) => {
        this.failures.push(`It was recorded, but ${name} failed: ${(error as Error).message}.`);
      },
    };
  }

  /** Since when no reminder has run by cron although some should have; null if all is well. */
  get noReminderSince(): Instant | null {
    return readNoReminderSince(this.open('read'), (run) => awakeMsSince(run, this.io));
  }

  /** The database, if the run has opened it. */
  get openDatabase(): Db | null {
    return this.database.opened;
  }

  /** Whether the run has recorded anything permanently. */
  get hasRecorded(): boolean {
    return this.hasRecordedElsewhere || this.database.hasCommitted;
  }

  /** Notes that something outside the open database was changed permanently. */
  noteRecorded(): void {
    this.hasRecordedElsewhere = true;
  }

  /**
   * Backs up the file once a day, if this run has written to it; one that was begun goes on whatever the run did. Returns
   * what to say if that fails; null if there is nothing to say.
   */
  async backUpToday(): Promise<string | null> {
    const { hasCommitted, isBackupBegun } = this.database;
    if (!hasCommitted && !isBackupBegun) return null;
    const { backUpToday } = await import('../../../app/automatic-backup.ts');
    try {
      backUpToday(this.open('read'), this.settings.value('backup.keep'));
      return null;
    } catch (error) {
      // Who only looks is not told what is told after every write.
      return hasCommitted
        ? `It was recorded, but the automatic backup failed: ${(error as Error).message}`
        : null;
    }
  }

  /** The lines above every screen of a demo file; empty for any other file. */
  get mark(): string[] {
    return this.database.isDemo ? [this.style.today(DEMO_MARK)] : [];
  }

  /** What views need, with the names of all clients as they are now; with a forecast that is there already, if any. */
  viewContext(forecast?: () => Forecast): ViewContext {
    return makeViewContext(this.open('read'), this.textLayout(), forecast);
  }

  /** What views need that do not name clients. */
  textLayout(): TextLayout {
    const { env, stdout } = this.io;
    return { width: widthOf(env, stdout), height: heightOf(env, stdout), style: this.style };
  }

  /** Whether questions can be asked. They go to standard error, so standard output may be a pipe. */
  get isInteractive(): boolean {
    const { input, json, yes } = this.globals;
    return input && !json && !yes && this.io.stderr.isTerminal && this.keys() !== null;
  }

  /** Notes that standard input is read as a message. From then on answers are typed at the terminal itself. */
  takeInputAsMessage(): void {
    this.isInputTaken = true;
  }

  /** The prompts of this run, loaded on first use. */
  async prompts(): Promise<Prompts> {
    const { Prompts } = await import('../prompts/prompts.ts');
    const { stdin, stderr } = this.io;
    return new Prompts(this.keys() ?? stdin.stream, stderr.stream, this.textLayout().width);
  }

  /** Where answers are typed; null if nobody can. */
  private readonly keys = (): NodeJS.ReadableStream | null => {
    const { stdin } = this.io;
    if (stdin.isTerminal) return stdin.stream;
    return this.isInputTaken && !this.globals.quiet ? this.keyboard() : null;
  };

  private readonly keyboard = lazy(() => this.io.openKeyboard());
}
