import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrontabBlock } from '../../../src/system/cron/crontab-block.ts';

const MINE = '/home/mia/followup.db';
const OTHER = '/home/mia/followup.db2';
const linesOf = (database: string, minutes = '*/15') => [
  `${minutes} * * * * node followup remind --db ${database}`,
  `45 8 * * 1-5 node followup remind --morning --db ${database}`,
];

const blockIn = (text: string, database = MINE) => new CrontabBlock(text, database);
const withBlock = (text: string, database: string, lines: readonly string[]) =>
  blockIn(text, database).with(lines);
const withoutBlock = (text: string, database: string) => blockIn(text, database).without();
const variableIn = (text: string, name: string, database: string) => blockIn(text, database).variable(name);

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
        expect(blockIn(withoutBlock(text, MINE), OTHER).isThere).toBe(true);
      }),
    );
  });

  it('is known to be changed by hand, whatever was changed', () => {
    const text = withBlock('', MINE, linesOf(MINE));
    const isEdited = (edited: string) => blockIn(edited).isEdited;
    expect(isEdited(text)).toBe(false);
    expect(isEdited(text.replace('*/15', '*/5'))).toBe(true);
    expect(isEdited(text.replace('45 8', '#45 8'))).toBe(true);
    expect(isEdited(text.replace(/45 8.*\n/, ''))).toBe(true);
    expect(isEdited(text.replaceAll('\n', ' >>/tmp/log\n').replace(/ >>.*/, ''))).toBe(true);
    expect(isEdited(text.replaceAll('\n', '\r\n'))).toBe(true);
  });

  it('leaves what does not call this database', () => {
    const own = '0 9 * * * followup overdue\n';
    const text = withBlock('', MINE, linesOf(MINE)).replace(/45 8.*\n/, '') + own;
    expect(withoutBlock(text, MINE)).toBe(own);
    const other = `5 5 * * * node followup remind --db ${OTHER}\n`;
    expect(withoutBlock(withBlock('', MINE, linesOf(MINE)) + other, MINE)).toBe(other);
  });

  it('has its lines wherever something was put between them and the comment, which stays', () => {
    const [due = '', morning = ''] = linesOf(MINE);
    const [comment = ''] = withBlock('', MINE, linesOf(MINE)).split('\n');
    const between = fc.array(fc.constantFrom('MAILTO=boss\r\n', '\n', '# caf\xe9\n', '5 5 * * * true\n'));
    fc.assert(
      fc.property(between, between, between, (one, two, three) => {
        const [first, second, third] = [one, two, three].map((lines) => lines.join(''));
        const text = `0 1 * * * a\n${comment}\n${first}${due}\n${second}${morning}\n${third}`;
        expect(blockIn(text).lines).toEqual(linesOf(MINE));
        expect(blockIn(text).isEdited).toBe(false);
        expect(withoutBlock(text, MINE)).toBe(`0 1 * * * a\n${first}${second}${third}`);
        const renewed = withBlock(text, MINE, linesOf(MINE));
        expect(renewed).toBe(`0 1 * * * a\n${comment}\n${first}${due}\n${morning}\n${second}${third}`);
        expect(blockIn(renewed).has(linesOf(MINE))).toBe(true);
        const isAfter = first?.includes('MAILTO') ? 'boss' : null;
        expect(variableIn(text, 'MAILTO', MINE)).toBe(isAfter);
      }),
    );
  });

  it('ends at the next comment, whosever lines that marks', () => {
    const [due = '', morning = ''] = linesOf(MINE);
    const mine = withBlock('', MINE, [due]);
    const text = `${mine}${withBlock('', OTHER, linesOf(OTHER))}${morning}\n`;
    expect(blockIn(text).lines).toEqual([due]);
    expect(withoutBlock(text, MINE)).toBe(text.slice(mine.length));
  });

  it('takes time that grows with the crontab, not with its square', () => {
    const text = withBlock('', MINE, linesOf(MINE)) + `${linesOf(MINE)[0]}\n`.repeat(30_000);
    const started = performance.now();
    expect(blockIn(text).lines).toHaveLength(30_002);
    expect(performance.now() - started).toBeLessThan(15_000);
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
