import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideUpdate } from '../../src/domain/decisions/update.ts';
import { readClients, readLastWordTo } from '../../src/store/queries.ts';
import { type Desk, newDesk } from '../support/desk.ts';
import { march } from '../support/situation.ts';

/** When Joe last heard from me. */
function lastWord(desk: Desk): string | null {
  return readLastWordTo(desk.db, readClients(desk.db)[0]?.uid ?? '');
}

function tell(desk: Desk, at: string): void {
  const client = { name: 'Joe', isNew: false };
  desk.start('told', decideLog, { client, text: 'all is well', direction: 'out', needsReply: false, at });
}

describe('the last word to a client', () => {
  it('is none as long as only they have spoken', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    expect(lastWord(desk)).toBeNull();
  });
  it('is the latest by the time at which it was said, to them or about a commitment', () => {
    const desk = newDesk();
    const report = desk.add('Report', 'Joe');
    tell(desk, march(3));
    expect(lastWord(desk)).toBe(march(3));
    desk.apply('update', [report], decideUpdate, { text: 'half way', at: march(4) });
    expect(lastWord(desk)).toBe(march(4));
    tell(desk, march(2));
    expect(lastWord(desk)).toBe(march(4));
  });
  it('is the one before when it is taken back', () => {
    const desk = newDesk();
    const report = desk.add('Report', 'Joe');
    tell(desk, march(3));
    desk.apply('update', [report], decideUpdate, { text: 'half way', at: march(4) });
    desk.undo();
    expect(lastWord(desk)).toBe(march(3));
    desk.undo();
    expect(lastWord(desk)).toBeNull();
    desk.redo();
    expect(lastWord(desk)).toBe(march(3));
  });
  it('is checked by doctor', () => {
    const desk = newDesk();
    tell(desk, march(3));
    desk.db.exec(`UPDATE last_word SET at = '${march(4)}'`);
    expect(checkFile(desk.db).filter(({ ok }) => !ok)).toMatchObject([
      { name: 'read tables', detail: 'last_word differ from a fresh replay of the journal' },
    ]);
  });
});
