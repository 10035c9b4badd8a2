import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../src/views/report/markdown.ts';
import type { Outline } from '../../../src/views/report/outline.ts';
import { ours, typed } from '../../../src/views/report/pieces.ts';

const outline = (title: string): Outline => ({
  language: 'en',
  client: [typed('Acme')],
  title: 'Where things stand',
  about: [],
  internal: null,
  back: null,
  highlights: [],
  sections: [
    {
      name: 'open',
      heading: 'Open',
      columns: ['What', 'Date'],
      rows: [[{ lines: [[typed(title)]] }, { lines: [[ours('–')]] }]],
      nothing: null,
      isStory: false,
    },
  ],
});

describe('Markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script\\>alert(1)&lt;/script\\>'],
    ['a | b', 'a \\| b'],
    ['[free](https://example.com)', '`[free](https://example.com)`'],
    ['see www.example.com/a_b.', 'see `www.example.com/a_b.`'],
    ['ask dana@acme.example | @dana', 'ask `dana@acme.example` \\| `@dana`'],
    ['`a@b`', '\\``a@b`\\`'],
    ['2 @ 3', '2 @ 3'],
    ['*bold* _too_ `code` ~~gone~~', '\\*bold\\* \\_too\\_ \\`code\\` \\~\\~gone\\~\\~'],
    ['back\\slash &lt;', 'back\\\\slash &amp;lt;'],
  ])('shows %s as text, in its cell', (title, written) => {
    expect(writeMarkdown(outline(title))).toContain(`| ${written} | – |\n`);
  });
});
