import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evidenceAt, readEvidence } from '../../src/system/read-evidence.ts';

const folder = mkdtempSync(join(tmpdir(), 'followup-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('evidence', () => {
  it('is a file in full, with its size and checksum, however large', async () => {
    const path = join(folder, 'large.bin');
    const content = Buffer.alloc(3_000_000, 'followup');
    writeFileSync(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const expected = { link: path, bytes: 3_000_000, sha256 };
    expect(await readEvidence(path)).toEqual(expected);
    expect(await readEvidence(relative(process.cwd(), path))).toEqual(expected);
  });
  it('is an empty file', async () => {
    const path = join(folder, 'empty');
    writeFileSync(path, '');
    expect(await readEvidence(path)).toEqual({
      link: path,
      bytes: 0,
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });
  it('is a web address as it is', async () => {
    expect(await readEvidence('https://x.example/a?b=1')).toEqual({ link: 'https://x.example/a?b=1' });
    expect(evidenceAt('https://x.example/a?b=1')).toBe('https://x.example/a?b=1');
    expect(evidenceAt('a.txt')).toBe(join(process.cwd(), 'a.txt'));
  });
  it('is a file whose name has a colon', async () => {
    const path = join(folder, 'notes:final.txt');
    writeFileSync(path, 'x');
    expect(await readEvidence(path)).toMatchObject({ link: path, bytes: 1 });
  });
  it('is refused where there is no file', async () => {
    mkdirSync(join(folder, 'sub'));
    await expect(readEvidence(join(folder, 'missing'))).rejects.toMatchObject({
      code: 'evidence-not-read',
      kind: 'refused',
      message: expect.stringContaining('no such file'),
    });
    await expect(readEvidence(join(folder, 'sub'))).rejects.toMatchObject({
      message: expect.stringContaining('it is a folder'),
    });
    await expect(readEvidence('/dev/zero')).rejects.toMatchObject({
      message: expect.stringContaining('it is a device'),
    });
  });
});
