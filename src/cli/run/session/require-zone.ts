import { Refusal } from '../../../domain/base/refusal.ts';
import { resolveZone } from '../../../system/zone.ts';

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
