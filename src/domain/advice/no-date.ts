import { firstPiece, type ReadWords } from './kind.ts';
import { Phrase } from './phrase.ts';
import { quoteOf, type Sentence } from './sentence.ts';
import { saysWhen } from './when.ts';

const SOME =
  '(?:a few|few|several|some|a couple(?: of)?|couple of|a little|a bit|a while|a short while|coming)';
const UNITS = '(?:minutes|hours|days|weeks|months|time|moments)';

/** What pretends to say when. */
const HEDGES = [
  '(?<!(?:how|too|so|as|no|very|the) )(?:very |quite |real |pretty )?soon(?:-?ish)?(?! (?:after|afterwards|enough|as|be))',
  '(?<!speak )shortly(?! (?:after|afterwards|before|thereafter|worded))',
  'asap|a\\.s\\.a\\.p|in (?:a )?timely (?:manner|fashion)|presently|eventually|momentarily|sooner or later|before (?:too )?long',
  '(?:as|so) (?:soon|quickly|fast|early|promptly) as (?:(?:is |it is |humanly |reasonably )*(?:possible|practicable|practical|feasible|able)|(?:i|we|he|she|they) (?!(?:have|get|receive) (?:your|the) )\\w+|(?:it|that|this|everything|there) (?:is|are|has)|my|our)',
  'in (?:due course|due time|good time|no time|time to come)|in the (?:near|not too distant|foreseeable|short) (?:future|term)|before you know it|(?:at|with) (?:my|our|his|her|their|the) (?:earliest|first|next) (?:convenience|opportunity)',
  `(?:in|within|over|during) (?:the )?(?:next|coming|following) (?:(?:few|several|couple of|coming) )?${UNITS}`,
  `(?:in|within|over|after|give me|give us|for) (?:the next )?(?:just |only )?${SOME}(?: more)?(?: (?:of )?(?:working |business )?${UNITS})?`,
  `(?:in )?${SOME} ${UNITS}(?: or so)?|a (?:day|week|month) or so`,
  '(?:at )?some (?:point|stage|time)|sometime|some day|someday|(?:1|one) of these days|any (?:day|time|moment|minute|second|week)(?: now)?',
  'when(?:ever)? (?:i|we|he|she) (?:can|find|get|have|know|hear|are ready|am ready|are done|am done)(?: \\w+){0,3}',
  '(?:when(?:ever)?|the (?:moment|minute|second)|once|as soon as|if) (?:i|we|he|she|they|somebody|someone) (?:can |will )?(?:get|gets|find|finds|have|has) (?:\\w+ ){0,3}(?:chance|time|minute|moment|second|opportunity|capacity|people)',
  'when(?:ever)? (?:time|my schedule|our schedule|the schedule|capacity|workload) (?:permits|allows)|(?:when|once) (?:things|it|everything) (?:calms?|settles?|quietens?|slows?|is|are)(?: \\w+)?',
  '(?:once|as soon as|when|after) (?:(?:i|we) (?:have|know|hear|learn|get|are|am)|there (?:is|are)) (?:\\w+ ){0,3}(?:more|news|time|capacity|information|ready|done|anything|something)',
  '(?:when|once|as soon as) (?:ready|done|finished|complete|available|able)|when the time (?:comes|is right|is ripe)',
  'down the (?:road|line)|later on|later(?= *$| ,)|in (?:a|the) (?:bit|moment|while|jiffy)|further down the line|one fine day',
];

const HEDGE = new Phrase(...HEDGES);

/** A hedge that not even a week or month beside it makes a date: "sometime next week". */
const VAGUE_DATE = new Phrase(
  '(?:(?:at )?some (?:time|point|day)|sometime|someday) (?:\\w+ )?(?:in |on |during |over )?(?:this|next|the|late|early) (?:(?:next|coming|new) )?(?:week|month|quarter|year|summer|autumn|fall|winter|spring)',
);

const SELF = '(?:i|we)';
const SURELY =
  '(?:also|then|certainly|definitely|surely|just|try to|be able to|make sure to|of course|\\w+ly)';

/** A statement about what is to come; what follows is the verb. */
const FUTURE =
  '(?:will|shall|going to|should|hope to|hopes to|hoping to|plan to|plans to|planning to|aim to|aiming to|try to|trying to|expect(?:ed)? to|intend to|want to|ought to|promise to|bound to|planned|scheduled|slated|expected)';

const PROMISE = new Phrase(
  FUTURE,
  `${SELF} (?:am|are) (?:\\w+ )?\\w+ing|${SELF} (?:\\w+ly )?(?:send|deliver|fix|finish|do|call|ring|write|start|begin|look|come|get|let|report|publish|ship|hand)`,
  '(?:is|are|be|am) (?:\\w+ )?(?:ready|done|coming|due|there|fixed|finished|available|live|on (?:its|their|the|my|our) way|under way|close|nearly|almost)',
  '(?:more|news|details|update|updates|info|information|report|answer|reply|invoice|quote|rest|it|that|this) (?:to follow|to come|coming|follows?|comes?|due)',
  '(?:will|expect|expecting|hopefully|on it)',
);

/** A sentence about what they are to do, or about nothing to come. */
const NOT_OURS = new Phrase(
  'please|kindly|let (?:me|us) know|(?:can|could|would|will) you|(?:see|seeing|meet|meeting|hear(?:ing)? from|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|welcom\\w+|chat(?:ting)? with) you',
  'you (?:should(?! (?:hear|get|receive|have|see|be)(?![^ ]))|must|need|want|may|might|can(?! expect)|have to|will want|will need|plan|would like|are|said)|you will(?! (?:\\w+ly |soon |shortly |then |also )?(?:hear|get|receive|have|see|be)(?![^ ]))',
  'look(?:ing)? forward|get well|would be|it seems|until we|(?:talk|speak)(?: to you| with you)? (?:soon|later)|see (?:\\w+ )?soon',
);

/** A few words without a verb: "More soon.", "Update to follow shortly". */
const LONGEST_FRAGMENT = 5;
const FRAGMENT = new Phrase(
  'more|news|update|updates|details|coming|will|done|do|it|answer|reply|fix|report|invoice|quote|offer|to follow|follows|next|version|draft|delivery|back|results?|info|ready|there|here|hopefully',
);

/** A word about later words, which says nothing without a when. */
const WORD_TO_COME = new Phrase(
  `(?<!(?<![^ ])you )(?:let me|(?:${FUTURE}|need to|have to|has to|like to)(?: \\w+(?: \\w+){0,4} and)?)(?: ${SURELY})* (?:` +
    [
      '(?:get|come|be|write|ring|call|report|circle|phone) (?:right |straight )?back(?! (?:on|in|from|the|up|at|and|to (?:the|work|our|my|a))(?! (?:that|this|it|you)(?![^ ])))',
      '(?:ring|call|phone|write) you back|(?:get|come) back to you|(?:revert|advise)(?= *$| (?:back )?(?:to you|with|on))|return your (?:call|message|mail|email)',
      'follow up|circle back|touch base|reach out|be in (?:touch|contact)|contact you|get in (?:touch|contact)',
      'let you (?:guys |all |both )?know|keep you (?:posted|informed|updated|up to date|in the loop|in the picture|abreast)|update you|give you (?:an update|a call|a ring|news|an answer)|have (?:an answer|news|an update)',
      'look into (?:it|this|that|the (?:matter|issue|problem|question|bug|error)|your (?:\\w+ )?(?:question|request|issue|problem|case|report|ticket))',
      'see what (?:i|we) can do|see about (?:it|this|that)|get (?:to|on to|onto|round to|around to|right on) (?:it|this|that)',
      '(?:hear|be hearing) (?:back )?from (?:me|us|my|our)|send (?:you )?(?:an|another) update',
    ].join('|') +
    ')',
  'you (?:will|shall|should) (?:\\w+ly )?(?:hear|be hearing) (?:back )?from (?:me|us|my \\w+|our \\w+|him|her|them)',
  `${SELF} (?:am|are) (?:still |currently |already )*(?:looking into|working on|checking) (?:it|this|that|the (?:matter|issue|problem))(?= *$| and)`,
  'will not be (?:too |very )?long(?! (?:and|enough|or))|(?:(?:am|are) doing|(?:will|shall) do) (?:everything (?:i|we) can|(?:our|my) (?:very )?(?:best|utmost))(?! (?:with|from|as|under))',
  '(?:is|are|have it|have this|have that) (?:\\w+ )?(?:on (?:my|our) (?:\\w+ )?(?:list|radar|roadmap|plate|to-do list|todo list)|in the (?:pipeline|works))|bear with (?:me|us)|stay tuned|watch this space|hang tight|sit tight',
  '(?:no|not an?|without an?) (?:eta|date|timeline|timeframe|time frame)(?= (?:yet|for|so far|at|from|on)| *$)|(?:not sure|no idea|unclear|unknown|hard to say|not (?:yet )?(?:say|tell(?: you)?|know)|no telling) (?:exactly |yet |for sure )*when|(?:date|time|timing|schedule|deadline|delivery|eta) (?:is|are|will be|stays|remains) (?:still )?(?:tb[adc]|open|unknown|unclear|to be \\w+)',
);

/** What the later words depend on. */
const IN_THE_EVENT = new Phrase(
  '(?<!see )(?:if|unless|in case|should (?:anything|there|they|you|it)|every time|before|until)|(?:the (?:moment|minute|day)|(?<!(?:sure|idea|unclear|unknown|say|tell|tell you|know|telling|exactly|yet|for sure) )when|once|as soon as|after)(?! (?:i|we|he|she|more|there|ready|done|it is|possible|time|things)(?![^ ]))',
);

/** A promise without a date: "soon", "as soon as possible", "we will get back to you". */
export function noDate({ sentences, hasDate }: ReadWords): string | null {
  if (hasDate) return null;
  return firstPiece(sentences, (sentence, index) => {
    const piece = hedged(sentence) ?? wordToCome(sentence);
    // One of the next sentences may say when.
    return piece === null || sentences.slice(index + 1).some(saysWhen) ? null : piece;
  });
}

function hedged(sentence: Sentence): string | null {
  const { plain, clauses, isQuestion } = sentence;
  if (isQuestion || !(PROMISE.isIn(plain) || isFragment(plain))) return null;
  for (const clause of clauses) {
    const vague = VAGUE_DATE.find(clause.plain);
    const hedge = vague ?? HEDGE.find(clause.plain);
    if (hedge && !NOT_OURS.isIn(clause.plain) && (vague || !saysWhen(sentence)))
      return quoteOf(clause, hedge);
  }
  return null;
}

function isFragment(plain: string): boolean {
  const words = plain.split(' ');
  return words.length === 1 || (words.length <= LONGEST_FRAGMENT && FRAGMENT.isIn(plain));
}

function wordToCome(sentence: Sentence): string | null {
  const { plain, isQuestion } = sentence;
  const found = WORD_TO_COME.find(plain);
  if (!found || isQuestion || saysWhen(sentence) || IN_THE_EVENT.isIn(plain)) return null;
  return quoteOf(sentence, found);
}
