import { Refusal } from '../../../domain/base/refusal.ts';
import type { Environment } from '../../../system/io.ts';
import { resolveZone, systemZone } from '../../../system/zone.ts';

/** The zone of a run: that of `TZ`, else the configured one, else the system's. Throws a Refusal if it does not exist. */
export function zoneOf({ TZ }: Environment, configured: string | undefined): string {
  return requireZone(TZ || configured || systemZone());
}

/** The time zone that a name means. Throws a Refusal if there is none. */
export function requireZone(name: string): string {
  const zone = resolveZone(name);
  if (zone !== null) return zone;
  throw new Refusal(
    'unknown-zone',
    `"${name}" is not a time zone.`,
    'Use an IANA name, such as Europe/Berlin or America/New_York (TZ, or the setting zone).',
  );
}
