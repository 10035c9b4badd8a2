import { readFileSync } from 'node:fs';

/** The zones of many people, among which the rules of a POSIX zone are looked for. */
const CANDIDATES =
  'America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Santiago Europe/London Europe/Lisbon Europe/Paris Europe/Athens Africa/Cairo Asia/Jerusalem Australia/Sydney Australia/Adelaide Pacific/Auckland'.split(
    ' ',
  );

const NAME = '(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const FIXED = new RegExp(`^${NAME}([+-]?)(\\d{1,2})(?::?00(?::?00)?)?$`);
const CHANGING = new RegExp(`^${NAME}[+-]?\\d{1,2}(?::\\d\\d){0,2}${NAME}`);

/**
 * The IANA zone that a POSIX zone means, such as "UTC0", "EST5" or "EST5EDT,M3.2.0,M11.1.0"; null if it is none, or
 * none with its rules is known.
 */
export function posixZone(text: string, folder: string): string | null {
  const [, sign, hours] = FIXED.exec(text) ?? [];
  // Both count hours behind UTC as positive.
  if (hours !== undefined) {
    const behind = Number(hours) * (sign === '-' ? -1 : 1);
    if (behind === 0) return 'UTC';
    return behind >= -14 && behind <= 12 ? `Etc/GMT${behind > 0 ? '+' : ''}${behind}` : null;
  }
  if (!CHANGING.test(text)) return null;
  return (
    CANDIDATES.find((zone) => {
      const rules = rulesOf(folder + zone);
      return rules === text || rules?.split(',')[0] === text;
    }) ?? null
  );
}

/** The rules by which a zone goes on, which are the last line of its file; null if there is none. */
function rulesOf(file: string): string | null {
  try {
    return readFileSync(file, 'latin1').trimEnd().split('\n').at(-1) ?? null;
  } catch {
    return null;
  }
}
