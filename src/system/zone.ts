import { closeSync, existsSync, openSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import type { ZoneOffset } from '../domain/time/calendar.ts';
import { posixZone } from './posix-zone.ts';

const ZONE_FILES = '/usr/share/zoneinfo/';

/**
 * The zone of the system. The symbolic link that most systems have is tried first, because the engine's
 * internationalisation data take as long to load as everything else in a command.
 */
export function systemZone(): string {
  return linkedZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone of the machine for programs without a TZ, whatever the TZ of this process is. */
export function machineZone(): string {
  if (!existsSync('/etc/localtime')) return 'UTC';
  return linkedZone() ?? namedZone() ?? systemZone();
}

function linkedZone(): string | null {
  try {
    return readlinkSync('/etc/localtime').split('zoneinfo/')[1] || null;
  } catch {
    // This system has no such link.
    return null;
  }
}

/** The zone that some systems name in a file, because a copy of its data has no name. */
function namedZone(): string | null {
  try {
    return resolveZone(readFileSync('/etc/timezone', 'utf8').trim());
  } catch {
    return null;
  }
}

/**
 * The IANA zone that a name means, spelt as the engine needs it; null if there is none. A leading colon,
 * which POSIX allows in TZ, is ignored; a path (`:/etc/localtime`) means the zone of the system, unless it leads to a
 * zone, and the rules of a POSIX zone mean one that has them.
 */
export function resolveZone(text: string): string | null {
  const name = text.replace(/^:/, '');
  if (name.startsWith('/')) {
    const [, zone] = name.split('zoneinfo/');
    return zone ? resolveZone(zone) : systemZone();
  }
  if (name === 'UTC' || isZoneFile(name)) return name;
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return posixZone(name, ZONE_FILES);
  }
}

/**
 * Sets the zone of this process and returns its offsets, which the engine then computes natively. The general
 * way, through the internationalisation data, would take a third of the time that `followup today` may take.
 */
export function adoptZone(zone: string): ZoneOffset {
  process.env.TZ = zone;
  return (epochMs) => -new Date(epochMs).getTimezoneOffset();
}

/** Whether the system has a zone of exactly this name. This is quicker to find out than asking the engine. */
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
