import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { Story } from '../support/story.ts';

const STORIES = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.story'));

describe.concurrent('stories', () => {
  it.each(STORIES)('%s', async (name) => {
    const { expect } = await import('vitest');
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    expect(await new Story().play(text)).toEqual([]);
  });
});
