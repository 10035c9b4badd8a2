import { plainWords } from './words.ts';

/** Words that pretend to be a date. They can be neither kept nor missed. */
const VAGUE = new RegExp(
  `^(?:${[
    'asap|as soon as .+|(?:pretty |very |real )?soon(?:ish|er|est)?|sooner or later|the sooner the better',
    'when(?:ever)?(?: .+)?|some ?(?:day|time|when)(?: .+)?|any ?(?:time|day)(?: .+)?',
    'later(?: on)?|eventually|shortly|presently|before long|in due (?:course|time)|in time',
    'at some (?:point|stage|time)|(?:1|one) of these days|the other day|(?:in )?the (?:near )?future',
    'tb[adc]|to be (?:decided|defined|announced|confirmed|discussed|agreed)',
    'unknown|undecided|unclear|open|flexible|up to you|dunno|never|none|no|na|n/a|not urgent',
    '(?:theres |there is )?no (?:rush|hurry|deadline|date|due date|idea|time limit)',
    'urgent(?:ly)?|immediately|at once|quick(?:ly)?|right away|straight away|at your leisure',
    'at (?:your|our|my|the) (?:earliest )?convenience',
  ].join('|')})$`,
);

/** An indefinite amount of time: "in a few days", "the coming weeks". */
const UNCOUNTED = new RegExp(
  '^(?:(?:in|within|over|after|for) )?(?:(?:a|the|the next|next) )?' +
    '(?:few|several|some|coming|bit|while|little while|moment|jiffy)' +
    '(?: (?:of )?(?:seconds?|minutes?|mins|hours?|days?|weeks?|months?|years?|time))?' +
    '(?: (?:from now|or so|time|later))?$',
);

/** Words before a date that are not part of it. */
const LEAD = /^(?:(?:by|before|on|at|due|until|till|the) )+/;

/** Whether a phrase only sounds like a date: "asap", "whenever", "no rush". */
export function isVague(phrase: string): boolean {
  const words = plainWords(phrase);
  return [words, words.replace(LEAD, '')].some(
    (candidate) => VAGUE.test(candidate) || UNCOUNTED.test(candidate),
  );
}
