/** A command takes a few milliseconds; one that computes for this long is in a loop that has no good end. */
export const MOST_MS = 8000;

/** Runs something and says how long it computed, in milliseconds: other tests may have the processor meanwhile. */
export async function timed<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: Math.round((user + system) / 1000) };
}

/** What people look at every day, and what reads everything. */
export const LOOKS = [
  'today --all',
  'list --all',
  'show 1,2,3,4,5,6',
  'history',
  'history 1',
  'client',
  'client "Acme Corp"',
  'client Joe',
  'forecast',
  'forecast 1',
  'calendar',
  'calendar 2026-04',
  'away',
  'review',
  'review --history',
  'stats --all',
  'stats --by month',
  'report "Acme Corp"',
  'search report',
  'overdue',
  'export',
  'spread',
  'doctor',
];
