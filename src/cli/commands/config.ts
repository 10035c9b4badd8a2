import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { CHANNELS } from '../../domain/streams/channel.ts';
import {
  readSetting,
  readSettingKey,
  replyWithinBy,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
} from '../../input/settings.ts';
import { weekOf } from '../../input/work-time.ts';
import type { Config } from '../../system/config-file.ts';
import { writeConfig } from '../../system/write-config.ts';
import { listSettings, type ShownSetting } from '../../views/terminal/settings.ts';
import { word, words } from '../run/arguments/argument.ts';
import { flag } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { requireZone } from '../run/session/zone.ts';

const KEYS = SETTING_KEYS.map((key) => ({ word: key, means: SETTINGS[key].means }));

export const config = command({
  name: 'config',
  summary: 'show or change a setting',
  takesFileAsItIs: true,
  details: 'The settings are in a text file of their own, which undo does not touch.',
  arguments: {
    key: word('[key]', 'the setting; without one all of them', KEYS, 'phrase'),
    value: words('[value...]', 'its new value', null, 'phrase'),
  },
  options: { unset: flag('--unset', 'go back to the default') },
  examples: [
    ['config', 'all settings, and the file they are in'],
    ['config work.hours 08:30-16:30', 'when a working day begins and ends'],
    ['config update.every "every 2 working days"', 'how often clients hear from you'],
  ],
  run: async ({ session, args: { key: typed, value }, options: { unset } }) => {
    if (typed === undefined) return showSettings(session, SETTING_KEYS);
    const key = readSettingKey(typed);
    const { settings } = session;
    if (unset) {
      if (value) throw new Refusal('unset-value', '--unset takes no value.', null, 'usage');
      await writeConfig(settings.file, key, null);
    } else if (value) {
      if (key === 'zone') requireZone(value);
      readSetting(key, value);
      await checkTogether(key, new Map([...settings.texts, [key, value]]));
      await writeConfig(settings.file, key, value);
    } else {
      return showSettings(session, [key]);
    }
    session.noteRecorded();
    await session.loadSettings();
    return showSettings(session, [key]);
  },
});

/** Throws a Refusal if a setting is valid by itself, but not together with the others or on this machine. */
async function checkTogether(key: SettingKey, config: Config): Promise<void> {
  const value = <K extends SettingKey>(name: K) => readSetting(name, config.get(name));
  if (key === 'work.days' || key === 'work.hours') orThrow(weekOf(value('work.days'), value('work.hours')));
  if (key === 'work.holidays' && value(key) !== '') {
    const { refuseRegion } = await import('../../system/holidays.ts');
    orThrow(await refuseRegion(value(key)));
  }
}

function showSettings(session: Session, keys: readonly SettingKey[]): Screen {
  const { texts, file } = session.settings;
  // Some defaults depend on other settings.
  const replyWithin = texts.get('reply.within') ?? SETTINGS['reply.within'].standard;
  const standards: Partial<Record<SettingKey, string>> = {
    'dates.clock': session.settings.notationFor([]).clock,
    ...Object.fromEntries(CHANNELS.map((channel) => [replyWithinBy(channel), replyWithin])),
  };
  const shown: ShownSetting[] = keys.map((key) => ({
    key,
    value: texts.get(key) ?? standards[key] ?? SETTINGS[key].standard,
    isSet: texts.has(key),
    means: SETTINGS[key].means,
  }));
  const [first] = shown;
  return {
    json: () => (keys.length === 1 ? first : shown),
    plain: () => shown.map(({ key, value }) => [key, value]),
    text: () => listSettings(shown, session.textLayout(), keys.length > 1 ? file : null),
  };
}
