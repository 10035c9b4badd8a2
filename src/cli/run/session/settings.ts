import { lazy } from '../../../domain/base/memo.ts';
import { orThrow } from '../../../domain/base/refusal.ts';
import type { Channel } from '../../../domain/streams/channel.ts';
import type { WorkWeek } from '../../../domain/time/calendar.ts';
import type { Duration } from '../../../domain/time/duration.ts';
import type { DateContext } from '../../../input/dates.ts';
import {
  clockBesides,
  readSetting,
  readSettingKey,
  replyWithinBy,
  type SettingKey,
  type SettingValue,
} from '../../../input/settings.ts';
import { weekOf } from '../../../input/work-time.ts';
import { readClientSettings } from '../../../store/queries.ts';
import { type Config, readConfig } from '../../../system/config-file.ts';
import type { DatabaseFile } from './database-file.ts';

/** The settings of a run: the general ones, and those of single clients. */
export class Settings {
  private config: Config = new Map();

  constructor(
    readonly file: string,
    private readonly database: DatabaseFile,
  ) {}

  /** Reads the configuration, at the start and after a change. Throws a Refusal if it contains an unknown key. */
  async load(): Promise<void> {
    this.config = await readConfig(this.file);
    for (const key of this.config.keys()) readSettingKey(key, this.file);
  }

  /** The settings in the configuration file, as text. */
  get texts(): Config {
    return this.config;
  }

  /** The general value of a setting. Throws a Refusal. */
  value<K extends SettingKey>(key: K): SettingValue<K> {
    return this.valueFor(null, key);
  }

  /** The value of a setting for a client: the client's own, else the general one. Throws a Refusal. */
  valueFor<K extends SettingKey>(client: string | null, key: K): SettingValue<K> {
    return readSetting(key, this.textFor(client, key), () => ({
      calendar: { week: this.week },
      ...this.notationFor([client]),
    }));
  }

  /**
   * How soon an answer to words of a client on a channel is owed; null if as soon as to others of theirs. What was set for the
   * client alone, even for all channels, comes before what is set for a channel of all clients. Throws a Refusal.
   */
  replyWithinOn(client: string | null, via: Channel): Duration | null {
    const key = replyWithinBy(via);
    const own = this.ownOf(client);
    const isForAllTheirs = own[key] === undefined && own['reply.within'] !== undefined;
    return isForAllTheirs ? null : this.valueFor(client, key);
  }

  /** The working hours of each weekday. Throws a Refusal. */
  get week(): WorkWeek {
    return orThrow(weekOf(this.value('work.days'), this.value('work.hours')));
  }

  /**
   * How days and times are written by the first of these clients (by uid) who has a way of their own, else as
   * usual. Throws a Refusal.
   */
  notationFor(clients: readonly (string | null)[]): Pick<DateContext, 'dateOrder' | 'clock'> {
    const decisive = (key: SettingKey) =>
      clients.find((client) => this.ownOf(client)[key] !== undefined) ?? null;
    const dateOrder = this.valueFor(decisive('dates.order'), 'dates.order');
    const clockOwner = decisive('dates.clock');
    const isSet = this.textFor(clockOwner, 'dates.clock') !== undefined;
    return { dateOrder, clock: isSet ? this.valueFor(clockOwner, 'dates.clock') : clockBesides(dateOrder) };
  }

  private textFor(client: string | null, key: SettingKey): string | undefined {
    return this.ownOf(client)[key] ?? this.config.get(key);
  }

  /** A client's own settings, as typed. */
  ownOf(client: string | null): Readonly<Partial<Record<string, string>>> {
    return (client === null ? undefined : this.own().get(client)) ?? {};
  }

  private readonly own = lazy(() => readClientSettings(this.database.open('read')));
}
