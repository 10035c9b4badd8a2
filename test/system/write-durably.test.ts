import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDurably } from '../../src/system/write-durably.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-write-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('a file that is written durably', () => {
  it('has its rights, and takes the drafts of processes with it that were killed long ago', () => {
    const uuid = '0b5f2c1e-3a4d-4e6f-8a9b-0c1d2e3f4a5b';
    const old = [
      `a.toml.${uuid}.new`,
      'a.toml.new',
      `a.toml.x-${uuid}.new`,
      `b.toml.${uuid}.new`,
      'a.toml.old',
    ];
    const young = `a.toml.${uuid.replace('0', '1')}.new`;
    for (const name of [...old, young]) writeFileSync(join(FOLDER, name), 'half');
    const yesterday = Date.now() / 1000 - 86_400;
    for (const name of old) utimesSync(join(FOLDER, name), yesterday, yesterday);
    const path = join(FOLDER, 'a.toml');
    writeDurably(path, 'whole', 0o640);
    expect(readFileSync(path, 'utf8')).toBe('whole');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(FOLDER).sort()).toEqual(['a.toml', ...old.slice(1), young].sort());
  });
});
