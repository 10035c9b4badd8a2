import type { Db } from './db.ts';

/** Marks a file as a demo, permanently. */
export function markAsDemo(db: Db): void {
  db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('demo', '1')`).run();
}

/** Whether a file is a demo. */
export function isDemo(db: Db): boolean {
  return db.prepare(`SELECT 1 FROM meta WHERE key = 'demo'`).get() !== undefined;
}
