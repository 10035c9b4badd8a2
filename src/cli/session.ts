import type { Context } from '../app/context.ts';
import type { WorkCalendar } from '../domain/calendar.ts';
import type { Instant } from '../domain/moment.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/situation.ts';
import type { Reading } from '../input/dates.ts';
import { readSetting, readSettingKey, type SettingKey, type SettingValue } from '../input/settings.ts';
import type { Db } from '../store/db.ts';
import { openForReading, openForWriting } from '../store/open.ts';
import { readClients, readNumberOf } from '../store/queries.ts';
import { readClock } from '../system/clock.ts';
import { type Config, configPath, defaultDatabasePath, readConfig } from '../system/config-file.ts';
import { adoptZone, resolveZone, systemZone } from '../system/zone.ts';
import type { Frame } from '../views/frame.ts';
import { loadStyle, type Style } from '../views/style.ts';

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
  private loadedReading: Reading | null = null;
  private loadedSettings: Settings | null = null;
  private db: Db | null = null;

  private constructor(
    readonly globals: Globals,
    readonly env: NodeJS.ProcessEnv,
    private readonly style: Style,
    private loadedConfig: Config,
  ) {}

  /** Begins a run. Throws a Refusal when the configuration cannot be read. */
  static async begin(globals: Globals, env: NodeJS.ProcessEnv): Promise<Session> {
    const style = await loadStyle(hasColour(globals, env));
    const session = new Session(globals, env, style, new Map());
    await session.loadConfig();
    return session;
  }

  get configFile(): string {
    return configPath(this.env);
  }

  get databaseFile(): string {
    return this.globals.db || this.env.FOLLOWUP_DB || defaultDatabasePath(this.env);
  }

  /** The configuration; every key in it is known. */
  get config(): Config {
    return this.loadedConfig;
  }

  /** Reads the configuration, at the beginning and after a change. Throws a Refusal. */
  async loadConfig(): Promise<void> {
    this.loadedConfig = await readConfig(this.configFile);
    for (const key of this.loadedConfig.keys()) readSettingKey(key, this.configFile);
  }

  /** The circumstances in which words are read: now, the working calendar, the order of numeric dates. */
  get reading(): Reading {
    this.loadedReading ??= this.read();
    return this.loadedReading;
  }

  get now(): Instant {
    return this.reading.now;
  }

  get calendar(): WorkCalendar {
    return this.reading.calendar;
  }

  get settings(): Settings {
    this.loadedSettings ??= {
      chaseAfter: this.setting('chase.after'),
      updateEvery: this.setting('update.every'),
      replyWithin: this.setting('reply.within'),
      quietAfter: this.setting('quiet.after'),
      warnBefore: this.setting('warn.before'),
    };
    return this.loadedSettings;
  }

  /** What commands work with; the file is created when it is needed for writing. */
  open(purpose: 'read' | 'write'): Context {
    const { now, calendar, settings } = this;
    // A file that does not exist was read as an empty one in memory; to write, it has to be created.
    const isMissing = this.db === null || (purpose === 'write' && this.db.memory);
    if (isMissing) {
      this.db = purpose === 'read' ? openForReading(this.databaseFile) : openForWriting(this.databaseFile);
    }
    return { db: this.db as Db, now, calendar, settings };
  }

  /** What views need. `names` are read from the file unless they are at hand. */
  frame(names: Frame['names'] | null = null): Frame {
    const { db, ...rest } = this.open('read');
    return {
      ...rest,
      names: names ?? new Map(readClients(db).map(({ uid, name }) => [uid, name])),
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
    return input && !json && !yes && process.stdin.isTTY === true && process.stderr.isTTY === true;
  }

  private get width(): number {
    const columns =
      Number(this.env.COLUMNS) || (process.stdout.isTTY && process.stdout.columns) || USUAL_WIDTH;
    return Math.max(40, columns);
  }

  private read(): Reading {
    const zone = this.zone;
    const hours = this.setting('work.hours');
    const calendar: WorkCalendar = {
      zone,
      offsetAt: adoptZone(zone),
      weekdays: this.setting('work.days'),
      ...hours,
    };
    return { now: readClock(this.env, calendar), calendar, dateOrder: this.setting('dates.order') };
  }

  private get zone(): string {
    return requireZone(this.env.TZ || this.config.get('zone') || systemZone());
  }

  private setting<K extends SettingKey>(key: K): SettingValue<K> {
    return readSetting(key, this.config.get(key));
  }
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

function hasColour({ color, plain }: Globals, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (!color || plain || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
