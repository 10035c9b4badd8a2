import { lazy } from '../../../domain/base/memo.ts';
import { readSetting, readSettingKey, type SettingKey, type SettingValue } from '../../../input/settings.ts';
import { readClients } from '../../../store/queries.ts';
import { type Config, readConfig } from '../../../system/config-file.ts';
import type { DatabaseFile } from './database-file.ts';

/** The settings of a run: those that hold for all, and those that a client has alone. */
export class Settings {
  private config: Config = new Map();

  constructor(
    readonly file: string,
    private readonly database: DatabaseFile,
  ) {}

  /** Reads the configuration, at the beginning and after a change. Throws a Refusal; afterwards every key in it is known. */
  async load(): Promise<void> {
    this.config = await readConfig(this.file);
    for (const key of this.config.keys()) readSettingKey(key, this.file);
  }

  /** The settings that the file has, as they stand there. */
  get texts(): Config {
    return this.config;
  }

  /** What holds for all. Throws a Refusal. */
  value<K extends SettingKey>(key: K): SettingValue<K> {
    return readSetting(key, this.config.get(key));
  }

  /** What holds for a client: its own, else what holds for all. Throws a Refusal. */
  valueFor<K extends SettingKey>(client: string | null, key: K): SettingValue<K> {
    return readSetting(key, this.ownOf(client)[key] ?? this.config.get(key));
  }

  /** The settings that a client has alone, as they were typed. */
  ownOf(client: string | null): Readonly<Partial<Record<string, string>>> {
    return (client === null ? undefined : this.own().get(client)) ?? {};
  }

  private readonly own = lazy(
    () => new Map(readClients(this.database.open('read')).map(({ uid, settings }) => [uid, settings])),
  );
}
