import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import type { Away } from '../../src/domain/streams/away.ts';
import { type Commitment, type Unborn, unborn } from '../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../src/domain/streams/events.ts';
import { evolveCommitment } from '../../src/domain/streams/evolve-commitment.ts';
import { foldStream } from '../../src/store/read-tables.ts';
import {
  type Columns,
  group,
  integer,
  nullable,
  optionalText,
  text,
  textIfAny,
} from '../../src/store/tables/column.ts';
import { commitmentTables } from '../../src/store/tables/commitment.ts';
import { table } from '../../src/store/tables/table.ts';
import { COMMITMENT_EVENTS, eventOnCommitment } from '../support/arbitrary.ts';
import { newDesk } from '../support/desk.ts';

describe('a field of a state that is not stored', () => {
  const stored = {
    uid: text(),
    first: text(),
    last: text(),
    beginsAt: textIfAny(),
    endsAt: textIfAny(),
  };
  it('does not compile', () => {
    // @ts-expect-error The note of days away has no column.
    table<Away>('away', stored);
    table<Away>('away', { ...stored, note: optionalText() });
    // @ts-expect-error A new field of a commitment has none either.
    const columns: Columns<Pick<Commitment, 'uid'> & { readonly mood: string | null }> = { uid: text() };
    expect(Object.keys(columns)).toEqual(['uid']);
  });
  it('neither does a column of another type, or without a field', () => {
    // @ts-expect-error Text is not a number.
    table<Away>('away', { ...stored, note: integer() });
    const noted = { ...stored, note: optionalText() };
    // @ts-expect-error There is no such field.
    table<Away>('away', { ...noted, mood: text() } satisfies Columns<Away>);
    expect(Object.keys(noted)).toEqual(['uid', 'first', 'last', 'beginsAt', 'endsAt', 'note']);
  });
});

describe('an optional group', () => {
  it('begins with a field that is never null, or it would be lost', () => {
    interface Mood {
      readonly word: string | null;
      readonly at: string;
    }
    const mood = () => nullable(group<Mood>({ word: optionalText(), at: text() }));
    expect(mood).toThrow('May be NULL on its own');
    const timed = nullable(group<Mood>({ at: text(), word: optionalText() }));
    expect(timed.read(timed.write({ word: null, at: 'now' }), 0)).toEqual({ word: null, at: 'now' });
    expect(timed.read(timed.write(null), 0)).toBeNull();
  });
});

describe('a column that reads something other than was written', () => {
  it('is found by doctor, because it reads as commands do', () => {
    const desk = newDesk();
    const number = desk.add('Report', 'Joe');
    // The row contains something that no fold results in, whoever wrote it.
    desk.db.exec(`UPDATE commitment SET scope = 'out' WHERE number = ${number}`);
    expect(checkFile(desk.db).filter(({ ok }) => !ok)).toMatchObject([{ name: 'read tables' }]);
    const [stream = ''] = desk.column('commitment', 'uid') as string[];
    expect(foldStream(desk.db, { kind: 'commitment', uid: stream }).state).toMatchObject({ scope: 'in' });
  });
});

describe('a commitment', () => {
  it('is read back from its rows as it was folded, whatever happened to it', () => {
    const { db } = newDesk();
    const begun = COMMITMENT_EVENTS.RequestRecorded;
    fc.assert(
      fc.property(begun, fc.array(eventOnCommitment, { maxLength: 15 }), (first, rest) => {
        // Events come from JSON, so they contain only what JSON can express.
        const events = JSON.parse(JSON.stringify([first, ...rest])) as CommitmentEvent[];
        const state = events.reduce(evolveCommitment, unborn('it') as Commitment | Unborn);
        try {
          commitmentTables.insert(db, 'it', state);
          expect(commitmentTables.readAll(db)).toStrictEqual(new Map([['it', state]]));
        } finally {
          commitmentTables.remove(db, 'it');
        }
      }),
      { numRuns: 300 },
    );
  });
});
