import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { applyTo, execute, type Outcome, startNew } from '../../src/app/execute.ts';
import type { Selection } from '../../src/app/select.ts';
import { redo, undo } from '../../src/app/undo.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { type AddInput, decideAdd } from '../../src/domain/decisions/add.ts';
import type { Decide, DecideStart, Saying } from '../../src/domain/decisions/decision.ts';
import { decideNote } from '../../src/domain/decisions/note.ts';
import type { Instant } from '../../src/domain/time/moment.ts';
import type { Db } from '../../src/store/db.ts';
import { openForReading, openForWriting } from '../../src/store/open.ts';
import { READ_TABLES } from '../../src/store/read-tables.ts';
import { CALENDAR, FOCUS, NOW, RULES, SETTINGS } from './situation.ts';

type Unsaid<Input extends Saying> = Omit<Input, 'at'> & { readonly at?: Instant };

/** The application without its command line, with a file and a clock set by hand. */
export class Desk {
  constructor(
    readonly db: Db,
    public now: Instant = NOW,
  ) {}

  get context(): Context {
    return {
      db: this.db,
      now: this.now,
      calendar: CALENDAR,
      clockSettingsOf: () => SETTINGS,
      planningSettingsOf: () => RULES,
      focus: FOCUS,
    };
  }

  /** Applies a verb, said now unless the input says otherwise. */
  apply<Input extends Saying>(
    verb: string,
    selection: Selection,
    decide: Decide<Input>,
    input: Unsaid<Input>,
  ): Outcome {
    return execute(
      this.context,
      verb,
      applyTo(selection, decide, { at: this.now, ...input } as unknown as Input),
    );
  }

  /** Starts something new. */
  start<Input extends Saying>(
    verb: string,
    decide: DecideStart<Input>,
    input: Unsaid<Input>,
    about: Selection | null = null,
  ): Outcome {
    return execute(
      this.context,
      verb,
      startNew(decide, { at: this.now, ...input } as unknown as Input, about),
    );
  }

  /** Records a request, optionally of a client, and returns its number. */
  add(title: string, client?: string, fields: Partial<AddInput> = {}): number {
    const { commitments } = this.start('add', decideAdd, {
      title,
      client: client === undefined ? undefined : { name: client, isNew: false },
      inWriting: false,
      scope: 'in',
      ...fields,
    });
    return commitments[0]?.number ?? 0;
  }

  note(number: number, text = 'likes blue'): Outcome {
    return this.apply('note', [number], decideNote, { text });
  }

  undo(count = 1): string[] {
    return undo(this.context, count).map(({ verb }) => verb);
  }

  redo(): string {
    return redo(this.context).verb;
  }

  /** One column of a table, in row order. */
  column(table: string, column: string): unknown[] {
    return this.db.prepare(`SELECT ${column} FROM ${table} ORDER BY rowid`).pluck().all();
  }

  /** All rows of all read tables, in an order that does not depend on how they were written. */
  readTables(): Record<string, Record<string, unknown>[]> {
    return Object.fromEntries(
      READ_TABLES.map((table) => {
        const rows = this.db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
        // The row numbers of words differ between files.
        const facts = rows.map(({ id: _id, ...row }) => row);
        return [table, facts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
      }),
    );
  }
}

/** A desk with an empty file in memory. */
export function newDesk(): Desk {
  return new Desk(openForReading('/nonexistent/followup.db'));
}

let folder: string | null = null;
let files = 0;
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A path without a file; whatever is there is deleted after the tests of this test file. */
export function newPath(name = 'followup.db'): string {
  folder ??= mkdtempSync(join(tmpdir(), 'followup-store-'));
  return join(folder, `${++files}-${name}`);
}

/** A desk with an empty file on disk. */
export function newFileDesk(path: string = newPath()): Desk {
  return new Desk(openForWriting(path));
}

/** The refusal that a call throws. */
export function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
