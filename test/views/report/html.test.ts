import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/views/report/html.ts';

describe('html', () => {
  it('escapes every text that is put in', () => {
    expect(html`<p title="${'a "b" & \'c\''}">${'<b>'}</p>`.markup).toBe(
      '<p title="a &quot;b&quot; &amp; &#39;c&#39;">&lt;b&gt;</p>',
    );
  });
  it('takes HTML as it is, one piece or several, and leaves out what is null', () => {
    const items = ['a', '<'].map((each) => html`<li>${each}</li>`);
    expect(html`<ul>${items}${null}</ul>${html`<hr>`}${3}`.markup).toBe(
      '<ul><li>a</li><li>&lt;</li></ul><hr>3',
    );
  });
  it('leaves no sign of any text with a meaning of its own, and loses none', () => {
    const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(markup.replace(/&(#?\w+);/g, (_all, name: string) => names[name] ?? '')).toBe(text);
      }),
    );
  });
});
