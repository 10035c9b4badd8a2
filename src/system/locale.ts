import type { Environment } from './io.ts';

/** Whether the locale says that text is in UTF-8. Cron has none, so its mails are in ASCII. */
export function isUtf8({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}
