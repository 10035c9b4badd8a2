import { plainWords } from './words.ts';

/** Words that pretend to be a date. None of them can be kept, or missed. */
const VAGUE = [
  /^(?:asap|as soon as (?:possible|you can|i can|we can)|(?:pretty |very |real )?soon(?:ish|er|est)?|sooner or later|the sooner the better)$/,
  /^(?:whenever|when(?:ever)? (?:possible|convenient|you|i|we|they|its|it is|theres|there is|time|ready)\b.*)$/,
  /^(?:later(?: on)?|eventually|shortly|presently|in due (?:course|time)|in time|at some (?:point|stage|time)|one of these days|the other day)$/,
  /^(?:some ?(?:day|time|when)|some ?time (?:soon|later|next|this|in)\b.*|any ?(?:time|day)(?: (?:now|soon|is fine))?|one day)$/,
  /^(?:tb[adc]|to be (?:decided|defined|announced|confirmed|discussed|agreed)|unknown|undecided|open|flexible|up to you|unclear|dunno|\?+)$/,
  /^(?:(?:theres |there is )?no (?:rush|hurry|deadline|date|due date|idea|time limit)|not urgent|never|none|no|na|n\/a)$/,
  /^(?:urgent(?:ly)?|immediately|at once|quick(?:ly)?|now ?ish|right away|straight away|at (?:your|our|my|the) (?:earliest )?convenience|at your leisure)$/,
  /^(?:in|within|after|for)? ?(?:a )?(?:few|bit|while|some|several|little while|moment|jiffy)(?: (?:of )?(?:seconds?|minutes?|mins|hours?|days?|weeks?|months?|years?|time))?(?: (?:from now|or so|time|later))?$/,
];

/** Whether a phrase only sounds like a date: "asap", "whenever", "no rush". */
export function isVague(phrase: string): boolean {
  const words = plainWords(phrase).replace(/^(?:by|before|on|at|due|until|till|the) (?=.)/, '');
  return (
    VAGUE.some((pattern) => pattern.test(words)) || VAGUE.some((pattern) => pattern.test(plainWords(phrase)))
  );
}
