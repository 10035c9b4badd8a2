/**
 * How much a line says about the mail that it quotes. `full`: who and when, so well that even unmarked text below it is that mail.
 * `certain`: what is marked below it is that mail. `bare`: a name and "wrote", which may be the sender's own words too.
 */
export type Attribution = 'full' | 'certain' | 'bare';

/** "Wrote", as mail programs put it. An ending after it is read besides: "napisał(a)", "כתב/ה". */
const WROTE = [
  'wrote|writes|schrieb|schreibt|geschrieben|schreef|(?:het volgende )?geschreven|skrev|skrifaði|kirjoitti|kirjutas',
  'a écrit|écrivait|escribió|ha escrito?|va escriure|escreveu|escribiu|ha scritto|a scris|menulis|đã viết',
  'napisała?|pisze|napsala?|napísala?|(?:je )?napisa(?:o|la?)(?: je)?|rašė|rakstīja|yazdı|(?:ezt )?írta|έγραψε',
  '(?:на)?писала?|написа|пишет|пише|написав|напісаў|נכתב|כתבה?|كتبت?|نوشت|ने लिखा',
].join('|');
/** In scripts that put no space between words. */
const WROTE_UNSPACED = '[写寫][道到]|書きました|のメール|のメッセージ|작성|썼습니다|เขียน(?:ว่า)?';
const VERB = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${WROTE})(?:\\(\\p{L}{1,3}\\)|/\\p{L}{1,3})?(?![\\p{L}\\p{M}])|${WROTE_UNSPACED}`,
  'giu',
);
/** A mail program speaks of its user as of anybody else: with these beside the verb it is the sender who speaks. */
const FIRST_PERSON =
  /^(?:i|we|ich|wir|je|nous|yo|eu|io|noi|ik|wij|jag|vi|jeg|minä|ja|já|я|ми|мы|ben|我|我们|私|אני|أنا)$/iu;

/** The words that stand before a day. */
const DAY_OPENERS = new Set([
  ...'on at am um le les el los il al op em no den dne dnia dana w v po pe în in på da mit die de do a'.split(
    ' ',
  ),
  ...'dia data egun þann kell στις την у в на pada tanggal vào ngày lúc เมื่อ'.split(' '),
  ...'在 于 於 בתאריך ב في بتاريخ در'.split(' '),
]);
/** Words within names that begin with a small letter. */
const NAME_PARTICLE =
  /^(?:von|van|der|den|de|del|della|di|da|do|dos|la|le|bin|al|und|and|via|y|e|af|av|zu|zitat|quoting|citando)$/iu;

const ADDRESS = /[^\s@<>"]@[^\s@<>"]/;
const ENDS_WITH_ADDRESS = /<[^<>]*[^\s@<>]@[^\s@<>]+(?:<[^<>]*>)?\s*>\s*:?$/;
const TIME =
  /(?<!\p{Nd})\p{Nd}{1,2}(?::\p{Nd}{2}|[h.]\p{Nd}{2}(?![.\p{Nd}])|\s?[時时点點시]|\s?[ap]\.?m\b)/iu;
const TIMES = new RegExp(TIME, 'giu');
const DATE =
  /(?<!\p{Nd})(?:(?:19|20)\p{Nd}{2}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}|[٠-٩۰-۹]{4}|25\p{Nd}{2})(?!\p{Nd})/u;

/** Reads what introduces a quotation ("On Monday, 3 March 2014 at 10:00, Dana wrote:"), lines joined; else null. */
export function readAttribution(joined: string): Attribution | null {
  const framed = /^>>> (.+) >>>$/.exec(joined)?.[1] ?? /^ ?-{2,} (.+) -{2,}$/.exec(joined)?.[1];
  const text = framed ?? joined.replace(/^[ _-]+/, '').replace(/[ _-]+$/, '');
  if (!/\p{L}/u.test(text) || !isBalanced(text)) return null;
  if (!framed && !text.endsWith(':')) return readUnclosed(text);
  const words = text.replace(/ ?:$/, '');
  const attribution = readWrote(words) ?? readUnsaid(words);
  return attribution && framed ? 'full' : attribution;
}

/** Without a colon only what says all. */
function readUnclosed(text: string): Attribution | null {
  if (ENDS_WITH_ADDRESS.test(text)) return beginsWithDay(text) ? 'bare' : null;
  return saysBoth(text) && readWrote(text) === 'full' ? 'certain' : null;
}

/** Whether it says when, in digits. */
export function saysWhen(text: string): boolean {
  return beginsWithDay(text) && (DATE.test(text) || TIME.test(text));
}

/** With a verb: who and when before it, and after it at most the one of both that was not before it. */
function readWrote(words: string): Attribution | null {
  if (words.search(VERB) === -1) return null;
  const verb = [...words.matchAll(VERB)].at(-1);
  if (!verb) return null;
  const before = words.slice(0, verb.index).trim();
  const after = words.slice(verb.index + verb[0].length).trim();
  const neighbours = [before.split(' ').at(-1) ?? '', after.split(' ')[0] ?? ''];
  if (neighbours.some((word) => FIRST_PERSON.test(word))) return null;
  const day = beginsWithDay(before);
  if (!(day || isSender(before)) || !endsLikeNameOrDate(after)) return null;
  if (day && !isDayAndName(before)) return saysBoth(words) ? 'bare' : null;
  if (saysBoth(words)) return 'full';
  const dated = day || /\p{Nd}/u.test(after);
  if (dated && ADDRESS.test(words)) return 'full';
  return dated || ADDRESS.test(words) ? 'certain' : 'bare';
}

/**
 * Without a verb that is known: an address at the end behind a name and a time, or a day with its time. A line of an agenda looks
 * alike, but for the words between the time and the name, or before the day.
 */
function readUnsaid(words: string): Attribution | null {
  const dated = saysBoth(words);
  const day = beginsWithDay(words);
  if (ENDS_WITH_ADDRESS.test(words)) {
    if (!dated) return isSender(words) ? 'bare' : null;
    return day && !/^\p{Lu}\p{L}* /u.test(words) && isSender(behindTime(words)) ? 'full' : 'bare';
  }
  const name = words.split(/ [[(]?\p{Nd}/u, 1)[0] ?? '';
  return dated && (day || isSender(name)) ? 'bare' : null;
}

/** Few small words stand between the time of the day, if it is said, and the name: more of them make a sentence. */
function isDayAndName(text: string): boolean {
  const [name = '', address] = behindTime(text).split('<', 2);
  const small = name.match(/(?<![\p{L}\p{M}.@/_-])\p{Ll}{2,}(?![\p{L}\p{Nd}@._-])/gu) ?? [];
  return small.length <= (address === undefined && TIME.test(text) ? 2 : 6);
}

/** What is said behind the last time of the day, or all if there is none. */
function behindTime(text: string): string {
  const time = [...text.matchAll(TIMES)].at(-1);
  return text.slice(time ? time.index + time[0].length : 0).replace(/^[^\p{L}"<]+/u, '');
}

/** The day and the time of the day. */
function saysBoth(text: string): boolean {
  return DATE.test(text) && TIME.test(text);
}

/** "3 mars", "Thu, 31 Mar", "On Thu, 31 Mar", "понедельник, 6 октября". */
function beginsWithDay(text: string): boolean {
  if (/^[^\p{L}]{0,2}\p{Nd}|^\P{Ll}{1,3}\p{Nd}/u.test(text)) return true;
  const [first = '', ...next] = text.split(' ', 6);
  const number = next.findIndex((word) => /^\(?\p{Nd}/u.test(word));
  if (number === -1) return false;
  if (/[.,]$/.test(first)) return number < 2;
  return DAY_OPENERS.has(first.toLowerCase()) || (number === 0 && first.length <= 4);
}

/** A name, or a few words with an address behind them. */
function isSender(text: string): boolean {
  if (text === '') return false;
  const [name = '', ...address] = text.split(/ ?[<(["']*(?=[^\s@<>"]{1,64}@)|</);
  const words = name.split(' ').filter((word) => word !== '');
  if (words.length > 6) return false;
  if (words.length <= (address.length > 0 ? 2 : 1)) return true;
  return words.every((word) => !/^\p{Ll}/u.test(word) || NAME_PARTICLE.test(word) || /[\d_./]/.test(word));
}

function endsLikeNameOrDate(text: string): boolean {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  return words.length <= 2 || (words.length <= 20 && !/^\p{Ll}+$/u.test(last));
}

/** Whether every angle bracket that opens closes again: else it is the half of a wrapped line. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '<') open++;
    if (sign === '>' && --open < 0) return false;
  }
  return open === 0;
}
