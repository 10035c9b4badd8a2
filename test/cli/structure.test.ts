import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const namesIn = (folder: string) => readdirSync(SRC + folder).map((file) => file.replace(/\.ts$/, ''));

/** Files that decisions share and that decide nothing themselves. */
const SHARED = namesIn('domain/decisions').filter(
  (name) => !/export function decide/.test(readFileSync(`${SRC}domain/decisions/${name}.ts`, 'utf8')),
);

/** The decisions that a file of the command line imports. */
function decisionsOf(command: string): string[] {
  const source = readFileSync(`${SRC}cli/commands/${command}.ts`, 'utf8');
  const imported = [...source.matchAll(/domain\/decisions\/([a-z-]+)\.ts/g)].map(([, name]) => name ?? '');
  return imported.filter((name) => !SHARED.includes(name));
}

describe('a write verb is two files', () => {
  const deciding = namesIn('cli/commands').filter((command) => decisionsOf(command).length > 0);

  /** Files that are part of another command, or that combine the decisions of several. */
  const MADE_OF: Readonly<Record<string, readonly string[]>> = {
    told: ['log'],
    heard: ['log'],
    'review-walk': ['review'],
    'review-action': ['review'],
    'spend-elsewhere': ['spend'],
    jot: ['add', 'await', 'jot', 'log', 'promise'],
  };

  it('a decision for every command that decides, of the same name', () => {
    for (const command of deciding) {
      expect(decisionsOf(command), command).toEqual(MADE_OF[command] ?? [command]);
    }
  });

  /** Decisions about what comes in, messages and files, so that `app` takes them. */
  const TAKEN_IN_APP = ['draft', 'import'];

  it('a command for every decision', () => {
    const taken = [...SHARED, ...deciding, ...TAKEN_IN_APP];
    expect(namesIn('domain/decisions').filter((name) => !taken.includes(name))).toEqual([]);
    expect(TAKEN_IN_APP.filter((name) => !COMMANDS.names.includes(name))).toEqual([]);
  });

  it('a line in the table of commands for every one of them', () => {
    const partOfAnother = ['review-action', 'review-walk', 'spend-elsewhere', 'today-walk', 'update-all'];
    expect(
      deciding.filter((verb) => !partOfAnother.includes(verb) && !COMMANDS.names.includes(verb)),
    ).toEqual([]);
  });

  it('a test for every decision and every reason for attention', () => {
    const testsIn = (folder: string) => readdirSync(new URL(`../domain/${folder}`, import.meta.url));
    const untested = (folder: string) =>
      namesIn(`domain/${folder}`).filter((name) => !testsIn(folder).includes(`${name}.test.ts`));
    expect(untested('decisions').filter((name) => !SHARED.includes(name))).toEqual([]);
    expect(untested('agenda/reasons')).toEqual([]);
  });

  it('and neither knows the store', () => {
    for (const command of deciding) {
      expect(readFileSync(`${SRC}cli/commands/${command}.ts`, 'utf8'), command).not.toContain('/store/');
    }
  });
});

describe('the process that a command runs in', () => {
  /** The names of the files in a folder that use `process`. */
  function touching(folder: string, what: RegExp): string[] {
    return readdirSync(SRC + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && what.test(readFileSync(`${SRC}${folder}/${file}`, 'utf8')))
      .sort();
  }

  it('is touched only at the edge, so that a test can replace it', () => {
    expect(touching('cli', /\bprocess\./)).toEqual(['main.ts']);
    expect(touching('system', /\bprocess\.(?:stdin|stdout|stderr|argv)\b/)).toEqual(['io.ts']);
    // The zone of the process is set there; the version is put in by the build.
    expect(touching('system', /\bprocess\.env\b/)).toEqual(['io.ts', 'version.ts', 'zone.ts']);
  });
});
