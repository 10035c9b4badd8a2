import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const WORDS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

describe('words that every object knows', () => {
  it.each(WORDS)('mean nothing in a phrase, and are refused: %s', async (word) => {
    const user = new InProcessUser();
    const frames = [
      word,
      `friday 5pm ${word}`,
      `every ${word}`,
      `beginning of ${word}`,
      `3 ${word}`,
      `${word} friday`,
    ];
    for (const phrase of frames) {
      for (const kind of ['date', 'cadence', 'duration', 'effort']) {
        const { exitCode, stderr } = await user.run(['when', '--as', kind, phrase]);
        expect(exitCode).toBe(1);
        expect(stderr).not.toContain('inside followup');
      }
    }
  });

  it.each(WORDS)('are names like others: %s', async (word) => {
    const user = new InProcessUser();
    expect((await user.run(['add', 'the report', '--project', word, '--for', word])).exitCode).toBe(0);
    expect((await user.run(['list', '--client', word, '--project', word])).stdout).toContain('the report');
    expect((await user.run(['config', word, '1'])).stderr).toContain(`There is no setting "${word}"`);
    expect((await user.run(['client', word, '--set', `${word}=1`])).stderr).toContain('There is no setting');
    expect((await user.run([word])).exitCode).toBe(2);
  });
});
