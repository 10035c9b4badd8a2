import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { RECORDED_VERBS } from '../../../src/domain/decisions/recorded-verbs.ts';

const DECISIONS = fileURLToPath(new URL('../../../src/domain/decisions/', import.meta.url));
const known: readonly string[] = RECORDED_VERBS;

it('every command that decides something is a verb that history can be asked for', () => {
  const deciding = readdirSync(DECISIONS).map((file) => file.replace(/\.ts$/, ''));
  const verbs = COMMANDS.names.filter((name) => deciding.includes(name));
  expect(verbs.length).toBeGreaterThan(20);
  expect(verbs.filter((verb) => !known.includes(verb))).toEqual([]);
});

it('every other one is a command too, or the clock', () => {
  expect(known.filter((verb) => !COMMANDS.names.includes(verb))).toEqual(['recur']);
});
