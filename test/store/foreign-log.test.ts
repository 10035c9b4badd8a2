import { copyFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportJournal } from '../../src/app/journal-file.ts';
import { replaceContents } from '../../src/store/backup.ts';
import { openForReading } from '../../src/store/open.ts';
import { newFileDesk, newPath, refusalOf } from '../support/desk.ts';

it('the log of a restore that was cut off before it reached the file is that of the file', async () => {
  const [desk, backup] = [newFileDesk(), newFileDesk()];
  desk.add('Report');
  desk.db.pragma('wal_checkpoint(TRUNCATE)');
  backup.add('Slides');
  const journal = [...exportJournal(backup.db)].join('');
  backup.db.close();
  await replaceContents(desk.db, backup.db.name, newPath());
  // What a kill leaves: the old file, and all of the new content in its log.
  const cut = newPath();
  for (const suffix of ['', '-wal']) copyFileSync(desk.db.name + suffix, cut + suffix);
  const opened = openForReading(cut);
  expect([...exportJournal(opened)].join('')).toBe(journal);
  opened.close();
  desk.db.close();
});

it('a log that has only some pages of another file is refused', () => {
  const [desk, other] = [newFileDesk(), newFileDesk()];
  desk.add('Report');
  desk.db.close();
  other.add('Slides');
  other.db.pragma('wal_checkpoint(TRUNCATE)');
  other.note(1);
  const mixed = newPath();
  copyFileSync(desk.db.name, mixed);
  copyFileSync(`${other.db.name}-wal`, `${mixed}-wal`);
  expect(refusalOf(() => openForReading(mixed))).toMatchObject({ code: 'foreign-log' });
  other.db.close();
});
