import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';
import { LOOKS, MOST_MS, timed } from '../support/looks.ts';
import { type Mutation, mutate } from '../support/mutate.ts';
import { wholeJournal } from '../support/whole-journal.ts';

/** How many files to try. `MUTATIONS=5000` tries as many as took part in the search for such faults. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 500);
const FIRST_SEED = Number(process.env.MUTATION_SEED ?? 1);
const WRITES = ['add "One more" --for "Acme Corp"', 'note . likes blue', 'undo', 'redo', 'undo 2'];

/** What became of a file: refused with its place, or taken without harm, or neither. */
type Fate = 'refused' | 'taken' | { readonly command: string; readonly says: string };

async function fateOf(text: string): Promise<Fate> {
  const user = new InProcessUser();
  try {
    const { exitCode, stderr } = await user.run('import -', { stdin: text });
    if (exitCode === 1) {
      const isPlaced = /operations(?:\.\d+)?[.:]|written by a newer|A newer followup|levels deep/.test(
        stderr,
      );
      const isInner = /sqlite|constraint|undefined|Expected|Invalid|\bNaN\b|\bat \w+ \(/i.test(stderr);
      return isPlaced && !isInner ? 'refused' : { command: 'import', says: stderr };
    }
    if (exitCode !== 0) return { command: 'import', says: stderr };
    for (const command of [...LOOKS, ...WRITES, ...LOOKS.slice(0, 2), 'doctor']) {
      const { result, ms } = await timed(() => user.run(command));
      if (ms > MOST_MS) return { command, says: `${ms} ms` };
      const isFine = WRITES.includes(command) ? result.exitCode <= 1 : result.exitCode === 0;
      // What a number or a name of the file was may be another one now.
      const isElsewhere =
        result.exitCode === 4 || (result.exitCode === 1 && /^client|^show|^forecast|^history/.test(command));
      if (!isFine && !isElsewhere)
        return { command, says: `exit ${result.exitCode}: ${result.stderr}${result.stdout.slice(0, 500)}` };
    }
    return 'taken';
  } finally {
    user.leave();
  }
}

describe('a journal in which one field was changed', () => {
  it('is refused with its place, or harms nothing', async () => {
    const journal = await wholeJournal();
    expect(await fateOf(JSON.stringify(journal))).toBe('taken');
    const counts = { refused: 0, taken: 0 };
    const failures: (Mutation & { readonly fate: Fate })[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS; seed++) {
      const mutation = mutate(journal, seed);
      const fate = await fateOf(mutation.text);
      if (typeof fate === 'string') counts[fate]++;
      else failures.push({ ...mutation, text: '', fate });
    }
    if (process.env.MUTATIONS) {
      console.log(
        `${MUTATIONS} files: ${counts.refused} refused, ${counts.taken} taken, ${failures.length} harmful`,
      );
    }
    expect(failures).toEqual([]);
    expect(Math.min(counts.refused, counts.taken)).toBeGreaterThan(0);
  }, 3_600_000);
});
