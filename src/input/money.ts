import { MOST_MINOR, type Money, minorDigits } from '../domain/base/money.ts';
import { type Refusal, refuse } from '../domain/base/refusal.ts';

/** Signs and words of which it is clear which currency they mean; codes are not among them. */
const CURRENCY_OF: ReadonlyMap<string, string> = new Map([
  ['\u20ac', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['$', 'USD'],
  ['us$', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['\u00a3', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['\u20b9', 'INR'],
]);

/** A yen or a yuan. */
const YEN_OR_YUAN = '\u00a5';

/** A currency before or behind a number. A minus may stand before either. */
const CURRENCY = '(?:[a-z]{3,7}|us\\$|[$\u20ac\u00a3\u00a5\u20b9])';
const NUMBER = "\\d[\\d.,' ]*";
const BEFORE = new RegExp(`^(-?) ?(${CURRENCY}) ?(-?) ?(${NUMBER})$`);
const BEHIND = new RegExp(`^(-?) ?(${NUMBER}?) ?(${CURRENCY})$`);

/** How a rate ends: "/h", "per hour", "an hour". */
const PER_HOUR = /(?: ?\/ ?| per | an | a )(?:h|hr|hour)$/;

const HOW_TO = 'Write the currency and the number: "EUR 300", "$1,200.50", "300 euros".';

/** Whether a phrase names a currency, so that it is meant as money, whether it can be read or not. */
export function isAboutMoney(phrase: string): boolean {
  const read = split(plain(phrase).replace(PER_HOUR, ''));
  return read !== null && (read.currency === YEN_OR_YUAN || codeOf(read.currency) !== null);
}

/**
 * Reads an amount of money as a whole number of minor units. What has two meanings is refused with both, and so is what
 * its currency does not have: a third decimal of a euro.
 */
export function parseMoney(phrase: string): Money | Refusal {
  const words = plain(phrase);
  if (PER_HOUR.test(words)) {
    return notUnderstood(`"${phrase.trim()}" is a rate, not an amount.`, HOW_TO);
  }
  return read(words, phrase);
}

/** Reads what an hour costs: "EUR 90", "£90/h", "90 euros an hour". */
export function parseRate(phrase: string): Money | Refusal {
  return read(plain(phrase).replace(PER_HOUR, ''), phrase);
}

function read(words: string, phrase: string): Money | Refusal {
  const parts = split(words);
  if (!parts) {
    return /^-?\d[\d.,]*$/.test(words)
      ? notUnderstood(`${words} of which currency?`, `For example: "EUR ${words}"`)
      : notUnderstood(`"${phrase.trim()}" is not an amount of money.`, HOW_TO);
  }
  const { number, isNegative } = parts;
  if (parts.currency === YEN_OR_YUAN) {
    return notUnderstood(
      `"${YEN_OR_YUAN}" may be the yen or the yuan.`,
      `Write "JPY ${number}" or "CNY ${number}".`,
    );
  }
  const currency = codeOf(parts.currency);
  if (currency === null) {
    return notUnderstood(
      `"${parts.currency.toUpperCase()}" is not a currency.`,
      'Use its code of three letters, such as EUR, USD or GBP.',
    );
  }
  const decimal = readNumber(number, currency);
  if (typeof decimal !== 'string') return decimal;
  const digits = minorDigits(currency);
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length > digits) {
    return notUnderstood(
      `"${phrase.trim()}" has ${fraction.length} decimals, and ${currency} has ${digits || 'none'}.`,
      digits === 0 ? 'Say it in whole ones.' : `Round it to ${digits}.`,
    );
  }
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  if (minor > MOST_MINOR) {
    return refuse('amount-too-large', `"${phrase.trim()}" is more than anybody pays.`, 'Check the number.');
  }
  return { minor: isNegative && minor > 0 ? -minor : minor, currency };
}

/**
 * A number with a point before its decimals and no other signs. A single point before three digits may set thousands
 * apart or decimals, depending on who writes it. A single comma there sets thousands apart, as this program writes it
 * itself, unless the currency has three decimals.
 */
function readNumber(number: string, currency: string): string | Refusal {
  if (/^\d+(?:[.,]\d+)?$/.test(number)) {
    const [whole = '', decimals] = number.split(/[.,]/);
    if (decimals === undefined) return whole;
    const mayBeGrouped = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    if (mayBeGrouped && (number.includes('.') || minorDigits(currency) > 2)) {
      const digits = minorDigits(currency);
      const asDecimals = `${whole}.${decimals.slice(0, Math.max(1, digits))}`;
      return notUnderstood(
        `"${number}" may be ${whole}${decimals}, or ${whole} and a part.`,
        `Write "${currency} ${whole}${decimals}" or "${currency} ${asDecimals}".`,
      );
    }
    return mayBeGrouped ? whole + decimals : `${whole}.${decimals}`;
  }
  for (const [thousands, point] of GROUPED) {
    const pattern = new RegExp(`^[1-9]\\d{0,2}(?:${thousands}\\d{3})+(?:${point}\\d+)?$`);
    if (!pattern.test(number)) continue;
    const [whole = '', decimals] = number.split(new RegExp(point));
    const joined = whole.replace(/\D/g, '');
    return decimals === undefined ? joined : `${joined}.${decimals}`;
  }
  return notUnderstood(`"${number}" is not a number.`, `Write it like 1200.50 or 1,200.50.`);
}

/** What sets thousands apart, and what comes before decimals then. */
const GROUPED = [
  [',', '\\.'],
  ['\\.', ','],
  [' ', '[.,]'],
  ["'", '[.,]'],
] as const;

interface Parts {
  readonly currency: string;
  readonly number: string;
  readonly isNegative: boolean;
}

function split(words: string): Parts | null {
  const before = BEFORE.exec(words);
  if (before) {
    const [, minus, currency = '', inner, number = ''] = before;
    if (minus && inner) return null;
    return { currency, number: number.trim(), isNegative: Boolean(minus || inner) };
  }
  const behind = BEHIND.exec(words);
  if (!behind) return null;
  const [, minus, number = '', currency = ''] = behind;
  return { currency, number: number.trim(), isNegative: Boolean(minus) };
}

/** The code of a currency; null if no such currency is known. */
function codeOf(word: string): string | null {
  const named = CURRENCY_OF.get(word);
  if (named) return named;
  const code = word.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && currencies().has(code) ? code : null;
}

let known: ReadonlySet<string> | null = null;

/** All currencies. The engine's data is slow to load, so nobody asks who does not type money. */
function currencies(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known;
}

/** Longer than any amount; limits the work that a phrase can cause. */
const LONGEST = 60;

function plain(phrase: string): string {
  if (phrase.length > LONGEST) return '';
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function notUnderstood(message: string, hint: string): Refusal {
  return refuse('money-not-understood', message, hint);
}
