import { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';

const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?";
const SHORT_WEEKDAY =
  '(?:(?:on|by|until|till|before|next|this|from) )(?:mon|tues?|weds?|thur?s?|fri|sat|sun)';
const MONTH =
  '(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)';
/** Months that are also other words. */
const MONTH_OR_WORD = '(?:march|mar|may)';
const DAY_OF_MONTH = '\\d{1,2}(?:st|nd|rd|th)?';
const COUNT =
  '(?:\\d+(?:-\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|(?:two|three|four) (?:or|to) \\w+)';
const UNIT =
  '(?:(?:working |business |calendar )?(?:minute|min|hour|hr|day|week|fortnight|month|quarter|year|weekday|workday)s?)';
const PART_OF_DAY = '(?:morning|afternoon|evening|night|lunch|lunchtime)';

/** What says a day or a time: a when that somebody can be held to. */
const TIMES = [
  WEEKDAY,
  SHORT_WEEKDAY,
  `${MONTH}(?: ${DAY_OF_MONTH})?`,
  `${MONTH_OR_WORD} ${DAY_OF_MONTH}`,
  `${DAY_OF_MONTH}(?: of)? ${MONTH_OR_WORD}`,
  `(?:in|by|until|mid|early|late|end of) ${MONTH_OR_WORD}`,
  "\\d{1,2}[:.]\\d\\d(?:[ap]m)?|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|h|hrs|oclock|o'clock)",
  `(?:at|by|before|until|till|around|about) (?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! (?:of|or|\\w+s)(?![^ ]))`,
  '(?:half|quarter) (?:past|to) \\w+|noon|midnight|midday|eod|eow|eom|cob|eob|close of business|end of play',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}/\\d{1,2}|\\d{4}-\\d{1,2}-\\d{1,2}|(?:the|on) \\d{1,2}(?:st|nd|rd|th)',
  `(?:today|tonight|tomorrow)(?:'s)?|overnight|this ${PART_OF_DAY}|(?:by|after|before|at|over) (?:lunch|lunchtime|dinner|breakfast)`,
  `(?:this|next|coming|every|each) (?:week|weekend|month|quarter|year|${PART_OF_DAY}|other \\w+|day|hour|weekday)`,
  `(?:the |at |by |before |until )*(?:end|start|beginning|middle) of (?:the |this |next |your |our )?(?:${UNIT}|weekend|${MONTH}|${MONTH_OR_WORD}|business)`,
  `(?:in|within|after|for|by) (?:the next |another |less than |at most |under )?${COUNT}(?: more)? ${UNIT}`,
  `(?:within|in under) the ${UNIT}`,
  `${COUNT} ${UNIT} (?:from now|from today|later|earlier|after|before)|the day after`,
  'daily|weekly|monthly|hourly|q[1-4]|(?:in|by|until|before|for) 20\\d\\d|(?:the|over the|at the) weekend',
  '(?:at|by|before|after|until|over|around) (?:christmas|easter|new year|thanksgiving|whitsun|pentecost)',
].join('|');

/** What makes a time one of the past, if it stands before it. */
const BYGONE = '(?:since|last|past|previous|dated|(?:until|from) last) ';

const TIME = new RegExp(`(?<![^ ])(?<!(?<![^ ])${BYGONE}(?:the )?)(?:${TIMES})(?! ago)(?![^ ])`, 'gu');

/** A time that says until when bad news lasts: "delayed to Friday", "not before 9:00", "late by two days". */
const NEW_TIME = new Phrase(
  `(?:until|till|to|into|from|before|then|now|only|instead|is|earlier than) (?:(?:on|at|in|by|the|about|around) )*(?:${TIMES})`,
  `(?:by|for) ${COUNT} ${UNIT}`,
);

/** A verb of the past: what is said beside it was then. */
const HAPPENED = new Phrase(
  '(?:was|were|had|did|went|came|met|sent|told|said|spoke|made|got|took|gave|wrote|saw|began|broke|lost|held|\\w{2,}ed)',
);
const GOES_ON = new Phrase(
  'will|shall|going to|is|are|am|can|could|should|would|may|plan|expect|expected|scheduled|due|planned|booked|reserved',
);

/** A time by which something was to be, and perhaps is not. */
const WAS_DUE = new Phrase(
  'should have|(?:was|were) (?:due|supposed|planned|promised|meant|to)|as (?:agreed|promised|planned)',
);

/** Whether a sentence says a day or time that is still to come. */
export function saysWhen({ clauses }: Sentence): boolean {
  return clauses.some(({ plain }) => saysTime(plain));
}

/** Whether a clause says a day or time, other than one at which something happened. */
export function saysTime(clause: string): boolean {
  if (WAS_DUE.isIn(clause)) return false;
  return [...clause.matchAll(TIME)].some(({ index }) => {
    const before = clause.slice(0, index);
    return (
      !HAPPENED.isIn(before) ||
      GOES_ON.isIn(before) ||
      /(?<![^ ])(?:to|until|till|by|before|for) $/.test(before)
    );
  });
}

/** Whether a clause that has bad news says until when. */
export function saysNewTime(clause: string): boolean {
  return NEW_TIME.isIn(clause);
}
