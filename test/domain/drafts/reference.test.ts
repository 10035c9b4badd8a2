import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference, writeReferences } from '../../../src/domain/drafts/reference.ts';
import { DRAFT_KINDS } from '../../../src/domain/streams/draft.ts';
import { instant } from '../../../src/domain/time/moment.ts';
import { date } from '../../support/situation.ts';

const uid = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const moment = fc
  .record({
    // To the second: no date that people give is finer.
    second: fc.integer({ min: 0, max: 4_000_000_000 }),
    grain: fc.constantFrom('day' as const, 'time' as const),
  })
  .map(({ second, grain }) => ({ at: instant(second * 1000), zone: 'UTC', grain }));
const part = fc.record({
  kind: fc.constantFrom(...DRAFT_KINDS),
  commitment: fc.option(uid, { nil: null }),
  date: fc.option(moment, { nil: null }),
});

describe('the references of a draft', () => {
  it('read back as what they were written from', () => {
    fc.assert(
      fc.property(uid, fc.array(part, { minLength: 1, maxLength: 4 }), (id, parts) => {
        const read = writeReferences({ id, parts }).map(readReference);
        expect(read).toEqual(
          parts.map(({ kind, commitment, date }) => ({
            draft: id,
            kind,
            commitment,
            date: date && { at: date.at, grain: date.grain },
          })),
        );
      }),
    );
  });
  it('are Message-IDs under a domain that nobody can have', () => {
    const [reference] = writeReferences({
      id: 'D1',
      parts: [{ kind: 'confirm', commitment: 'C1', date: date(6) }],
    });
    expect(reference).toBe('D1.confirm.C1.20260306T170000Z-day@followup.invalid');
  });
  it('are known apart from what other programs write', () => {
    fc.assert(fc.property(fc.string(), (text) => readReference(text) === null));
    const good = 'D1.confirm.C1.20260306T170000Z-day@followup.invalid';
    expect(readReference(good)).not.toBeNull();
    const bad = [
      `<${good}>`,
      `${good}.example`,
      `x ${good}`,
      good.replace('followup.invalid', 'followup.example'),
      good.replace('confirm', 'confirmed'),
      good.replace('confirm', 'constructor'),
      good.replace('-day', '-week'),
      good.replace('20260306T170000Z', '2026-03-06'),
      'D1.confirm.C1@followup.invalid',
    ];
    expect(bad.filter((each) => readReference(each) !== null)).toEqual([]);
  });
  it('that name no day of the calendar are none', () => {
    expect(readReference('D1.confirm.C1.20269999T996699Z-day@followup.invalid')).toBeNull();
    expect(readReference('D1.confirm.C1.20260231T170000Z-day@followup.invalid')).toBeNull();
  });
});
