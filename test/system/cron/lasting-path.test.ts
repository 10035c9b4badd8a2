import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lastingNode, lastingProgram, namesVersion } from '../../../src/system/cron/lasting-path.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'followup-lasting-'));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

/** A program in a folder of its own, or a link to one. */
function place(folder: string, target?: string): string {
  const path = join(ROOT, folder, 'node');
  mkdirSync(join(ROOT, folder), { recursive: true });
  if (target) symlinkSync(target, path);
  else writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
  return path;
}

describe('the path of node', () => {
  const cellar = place('Cellar/node/22.1.0/bin');
  const brew = place('homebrew/bin', cellar);
  const version = place('versions/v22.1.0/bin', cellar);
  const fleeting = place('fnm_multishells/123_45/bin', cellar);
  const another = place('another/bin');
  const pathOf = (...paths: readonly string[]) => ({
    PATH: paths.map((path) => path.replace(/\/node$/, '')).join(':'),
  });

  it('is the link on PATH that survives an upgrade', () => {
    expect(lastingNode(pathOf(another, version, fleeting, brew), cellar)).toBe(brew);
  });

  it('is that of the running one where nothing lasts, or it is not on PATH', () => {
    expect(lastingNode(pathOf(another, version, fleeting), cellar)).toBe(cellar);
    expect(lastingNode({}, cellar)).toBe(cellar);
    expect(lastingNode({ PATH: 'relative:' }, cellar)).toBe(cellar);
  });

  it.each([
    ['/opt/homebrew/Cellar/node/22.1.0/bin/node', true],
    ['/home/mia/.nvm/versions/node/v22.1.0/bin/node', true],
    ['/snap/node/8345/bin/node', true],
    ['/opt/homebrew/bin/node', false],
    ['/usr/bin/node', false],
  ])('%s names a version: %s', (path, isSo) => {
    expect(namesVersion(path)).toBe(isSo);
  });
});

it('the path of the program is absolute, and stays a link', () => {
  expect(lastingProgram('/usr/local/bin/followup')).toBe('/usr/local/bin/followup');
  expect(lastingProgram('bin/followup.js')).toBe(join(process.cwd(), 'bin/followup.js'));
});
