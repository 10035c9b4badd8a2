import { existsSync, readlinkSync } from 'node:fs';
import type { ZoneOffset } from '../domain/calendar.ts';

const ZONE_FILES = '/usr/share/zoneinfo/';

/**
 * The zone of the system. The link that most systems keep is
 * looked at first, because loading those data takes as long as all the rest of a command.
 */
export function systemZone(): string {
  try {
    const [, zone] = readlinkSync('/etc/localtime').split('zoneinfo/');
    if (zone) return zone;
  } catch {
    // No such link on this system.
  }
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether a name is a time zone, without loading the internationalisation data where the system's files can tell. */
export function isZone(name: string): boolean {
  if (name === 'UTC' || (/^[A-Za-z0-9_+\-/]+$/.test(name) && existsSync(ZONE_FILES + name))) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a zone that of this process and returns its offsets, which the engine then knows natively: the general way
 * through the internationalisation data costs a third of the time that `followup today` may take.
 */
export function adoptZone(zone: string): ZoneOffset {
  process.env.TZ = zone;
  return (epochMs) => -new Date(epochMs).getTimezoneOffset();
}
