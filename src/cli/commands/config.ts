import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import {
  readSetting,
  readSettingKey,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
} from '../../input/settings.ts';
import { weekOf } from '../../input/work-time.ts';
import { type Config, writeConfig } from '../../system/config-file.ts';
import { listSettings, type ShownSetting } from '../../views/terminal/settings.ts';
import type { Command } from '../run/command.ts';
import type { Screen } from '../run/screen.ts';
import { requireZone, type Session } from '../run/session.ts';

export const config: Command = {
  name: 'config',
  summary: 'show or change a setting',
  details: 'The settings are a text file of their own: undo does not touch them.',
  arguments: [
    ['[key]', 'the setting; without one all of them'],
    ['[value...]', 'its new value'],
  ],
  options: [['--unset', 'go back to what holds without it']],
  examples: [
    ['config', 'all settings, and the file they are in'],
    ['config work.hours 08:30-16:30', 'when a working day begins and ends'],
    ['config update.every "every 2 working days"', 'how often clients hear from you'],
  ],
  run: async (call) => {
    const { session } = call;
    const [word] = call.words(0);
    if (word === undefined) return showSettings(session, SETTING_KEYS);
    const key = readSettingKey(word);
    const value = call.words(1).join(' ');
    if (call.flag('unset')) {
      if (value) throw new Refusal('unset-value', '--unset takes no value.', null, 'usage');
      await writeConfig(session.configFile, key, null);
    } else if (value) {
      if (key === 'zone') requireZone(value);
      readSetting(key, value);
      await checkTogether(key, new Map([...session.config, [key, value]]));
      await writeConfig(session.configFile, key, value);
    } else {
      return showSettings(session, [key]);
    }
    session.noteRecorded();
    await session.loadConfig();
    return showSettings(session, [key]);
  },
};

/** Throws the Refusal of a setting that is fine by itself, but not with the others, or not in the world outside. */
async function checkTogether(key: SettingKey, config: Config): Promise<void> {
  const value = <K extends SettingKey>(each: K) => readSetting(each, config.get(each));
  if (key === 'work.days' || key === 'work.hours') orThrow(weekOf(value('work.days'), value('work.hours')));
  if (key === 'work.holidays' && value(key) !== '') {
    const { refuseRegion } = await import('../../system/holidays.ts');
    orThrow(await refuseRegion(value(key)));
  }
}

function showSettings(session: Session, keys: readonly SettingKey[]): Screen {
  const settings: ShownSetting[] = keys.map((key) => ({
    key,
    value: session.config.get(key) ?? SETTINGS[key].standard,
    isSet: session.config.has(key),
    means: SETTINGS[key].means,
  }));
  const [first] = settings;
  return {
    json: () => (keys.length === 1 ? first : settings),
    plain: () => settings.map(({ key, value }) => [key, value]),
    text: () => listSettings(settings, session.frameForText(), keys.length > 1 ? session.configFile : null),
  };
}
