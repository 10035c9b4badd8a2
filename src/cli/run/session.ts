import type { Context } from '../../app/context.ts';
import { once, remember } from '../../domain/base/memo.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { type Away, daysAway } from '../../domain/streams/away.ts';
import type { Client } from '../../domain/streams/client.ts';
import { type Day, type DayOff, dateOf, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { hoursOfWork } from '../../domain/time/duration.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { ClockSettings, PlanningSettings } from '../../domain/time/settings.ts';
import type { Reading } from '../../input/dates.ts';
import { readSetting, readSettingKey, type SettingKey, type SettingValue } from '../../input/settings.ts';
import { weekOf } from '../../input/work-time.ts';
import { type Db, hasCommitted } from '../../store/db.ts';
import { isDemo } from '../../store/demo.ts';
import { openForReading, openForWriting } from '../../store/open.ts';
import { readAway, readClients, readNumberOf } from '../../store/queries.ts';
import { readClock } from '../../system/clock.ts';
import { type Config, configPath, defaultDatabasePath, readConfig } from '../../system/config-file.ts';
import type { Io } from '../../system/io.ts';
import { resolveZone, systemZone } from '../../system/zone.ts';
import type { Frame } from '../../views/frame.ts';
import { DEMO_MARK } from '../../views/terminal/demo.ts';
import { loadStyle, type Style } from '../../views/terminal/style.ts';

/** The options of the program itself. */
export interface Globals {
  readonly json: boolean;
  readonly plain: boolean;
  readonly color: boolean;
  readonly input: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
  readonly db?: string;
}

/** A terminal counts as this wide when it does not say, and so does a pipe. */
const USUAL_WIDTH = 80;

/**
 * One run of the program: its options, its configuration and its moment, each read when it is first needed, because most
 * commands need only some. Flag goes before environment, environment before configuration.
 */
export class Session {
  private loadedNow: Instant | null = null;
  private loadedUsualCalendar: WorkCalendar | null = null;
  private loadedAway: readonly Away[] | null = null;
  private loadedCalendar: WorkCalendar | null = null;
  private db: Db | null = null;

  private constructor(
    readonly globals: Globals,
    readonly io: Io,
    readonly style: Style,
    private loadedConfig: Config,
  ) {}

  /** A region that cannot be used is refused when the calendar is needed, so that the setting can be mended. */
  private holidays: ReadonlyMap<Day, DayOff> | Refusal = new Map();

  /** Begins a run, with the settings unless they do not matter. Throws a Refusal when they cannot be read. */
  static async begin(globals: Globals, io: Io, ignoresSettings = false): Promise<Session> {
    const style = await loadStyle(hasColour(globals, io));
    const session = new Session(globals, io, style, new Map());
    if (!ignoresSettings) await session.loadConfig();
    return session;
  }

  get configFile(): string {
    return configPath(this.io.env);
  }

  get databaseFile(): string {
    return this.globals.db || this.io.env.FOLLOWUP_DB || defaultDatabasePath(this.io.env);
  }

  /** The configuration; every key in it is known. */
  get config(): Config {
    return this.loadedConfig;
  }

  /** Reads the configuration, at the beginning and after a change. Throws a Refusal. */
  async loadConfig(): Promise<void> {
    this.loadedConfig = await readConfig(this.configFile);
    for (const key of this.loadedConfig.keys()) readSettingKey(key, this.configFile);
    const region = this.config.get('work.holidays') ?? '';
    this.holidays = region === '' ? new Map() : await this.loadHolidays(region);
  }

  /** The circumstances in which words are read: now, the working calendar, the order of numeric dates. */
  get reading(): Reading {
    return { now: this.now, calendar: this.calendar, dateOrder: this.setting('dates.order') };
  }

  /** Whether 5/6 is 6 May or 5 June, for a client by uid. */
  dateOrderOf(client: string | null): 'mdy' | 'dmy' {
    const own = client === null ? undefined : this.ownSettings().get(client)?.['dates.order'];
    return own === undefined ? this.setting('dates.order') : readSetting('dates.order', own);
  }

  get now(): Instant {
    this.loadedNow ??= readClock(this.io, this.usualCalendar);
    return this.loadedNow;
  }

  /** Lets time go on for a run that asks one question after the other. */
  refreshClock(): void {
    this.loadedNow = null;
  }

  /** The working calendar, with the holidays and the days away that the file knows. */
  get calendar(): WorkCalendar {
    this.loadedCalendar ??= withDaysOff(this.usualCalendar, [orThrow(this.holidays), daysAway(this.away)]);
    return this.loadedCalendar;
  }

  /** The habits and the rules that hold for a client: its own settings, and where it has none those of all. */
  private readonly habitsOf = remember(
    (client: string | null): { settings: ClockSettings; rules: PlanningSettings } => {
      const own = client === null ? {} : (this.ownSettings().get(client) ?? {});
      // Most clients have no settings of their own, and share one set of values.
      if (client !== null && Object.keys(own).length === 0) return this.habitsOf(null);
      const setting = <K extends SettingKey>(key: K) => readSetting(key, own[key] ?? this.config.get(key));
      return {
        settings: {
          chaseAfter: setting('chase.after'),
          updateEvery: setting('update.every'),
          replyWithin: setting('reply.within'),
          quietAfter: setting('quiet.after'),
          warnBefore: setting('warn.before'),
        },
        rules: {
          confidence: setting('offer.confidence'),
          buffer: setting('offer.buffer'),
          // A day of work in a setting is a working day.
          usualHours: hoursOfWork(setting('offer.effort'), this.usualCalendar),
        },
      };
    },
  );

  private readonly ownSettings = once(
    () => new Map(readClients(this.openFile('read')).map(({ uid, settings }) => [uid, settings])),
  );

  /** What commands work with; the file is created when it is needed for writing. */
  open(purpose: 'read' | 'write'): Context {
    const { now, calendar } = this;
    // A setting that cannot be read is refused by every command, and not only by those that need it.
    this.habitsOf(null);
    return {
      db: this.openFile(purpose),
      now,
      calendar,
      clockSettingsOf: (client) => this.habitsOf(client).settings,
      planningSettingsOf: (client) => this.habitsOf(client).rules,
      focus: this.setting('work.focus'),
    };
  }

  /** Whether the run has recorded something for good. */
  get hasRecorded(): boolean {
    return this.hasRecordedElsewhere || (this.db !== null && hasCommitted(this.db));
  }

  /** Notes that something was recorded in another way than in the open database. */
  noteRecorded(): void {
    this.hasRecordedElsewhere = true;
  }

  private hasRecordedElsewhere = false;

  /** What stands over every screen of a file whose data are made up; empty for any other. */
  get mark(): string[] {
    return this.db !== null && isDemo(this.db) ? [this.style.today(DEMO_MARK)] : [];
  }

  private openFile(purpose: 'read' | 'write'): Db {
    // A file that does not exist was read as an empty one in memory; to write, it has to be created.
    if (this.db === null || (purpose === 'write' && this.db.memory)) {
      this.db = purpose === 'read' ? openForReading(this.databaseFile) : openForWriting(this.databaseFile);
    }
    return this.db;
  }

  /** What views need. The clients are read from the file unless they are at hand. */
  frame(known: readonly Client[] | null = null): Frame {
    const { db, ...rest } = this.open('read');
    const clients = known ?? readClients(db);
    return {
      ...rest,
      names: namesOf(clients),
      zones: new Map(clients.flatMap(({ uid, zone }) => (zone ? [[uid, zone] as const] : []))),
      numberOf: (uid) => readNumberOf(db, uid),
      ...this.frameForText(),
    };
  }

  /** What views of text need that name nobody. */
  frameForText(): Pick<Frame, 'width' | 'style'> {
    return { width: this.width, style: this.style };
  }

  /** Whether questions can be asked. They are asked on standard error, so that standard output may be a pipe. */
  get isInteractive(): boolean {
    const { input, json, yes } = this.globals;
    return input && !json && !yes && this.io.stdin.isTerminal && this.io.stderr.isTerminal;
  }

  private get width(): number {
    const columns = Number(this.io.env.COLUMNS) || this.io.stdout.columns || USUAL_WIDTH;
    return Math.max(40, columns);
  }

  /** The working calendar as it is configured, without any days off. */
  private get usualCalendar(): WorkCalendar {
    this.loadedUsualCalendar ??= {
      zone: this.zone,
      offsetAt: this.io.offsetsOf(this.zone),
      week: orThrow(weekOf(this.setting('work.days'), this.setting('work.hours'))),
      daysOff: new Map(),
    };
    return this.loadedUsualCalendar;
  }

  /**
   * The days away that the file knew when the run began. A file that cannot be used is refused when it is opened for
   * more than reading a date.
   */
  get away(): readonly Away[] {
    try {
      this.loadedAway ??= readAway(this.openFile('read'));
      return this.loadedAway;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'database') return [];
      throw error;
    }
  }

  private async loadHolidays(region: string): Promise<ReadonlyMap<Day, DayOff> | Refusal> {
    const { holidayCacheFolder, loadHolidays } = await import('../../system/holidays.ts');
    try {
      const { year } = dateOf(localDay(this.usualCalendar, this.now));
      const holidays = await loadHolidays(
        readSetting('work.holidays', region),
        year,
        holidayCacheFolder(this.io.env),
      );
      return new Map([...holidays].map(([day, name]) => [day, { kind: 'holiday', name }]));
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private get zone(): string {
    return requireZone(this.io.env.TZ || this.config.get('zone') || systemZone());
  }

  private setting<K extends SettingKey>(key: K): SettingValue<K> {
    return readSetting(key, this.config.get(key));
  }
}

/** The names of clients by uid; those who were merged into another are called as that one is. */
function namesOf(clients: readonly Client[]): ReadonlyMap<string, string> {
  return new Map(
    clients.flatMap(({ uid, name, otherNames }) => [
      [uid, name] as const,
      ...otherNames.flatMap(({ merged }) => (merged === null ? [] : [[merged, name] as const])),
    ]),
  );
}

/** The first source that knows a day says why it is off: a holiday among days away stays one. */
function withDaysOff(calendar: WorkCalendar, sources: readonly ReadonlyMap<Day, DayOff>[]): WorkCalendar {
  return { ...calendar, daysOff: new Map([...sources].reverse().flatMap((days) => [...days])) };
}

/** The time zone that a name means. Throws a Refusal when it is none. */
export function requireZone(name: string): string {
  const zone = resolveZone(name);
  if (zone !== null) return zone;
  throw new Refusal(
    'unknown-zone',
    `"${name}" is not a time zone.`,
    'Use an IANA name, such as Europe/Berlin or America/New_York (TZ, or the setting zone).',
  );
}

function hasColour({ color, plain }: Globals, { env, stdout }: Io): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (!color || plain || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stdout.isTerminal && TERM !== 'dumb';
}
