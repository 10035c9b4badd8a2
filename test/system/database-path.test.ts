import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { resolveDatabasePath } from '../../src/system/database-path.ts';

const HOME = '/home/joe';

describe('the path of the database', () => {
  it.for([
    [undefined, undefined, `${HOME}/.local/share/followup/followup.db`],
    [undefined, '', `${HOME}/.local/share/followup/followup.db`],
    [undefined, '/data/a.db', '/data/a.db'],
    ['/data/b.db', '/data/a.db', '/data/b.db'],
    ['b.db', undefined, resolve('b.db')],
    ['../b.db', undefined, resolve('../b.db')],
    ['-b.db', undefined, resolve('-b.db')],
    ['~/b.db', undefined, `${HOME}/b.db`],
    ['./~/b.db', undefined, resolve('~/b.db')],
    ['~joe/b.db', undefined, resolve('~joe/b.db')],
    ['/data/ b.db', undefined, '/data/ b.db'],
    ['./:memory:', undefined, resolve(':memory:')],
  ] as const)('is absolute, and the option goes before the environment: %s, %s', ([option, named, path]) => {
    expect(resolveDatabasePath(option, { HOME, FOLLOWUP_DB: named })).toBe(path);
  });

  it.for(['', ' ', '\t', ':memory:', 'file:a.db', 'FILE:///a.db', 'a.db ', '/data/a\0.db'])(
    'is no name that SQLite takes for something else: %j',
    (name) => {
      const refusals = [
        resolveDatabasePath(name, { HOME }),
        ...(name === '' ? [] : [resolveDatabasePath(undefined, { HOME, FOLLOWUP_DB: name })]),
      ];
      for (const refusal of refusals) {
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({
          kind: 'database',
          hint: expect.stringMatching(/^Nothing was saved\./),
        });
      }
    },
  );
});
