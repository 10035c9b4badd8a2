/** What stands behind the identifier of each of our entries in a calendar, so that it is unique in the world (RFC 7986, 5.3). */
const OURS = '@followup';

/** The identifier that an entry with this uid has in a calendar. */
export function uidInCalendar(uid: string): string {
  return encodeURIComponent(uid) + OURS;
}

/** Whether an entry with this identifier was written here, whatever other program has kept it since. */
export function isOwnUid(uidOfEntry: string): boolean {
  return uidOfEntry.trim().endsWith(OURS);
}
