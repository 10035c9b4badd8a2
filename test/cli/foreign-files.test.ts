import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-foreign-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

let files = 0;

function fileWith(content: string | Buffer, extension = 'csv'): string {
  const file = join(FOLDER, `${++files}.${extension}`);
  writeFileSync(file, content);
  return file;
}

const TABLE = 'title,client,due\nCafé plan,Müller,2026-03-09\n';

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

describe('the encoding of a file', () => {
  it.each<[name: string, bytes: Buffer, remark: boolean]>([
    ['UTF-8', Buffer.from(TABLE), false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`), false],
    ['UTF-16, little end first', Buffer.from(TABLE, 'utf16le'), false],
    ['UTF-16, little end first, with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), false],
    ['UTF-16, big end first', swapped(Buffer.from(TABLE, 'utf16le')), false],
    ['UTF-16, big end first, with a mark', swapped(Buffer.from(`\ufeff${TABLE}`, 'utf16le')), false],
    ['Windows-1252', Buffer.from(TABLE, 'latin1'), true],
  ])('is found: %s', async (_name, bytes, remark) => {
    const user = new InProcessUser();
    const { stderr, exitCode } = await user.run(['import', fileWith(bytes)]);
    expect(exitCode).toBe(0);
    expect(stderr.includes('Windows-1252')).toBe(remark);
    expect(await user.json('list')).toMatchObject([{ title: 'Café plan', client: 'Müller' }]);
  });

  it('is refused with a way to convert it if it is none of them', async () => {
    const { stderr, exitCode } = await new InProcessUser().run([
      'import',
      fileWith(Buffer.from('title\x81\xff\n', 'latin1')),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('iconv -f MACINTOSH -t UTF-8');
  });

  it.each([
    ['Shift-JIS', 'SHIFT_JIS', [0x8c, 0xa9, 0x90, 0xcf, 0x82, 0xf0, 0x91, 0x97, 0x82, 0xe9]],
    ['Mac Roman', 'MACINTOSH', [0x81, 0x6e, 0x67, 0x65, 0x62, 0x6f, 0x74]],
  ])('is named if it can be told: %s', async (name, iconv, title) => {
    const bytes = Buffer.from([...Buffer.from('title,client\n'), ...title, ...Buffer.from(',Acme\n')]);
    const { stderr, exitCode } = await new InProcessUser().run(['import', fileWith(bytes)]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`It looks like ${name}.`);
    expect(stderr).toContain(`iconv -f ${iconv} -t UTF-8`);
  });
});

describe('a file that holds no tasks', () => {
  it.each<[start: string, named: string]>([
    ['SQLite format 3\0', 'followup restore'],
    ['\x7fELF\x02\x01', 'a program (ELF)'],
    ['%PDF-1.7\n', 'a PDF'],
    ['PK\x03\x04\x14\0', 'Save the sheet as CSV'],
    ['\x1f\x8b\x08\0', 'gzip'],
    ['\x89PNG\r\n', 'an image (PNG)'],
    ['\xff\xd8\xff\xe0', 'an image (JPEG)'],
    ['\x01\x02\x03\x04', 'a binary file'],
  ])('is named: %j', async (start, named) => {
    const rest = Array.from({ length: 500 }, (_, index) => String.fromCharCode((index * 7) % 128)).join('');
    const user = new InProcessUser();
    const { stderr, exitCode } = await user.run([
      'import',
      fileWith(Buffer.from(start + rest, 'latin1'), 'txt'),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(named);
    expect(await user.json('list --all')).toEqual([]);
  });

  it.each([
    ['a folder', FOLDER, 'it is a folder'],
    ['a device', '/dev/zero', 'it is a device'],
    ['nothing', join(FOLDER, 'nothing'), 'there is no such file'],
  ])('is %s', async (_what, file, why) => {
    const { stderr, exitCode } = await new InProcessUser().run(['import', file]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/\bE[A-Z]{4,}/);
  });

  it('is asked about if it is prose, unless the format is given', async () => {
    const prose = fileWith('Call me Ishmael.\nSome years ago, never mind how long.\n'.repeat(30), 'txt');
    const user = new InProcessUser();
    const refused = await user.run(['import', prose]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('None of the 60 lines has a date');
    expect((await user.run(['import', prose, '--format', 'todo.txt'])).exitCode).toBe(0);
    const short = fileWith('call the auditors\nsend the plan\n', 'txt');
    expect((await user.run(['import', short])).exitCode).toBe(0);
  });
});

describe('what an import may hold', () => {
  it('is not nested too deep', async () => {
    const deep = `[{"description":"x","a":${'['.repeat(5000)}${']'.repeat(5000)}}]`;
    const { stderr, exitCode } = await new InProcessUser().run(['import', fileWith(deep, 'json')]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('nested more than 100 levels');
  });

  it('is not too many rows', async () => {
    const rows = `title,client\n${'a,b\n'.repeat(100_001)}`;
    const { stderr } = await new InProcessUser().run(['import', fileWith(rows)]);
    expect(stderr).toContain('100,001 rows, and at most 100,000');
  });

  it('is work that somebody can do', async () => {
    const tasks = ['1e308', '-5', '1e999', '2.5'].map(
      (estimate) => `{"description":"x ${estimate}","estimate":${estimate}}`,
    );
    const { stdout } = await new InProcessUser().run([
      'import',
      fileWith(`[${tasks.join(',\n')}]`, 'json'),
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      imported: [1],
      rejects: [{ line: 1 }, { line: 2 }, { line: 3 }],
    });
  });

  it('is two tasks if two rows are equal, and still the same two the next time', async () => {
    const file = fileWith('title,client\ncall,Acme\ncall,Acme\n');
    const user = new InProcessUser();
    expect(JSON.parse((await user.run(['import', file, '--json'])).stdout)).toMatchObject({
      imported: [1, 2],
      skipped: 0,
    });
    expect(JSON.parse((await user.run(['import', file, '--json'])).stdout)).toMatchObject({
      imported: [],
      skipped: 2,
    });
  });

  it('may come through a pipe', async () => {
    const pipe = join(FOLDER, 'pipe');
    spawn('sh', ['-c', 'mkfifo "$1" && printf %s "$0" > "$1"', TABLE, pipe], { stdio: 'ignore' });
    await vi.waitFor(() => statSync(pipe));
    const user = new InProcessUser();
    expect((await user.run(['import', pipe, '--format', 'csv'])).exitCode).toBe(0);
  });
});
