import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, whyNoBrowser } from '../support/browser.ts';
import { newUser, type User } from '../support/cli.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`The tests of the report in a browser were passed over: ${why}.`);

/** A title that would do something if it were not escaped, and others that are hard to lay out. */
const HOSTILE = [
  '<script>document.title = "taken"</script><img src="https://example.com/x.png" onerror="alert(1)">',
  "\"><svg onload=alert(1)> &lt;b&gt; &amp; 'quoted'",
  'תיקון החשבונית של מרץ',
  'a \u202egnihtemos\u202c turned round',
  `${'Donaudampfschifffahrtsgesellschaft'.repeat(6)}`,
  'カフェのメニューを新しくする',
];

/** A client with something of everything: open, late, moved, wanted, priced, delivered, complained about. */
async function tellStory(user: User): Promise<void> {
  await user.given(
    'client Acme --new',
    'add "Checkout redesign" --for Acme --agreed "6 mar" -w --asked "mon 2 feb 10:00" --project Checkout',
    'project Checkout -c Acme --budget 40h',
    'move 1 "13 mar" --because "our tests were late" -w --at "fri 20 feb 10:00"',
    'move 1 "20 mar" --because "and again" -w --at "thu 26 feb 10:00"',
    'add "Landing page" --for Acme --agreed "20 feb" -w --asked "mon 2 feb 10:00"',
    'add "Photos" --for Acme --agreed "18 feb" -w --asked "mon 2 feb 10:00"',
    'done 3 --at "tue 17 feb 10:00"',
    'add "Slides" --for Acme --because "the board meets" --by "9 mar"',
    'offer 4 "10 mar"',
    'await "the product texts" --from Acme --by "20 feb" --at "mon 2 feb 10:00"',
    'add "English texts" --for Acme --out-of-scope --estimate 3h',
    'price 6 "EUR 540" --by "16 mar"',
    'complain Acme "the totals were wrong" --about 3 --next tomorrow',
    'heard Acme "can you come on Monday?" --needs-reply',
    'spend 1 14h',
  );
  for (const title of HOSTILE)
    await user.given(`add '${title.replaceAll("'", `'\\''`)}' --for Acme --agreed "9 mar" -w`);
}

/** Every kind of page, by name: those of a client in two languages, and those of a manager. */
async function writePages(user: User): Promise<ReadonlyMap<string, string>> {
  const file = (name: string) => join(user.home, name);
  await user.given(
    `report Acme --html ${file('acme.html')} --budget --reasons`,
    'client Acme --set language=de',
    `report Acme --html ${file('german.html')} --since "16 feb"`,
    'client Acme --set language=none',
    'client "Empty & Sons" --new',
    `report "Empty & Sons" --html ${file('empty.html')}`,
    `report --all --html ${file('all')} --budget`,
  );
  const pages = [
    'acme.html',
    'german.html',
    'empty.html',
    ...readdirSync(file('all')).map((name) => `all/${name}`),
  ];
  return new Map(pages.map((name) => [name, file(name)]));
}

const user = newUser();
const written = user.then(async (each) => {
  await tellStory(each);
  return writePages(each);
});

describe('the page of a report', () => {
  it('is valid HTML', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:recommended'] });
    for (const [name, path] of await written) {
      const { results } = await validate.validateString(readFileSync(path, 'utf8'), name);
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${name}: ${ruleId}: ${message}`),
        ),
      ).toEqual([]);
    }
  });

  it('has nothing that a browser would ask for or run', async () => {
    for (const [, path] of await written) {
      const page = readFileSync(path, 'utf8');
      expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|form|base)\b/i);
      expect(page).not.toMatch(/<[^>]+\s(?:on\w+|style|src)\s*=/i);
      expect(page).toContain('default-src &#39;none&#39;');
    }
  });
});

describe.skipIf(why !== null)('the page of a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  interface Look {
    readonly colorScheme?: 'light' | 'dark';
    readonly width?: number;
  }

  /** Opens a page, and fails if it asks for anything, breaks its own policy, or goes wrong. */
  async function open(path: string, { colorScheme = 'light', width = 1200 }: Look = {}): Promise<Page> {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    const address = pathToFileURL(path).href;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.goto(address);
    expect(said).toEqual([]);
    expect(requests.filter((url) => url !== 'data:,')).toEqual([address]);
    return page;
  }

  const LOOKS: readonly Required<Look>[] = [
    { colorScheme: 'light', width: 400 },
    { colorScheme: 'light', width: 1200 },
    { colorScheme: 'dark', width: 400 },
    { colorScheme: 'dark', width: 1200 },
  ];

  it.each(LOOKS)('is accessible to everybody: $colorScheme, $width px', async (look) => {
    for (const [name, path] of await written) {
      const page = await open(path, look);
      // The policy of the page forbids scripts, so this one comes from the browser itself.
      const { passed, violations } = await page.evaluate<{ passed: string[]; violations: string[] }>(
        `${axe.source}; axe.run(document).then(({ passes, violations, incomplete }) => ({
          passed: passes.map(({ id }) => id),
          violations: [...violations, ...incomplete].map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')),
        }))`,
      );
      expect({ name, violations }).toEqual({ name, violations: [] });
      expect(passed).toEqual(
        expect.arrayContaining(['color-contrast', 'html-has-lang', 'landmark-one-main']),
      );
      await page.close();
    }
  });

  it.each([320, 400, 768, 1200, 1400])('is no wider than the screen: %i px', async (width) => {
    for (const [name, path] of await written) {
      const page = await open(path, { width });
      const wider = await page.evaluate(`({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        parts: [...document.querySelectorAll('.page *')].filter((each) =>
          !each.closest('caption, thead') && each.getBoundingClientRect().right > innerWidth + 1).length,
      })`);
      expect({ name, wider }).toEqual({ name, wider: { page: 0, parts: 0 } });
      await page.close();
    }
  });

  it('looks as in these pictures', async () => {
    const { home } = await user;
    const path = (await written).get('acme.html') ?? '';
    const sizes: number[] = [];
    for (const look of LOOKS) {
      const page = await open(path, look);
      const picture = await page.screenshot({ fullPage: true });
      writeFileSync(join(home, `report-${look.colorScheme}-${look.width}.png`), picture);
      sizes.push(picture.length);
      await page.close();
    }
    // Four pictures of something: each scheme and each width is another.
    expect(new Set(sizes).size).toBe(4);
    expect(Math.min(...sizes)).toBeGreaterThan(20_000);
  });

  it('is dark where people want that, and on paper always light', async () => {
    const page = await open((await written).get('acme.html') ?? '', { colorScheme: 'dark' });
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(21, 24, 27)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  it.each([
    ['A4', 210, 297],
    ['Letter', 215.9, 279.4],
  ] as const)('prints on %s without cutting a row', async (format, width, height) => {
    const path = (await written).get('acme.html') ?? '';
    const page = await open(path);
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    // The printable area, in pixels of CSS: what is laid out in it breaks between rows only, because each is shorter and may not be cut.
    const pixels = (mm: number) => (mm / 25.4) * 96;
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({
      width: Math.floor(pixels(width - 30)),
      height: Math.floor(pixels(height - 32)),
    });
    const rows = await page.evaluate<{ height: number; breakInside: string; right: number }[]>(
      `[...document.querySelectorAll('tr')].map((row) => ({
        height: row.getBoundingClientRect().height,
        right: row.getBoundingClientRect().right,
        breakInside: getComputedStyle(row).breakInside,
      }))`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.breakInside).toBe('avoid');
      expect(row.height).toBeLessThan(pixels(height - 32));
      expect(row.right).toBeLessThanOrEqual(pixels(width - 30));
    }
    const heads = await page.evaluate(
      `[...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display)`,
    );
    expect(new Set(heads as string[])).toEqual(new Set(['table-header-group']));
    await page.close();
  });

  it('shows text that means harm as text', async () => {
    const page = await open((await written).get('acme.html') ?? '');
    expect(await page.title()).toBe('Where things stand: Acme');
    const titles = await page.locator('table.open tbody th bdi').allInnerTexts();
    for (const title of HOSTILE) {
      // What would turn the text round is shown as a sign.
      expect(titles).toContain(title.replace(/[\u202a-\u202e]/g, '�'));
    }
    expect(await page.locator('table.open bdi *').count()).toBe(0);
    await page.close();
  });

  it('leads a manager to each client and back', async () => {
    const page = await open((await written).get('all/index.html') ?? '');
    const links = await page
      .locator('table.clients a')
      .evaluateAll((all) => all.map((each) => (each as { href?: string }).href ?? ''));
    await page.close();
    expect(links).toHaveLength(1);
    for (const link of links) {
      const client = await browser.newPage();
      await client.goto(link);
      expect(await client.locator('.internal').textContent()).toBe('Internal: not for the client');
      expect(await client.locator('.back a').getAttribute('href')).toBe('index.html');
      await client.close();
    }
  });
});
