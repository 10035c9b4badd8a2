import { describe, expect, it } from 'vitest';
import { htmlAsText } from '../../../src/input/mail/html-as-text.ts';

describe('a page as text', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<div>one</div><div>two<br>three</div>', 'one\ntwo\nthree'],
    [
      '<p>Fine.</p><blockquote><p>Is it?</p><blockquote>Yes\n or no</blockquote></blockquote>Bye',
      'Fine.\n\n> Is it?\n>\n>> Yes or no\n\nBye',
    ],
    ['a&nbsp;b &lt;c&gt; &#8364; &#x41; &amp;lt; &unknown; &', 'a b <c> \u20ac A &lt; &unknown; &'],
    ['<pre>  kept\n    so</pre>', '  kept\n    so'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['x<!-- <p>no</p> --><style>p{}</style><script>if (a < b) no()</script><o:p>y</o:p>', 'xy'],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['<p title="a > b">text</p', 'text</p'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlAsText(html)).toBe(text);
  });

  it.each([
    '<a ',
    '<a "',
    "<a '",
    '<!--',
    '<?',
    '&',
    '<blockquote>',
    '</blockquote>',
    '<p>',
    '<script>',
    '<',
  ])('takes time in proportion to its length: %s', (piece) => {
    const start = performance.now();
    htmlAsText(piece.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
