import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlocks, variableIn, withBlock, withoutBlock } from '../../../src/system/cron/crontab-block.ts';

const MINE = '/home/mia/followup.db';
const OTHER = '/home/mia/followup.db2';
const linesOf = (database: string, minutes = '*/15') => [
  `${minutes} * * * * node followup remind --db ${database}`,
  `45 8 * * 1-5 node followup remind --morning --db ${database}`,
];

/** A crontab: any bytes, as a character each. */
const crontab = fc.oneof(
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc
    .array(
      fc.constantFrom(
        '# followup is great\n',
        'MAILTO=me\r\n',
        '0 9 * * * followup overdue\n',
        `0 9 * * * followup remind --db ${MINE}\n`,
        '\tno end',
        '\n',
        'caf\xe9\n',
        `${linesOf(OTHER).join('\n')}\n`,
      ),
    )
    .map((lines) => lines.join('')),
);

describe('the block of a database', () => {
  it('comes at the end, and leaves the crontab byte for byte as it was when it goes', () => {
    fc.assert(
      fc.property(crontab, (text) => {
        const after = withBlock(text, MINE, linesOf(MINE));
        expect(after.startsWith(text)).toBe(true);
        expect(after.endsWith(`${linesOf(MINE).join('\n')}\n`)).toBe(true);
        expect(withBlock(after, MINE, linesOf(MINE))).toBe(after);
        expect(withoutBlock(after, MINE)).toBe(text);
      }),
    );
  });

  it('is replaced where it is, and other databases keep theirs', () => {
    fc.assert(
      fc.property(crontab, crontab, (before, after) => {
        const first = withBlock(withBlock(before, MINE, linesOf(MINE)), OTHER, linesOf(OTHER));
        const text = first + after;
        const renewed = withBlock(text, MINE, linesOf(MINE, '*/5'));
        expect(renewed.replace(/\([0-9a-f]{8}/g, '').replaceAll('*/5 ', '*/15 ')).toBe(
          text.replace(/\([0-9a-f]{8}/g, ''),
        );
        expect(withBlock(renewed, MINE, linesOf(MINE))).toBe(text);
        expect(findBlocks(withoutBlock(text, MINE), OTHER)).toHaveLength(1);
      }),
    );
  });

  it('is known to be changed by hand, whatever was changed', () => {
    const text = withBlock('', MINE, linesOf(MINE));
    const isEdited = (edited: string) => findBlocks(edited, MINE).map((block) => block.isEdited);
    expect(isEdited(text)).toEqual([false]);
    expect(isEdited(text.replace('*/15', '*/5'))).toEqual([true]);
    expect(isEdited(text.replace('45 8', '#45 8'))).toEqual([true]);
    expect(isEdited(text.replace(/45 8.*\n/, ''))).toEqual([true]);
    expect(isEdited(text.replaceAll('\n', ' >>/tmp/log\n').replace(/ >>.*/, ''))).toEqual([true]);
    expect(isEdited(text.replaceAll('\n', '\r\n'))).toEqual([true]);
  });

  it('ends where a line does not call this database', () => {
    const own = '0 9 * * * followup overdue\n';
    const text = withBlock('', MINE, linesOf(MINE)).replace(/45 8.*\n/, '') + own;
    expect(withoutBlock(text, MINE)).toBe(own);
    const other = `5 5 * * * node followup remind --db ${OTHER}\n`;
    expect(withoutBlock(withBlock('', MINE, linesOf(MINE)) + other, MINE)).toBe(other);
  });

  it('is there once after an install, and not at all after a removal, if somebody copied it', () => {
    const block = withBlock('', MINE, linesOf(MINE));
    const twice = `# mine\n${block}\n# again\n${block}# end\n`;
    expect(withBlock(twice, MINE, linesOf(MINE))).toBe(`# mine\n${block}\n# again\n# end\n`);
    expect(withoutBlock(twice, MINE)).toBe('# mine\n\n# again\n# end\n');
  });

  it('keeps the line end that it added if something was written below it since', () => {
    const text = `${withBlock('abc', MINE, linesOf(MINE))}def\n`;
    expect(withoutBlock(text, MINE)).toBe('abc\ndef\n');
  });
});

describe('a variable of a crontab', () => {
  const text = `MAILTO=one\n  MAILTO = "two three" \nTZ=UTC\r\n#CRON_TZ=UTC\nX=1 MAILTO=no\n`;

  it('is what it was last set to', () => {
    expect(variableIn(text, 'MAILTO', MINE)).toBe('two three');
    expect(variableIn(text, 'TZ', MINE)).toBe('UTC');
    expect(variableIn(text, 'CRON_TZ', MINE)).toBeNull();
    expect(variableIn('MAILTO=""\n', 'MAILTO', MINE)).toBe('');
    expect(variableIn('MAILTO=\n0 9 * * * x\n', 'MAILTO', MINE)).toBe('');
  });

  it('counts only where it is above the lines', () => {
    const below = `MAILTO=one\n${withBlock('', MINE, linesOf(MINE))}MAILTO=two\n`;
    expect(variableIn(below, 'MAILTO', MINE)).toBe('one');
    expect(variableIn(below, 'MAILTO', OTHER)).toBe('two');
  });
});
