import type { ValueChecks } from '../../domain/streams/value-checks.ts';
import { isClientSetting, readSetting, SETTING_KEYS } from '../../input/settings.ts';
import { resolveZone } from '../../system/zone.ts';

/** How the values in events are checked in a run of the program. */
export const VALUE_CHECKS: ValueChecks = {
  // A path names a file of this system, not a zone.
  isZone: (name) => OFFSET.test(name) || (/^\w/.test(name) && resolveZone(name) !== null),
  isSetting: (name, value) => {
    const key = SETTING_KEYS.find((known) => known === name);
    // A newer followup may have further settings, which this one does not read.
    return key === undefined || (isClientSetting(key) && isReadable(() => readSetting(key, value)));
  },
};

/** An offset from UTC: "+02:00". */
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
