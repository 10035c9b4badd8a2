import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const RUNS = Number(process.env.TABLES ?? 25);

/** Titles as people and others write them, with what tables and spreadsheets take for signs of their own. */
const title = fc
  .array(
    fc.constantFrom(
      'Report',
      'plan',
      ';',
      ',',
      '"',
      "'",
      '=1+1',
      '-',
      '|',
      'été',
      '報告',
      'sep=;',
      '#',
      '@x',
      '2026',
      '0:00',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' ').trim())
  .filter((text) => /\p{L}{4}|\p{Script=Han}/u.test(text));

const work = fc.record({
  kind: fc.constantFrom('add', 'promise', 'await'),
  title,
  client: fc.constantFrom('Acme Corp', 'Café Lumière', 'O\u2019Brien & Sons', 'ミライ'),
  by: fc.constantFrom('2026-03-09', '2026-03-06 15:30', '2026-12-24', '2027-02-01 00:00'),
});

const COUNTERPART = { add: '--for', promise: '--to', await: '--from' } as const;

it('whatever is exported as a table comes in with its titles, clients and dates', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 5 }), async (works) => {
      const user = new InProcessUser();
      for (const { kind, title: what, client, by } of works) {
        const words = [
          kind,
          COUNTERPART[kind as keyof typeof COUNTERPART],
          client,
          '--by',
          by,
          '--new-client',
          '--',
          what,
        ];
        const { exitCode, stderr } = await user.run(words);
        if (exitCode !== 0) throw new Error(stderr);
      }
      const { stdout: stdin } = await user.run('export --csv commitments');
      const other = new InProcessUser();
      await other.run('import - --new-client', { stdin });
      const told = async (of: InProcessUser) =>
        (await of.json<Record<string, unknown>[]>('list --sort number')).map(
          ({ kind, title: what, client, who, due, wantedBy }) => ({
            kind,
            what,
            client,
            who,
            due: due ?? wantedBy,
          }),
        );
      expect(await told(other)).toEqual(await told(user));
      user.leave();
      other.leave();
    }),
    { numRuns: RUNS },
  );
});
