import { spawnSync } from 'node:child_process';

/** The Python that has the package of the system. */
const PYTHON = '/usr/bin/python3';

/** Reads a calendar on standard input, and prints what it found as JSON. */
const READ = `
import sys, json, datetime, icalendar
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
def when(prop):
    if prop is None: return None
    value = prop.dt
    if isinstance(value, datetime.datetime): return value.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%MZ')
    return value.isoformat()
events = [{
    'uid': str(event['UID']), 'summary': str(event['SUMMARY']), 'start': when(event.get('DTSTART')), 'end': when(event.get('DTEND')),
    'status': str(event['STATUS']), 'sequence': int(event['SEQUENCE']), 'transparent': str(event['TRANSP']),
    'alarms': len([part for part in event.subcomponents if part.name == 'VALARM']),
} for event in cal.walk('VEVENT')]
print(json.dumps({'name': str(cal['X-WR-CALNAME']), 'method': str(cal.get('METHOD')), 'events': events}))
`;

/** An event as python3-icalendar reads it: dates as ISO dates, times in UTC. */
export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly status: string;
  readonly sequence: number;
  readonly transparent: string;
  readonly alarms: number;
}

/** Whether python3-icalendar is installed here. */
export function hasIcalendar(): boolean {
  return spawnSync(PYTHON, ['-c', 'import icalendar']).status === 0;
}

/** A calendar as python3-icalendar reads it. */
export function readWithIcalendar(text: string): {
  readonly name: string;
  readonly method: string;
  readonly events: readonly ReadEvent[];
} {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', READ], {
    input: text,
    encoding: 'utf8',
    env: { PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
