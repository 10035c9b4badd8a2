import { closeSync, openSync, readlinkSync, readSync } from 'node:fs';
import type { ZoneOffset } from '../domain/time/calendar.ts';

const ZONE_FILES = '/usr/share/zoneinfo/';

/**
 * The zone of the system. The link that most systems keep is looked at first, because the internationalisation data of
 * the engine, which know it too, take as long to load as all the rest of a command.
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

/**
 * The IANA zone that a name means, spelt as the engine needs it, or null when it is none. A leading colon, as POSIX
 * allows in TZ, does not matter; a path (`:/etc/localtime`) is the zone of the system.
 */
export function resolveZone(text: string): string | null {
  const name = text.replace(/^:/, '');
  if (name.startsWith('/')) return systemZone();
  if (name === 'UTC' || isZoneFile(name)) return name;
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
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

/** Whether the system's own data have a zone of exactly this name, which is quicker to find out than asking the engine. */
function isZoneFile(name: string): boolean {
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    const file = openSync(ZONE_FILES + name, 'r');
    const magic = Buffer.alloc(4);
    readSync(file, magic);
    closeSync(file);
    return magic.toString('latin1') === 'TZif';
  } catch {
    return false;
  }
}
