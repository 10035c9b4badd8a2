import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium. */
const CHROMIUM = '/usr/bin/chromium';

/** Why no browser can be tried here; null if one can. */
export function whyNoBrowser(): string | null {
  return existsSync(CHROMIUM) ? null : `there is no ${CHROMIUM}`;
}

/** Starts a browser that asks for nothing by itself. Each has an empty profile of its own. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
