import type { Db } from './db.ts';

/** Marks a file as made up, for as long as it exists. */
export function markAsDemo(db: Db): void {
  db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('demo', '1')`).run();
}

/** Whether what is in a file is made up. */
export function isDemo(db: Db): boolean {
  return db.prepare(`SELECT 1 FROM meta WHERE key = 'demo'`).get() !== undefined;
}
