import { leavesChoice, saysRemedy } from './choice.ts';
import { firstPiece, type ReadWords } from './kind.ts';
import { type Clause, phrase, quoteOf, type Sentence } from './sentence.ts';
import { saysNewTime, saysTime } from './when.ts';

const ADVERB =
  '(?:(?:still|now|already|currently|again|also|just|yet|likely|going to|a bit|a little|a few|slightly|quite|very|too|so|well|far|way|running|\\w+ly|(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|few) (?:\\w+ )?(?:minutes?|hours?|days?|weeks?|months?|percent|%)) )*';
const BE =
  '(?:is|are|am|be|been|being|was|were|got|gets|get|run|runs|running|come|comes|coming|fall|falls|falling|fell|fallen|stays?|remains?)';
const SELF = '(?:i|we|my team|our team|nobody|none of us)';
const THE = '(?:the|our|your|that|this|my)';

/** What keeps "can not" from being bad news: "we can not wait", "I can not find any error". */
const FINE =
  '(?:wait|thank|complain|imagine|think|recommend|agree|overstate|overemphasi[sz]e|stress|emphasi[sz]e|praise|help but|believe|go wrong|be (?:happier|more|prouder|better)|ask for|fault|wish|express|say no|say enough|have \\w+|promise|(?:\\w+ )?(?:see|find|detect|spot|identify|reproduce) (?:any|anything|a|why|no))';

const BAD = [
  // Late.
  `(?:is|are|am|be|been|running|runs|comes|come|coming|arrives?) ${ADVERB}late(?! (?:shifts?|orders?|fees?|bookings?|in|at|to))|${BE} ${ADVERB}(?:delayed|overdue|behind(?: (?:schedule|plan|time|on))?|postponed|on hold|held up|stuck|pushed back|pushed out|slipping|suspended|cancell?ed|called off|in arrears|off track|at risk|in danger|blocked|stalled)`,
  `(?:has|have|had) (?:${ADVERB})(?:slipped|stalled|fallen behind|overrun|run over|ground to a halt)|(?:will|is going to|are going to|might|may) (?:slip|overrun|be late|fall behind|be delayed)`,
  `(?:there (?:is|are|will be|has been|have been|was)|we have|i have|we face|expect|facing|suffered) (?:an? |some |another |further |more )?(?:\\w+ )?(?:delays?|setbacks?|slippage|hold-up|bottleneck|outage)|(?:a|another|further) delay(?= *$| (?:with|in|to|of|on))(?! of \\w+ (?:second|minute|millisecond)s?)|(?:put|puts|putting) (?:\\w+ ){1,4}on hold|no can do|nothing works|delay(?: \\w+){0,3} (?:is|was) (?:due|caused)|(?:have|has|had|ran into|run into|hit|encountered|there is|there was|there are) (?:a|an|some|serious|major|big)? ?(?:\\w+ )?(?:problems?|snags?|setbacks?|obstacles?|difficult(?:y|ies)|trouble|wall|roadblocks?|bottleneck|outage|downtime|accident|breach|incident|defects?|shortage)|(?:at|come to|came to|ground to) a (?:\\w+ )?(?:standstill|halt)|(?:i|we) (?:have |has )?(?:only|barely|hardly) (?:managed|got|finished|completed|reached)|found (?:\\w+ )?(?:serious|critical|major|severe|grave) \\w+|(?:i|we) (?:\\w+ )?(?:underestimated|misjudged)|deadline (?:has )?(?:passed|lapsed|expired)`,
  `(?:take|takes|taking|took|taken|need|needs|be|is|last|lasts) (?:\\w+ ){0,3}(?:longer|more time)|later than (?:we |i |was |originally )*(?:planned|expected|agreed|promised|hoped|thought)|(?:need|needs|require|requires) (?:some |a bit |a little |a lot |much |considerably )?more (?:time|money|budget|hours|days)`,
  `not (?:on time|on track|on schedule|in time)|(?:will|can|could|do|did|would|shall|going to|be able to|manage to) (?:\\w+ )?not (?:be able to )?(?:make|meet|keep|hold|reach|hit|manage) (?:it|${THE}|to)|not going to (?:make|meet|be|happen|work|manage|finish|have)`,
  `(?:did|has|have|do|does|is|are|was|were) (?:\\w+ly )?not (?:going to |yet |quite )*(?:arrived?|pass(?:ed)?|succeed(?:ed)?|go(?:ne)? (?:well|through|live|as planned|to plan)|surviv(?:e|ed)|convinced?|turn(?:ed)? up|show(?:ed|n)? up|deliver(?:ed)?|come through|finish(?:ed)?|ship(?:ped)?|fit)(?! in(?![^ ]))`,
  `(?:miss|missed|missing|misses) (?:${THE} )?(?:\\w+ ){0,2}(?:deadline|date|delivery|target|milestone|slot|window|launch|release|cut-off|cutoff)`,
  // Not possible.
  `${SELF} (?:\\w+ly )?(?:can|could|may) (?:\\w+ly )?not (?!${FINE}(?![^ ]))(?:be able to )?\\w+`,
  `${SELF} (?:will|shall|would) (?:\\w+ly )?not (?:be (?:able|ready|there|available|finished|done|coming|attending)|finish|manage|deliver|get (?:it|this|that|${THE}|there|around|to|done)|have (?:it|this|that|${THE}|time|enough)|complete|launch|come|attend|reach|arrive|succeed|make)`,
  `(?:am|are|is|be|was|were|been|remain|remains) (?:${ADVERB})(?:unable|not able|not in a position|no longer able|incapable) (?:to|of)|(?:i|we) (?:\\w+ly |will |will \\w+ |just |now )?(?:have|had|need) to (?:cancel|postpone|delay|push|decline|stop|drop|skip|disappoint|turn down|withdraw|reject|abandon|give up|refuse|put off|call off|pull out|back out|bow out|quit|wait)|(?:has|have) to wait|(?:i|we) (?:must|are forced to) (?:cancel|postpone|delay|decline|stop|drop|disappoint|withdraw)|(?:i|we) (?:do|did) not (?:manage|succeed|have (?:the )?(?:time|capacity|people|staff|budget|resources)|get (?:it|this|that|${THE}|around|round|to|that far|done))|(?:quit|walked (?:off|out))`,
  `(?:can|could|will|shall|may) (?:\\w+ly )?not (?:now |yet )?be (?:done|delivered|finished|met|kept|fixed|repaired|completed|held|ready|shipped|saved|recovered|restored|provided|built|installed|live|there|possible|extended|reached|here|rescued|salvaged|honou?red|available (?:on time|in time|as))|(?:will|is going to) not (?:arrive|work out|happen|come|make it|be (?:on time|in time|done|complete|finished))`,
  `(?:it|that|this) (?:is|was|will be|seems|looks) (?:${ADVERB})(?:not (?:be )?(?:possible|feasible|doable)|impossible|unworkable)(?! to (?!(?:deliver|finish|meet|make|keep|do|fix|repair|get|register|extend|complete|start|ship|send|recover|restore|save|build|install|come|attend|reach|provide|help|offer|hold)(?![^ ])))|not possible for us`,
  // Failed.
  `(?<!(?:^|(?:the|a|an|all|each|any|no|of|your|our|and|show|list|lists|every|what|which|that|not|these|those|or|two|three|with|for|about|on|in) ))(?:has |have |had )?(?:\\w+ly )?failed(?! (?:at first|over|once|twice|attempts?|logins?|tests?|payments?)(?![^ ]))(?! to (?!finish|complete|start|load|run|import|export|upload|send|deliver|meet|arrive|work|restore|save))`,
  `(?:i|we) (?:\\w+ )?failed|(?:has|have|keeps|kept|is|are|were|was) (?:been )?(?:failing|falling apart|crashing)|(?:keeps?|still) (?:failing|crashing|fails|crashes)|fails(?= *$| (?:again|on|in|at|with|because|since|every))|(?:did|does|do|has|have|is|are|will) (?:\\w+ )?not (?:work|worked|working|start|open|load|connect|run|respond|function)(?: out)?(?= *$| (?:yet|properly|after|as|because|for|any|on|with|since))`,
  `went (?:\\w+ )?wrong|(?:has |have )?gone wrong|(?:has |have |just )?(?:crashed|collapsed|broken down)|broke(?: down| off)?(?= *$| (?:during|again|last|in|on|this|when|because|after))|${BE} ${ADVERB}(?:broken|down|offline|unusable|corrupt|corrupted|damaged|destroyed|ruined)(?= *$| (?:again|since|because|at|for|on|in|after|due|and))|(?:broke|crashed|corrupted|damaged|destroyed) (?:the|our|your|all|some|several)(?!(?: \\w+){1,4} (?:into|up)(?![^ ]))|went (?:down|offline|bankrupt|missing)(?! (?:by|to|from|well|in))|(?:was|were|been|got) (?:hacked|breached|compromised|leaked|infected)|fell (?:through|ill|apart|over)|(?:has |have )fallen (?:through|ill)|backfired`,
  `(?:rejected|declined|denied|refused|turned down) (?:your|our|the|my) (?:\\w+ )?(?:application|request|proposal|offer|claim|appeal|bid|permit|visa|payment|card|plans?|paper|loan|design)|(?:was|were|been|got|has|have) (?:been )?(?:${ADVERB})(?:refused|rejected|stolen|denied|declined|turned down|withdrawn|lost|destroyed|wiped)(?! to)|(?:i|we) (?:\\w+ )?(?:have )?(?:lost|damaged|destroyed|overwrote|wiped) (?:your|some|all|everything|data|access|part of|several|half|the (?:\\w+ )?(?:data|files?|documents?|orders?|parcel|shipment|keys?|backup|contract|client|supplier|records?|mails?|message|package|results?|samples?))|gone missing|is gone|are gone|(?:by mistake|by accident|accidentally) \\w+`,
  // Too much, too little.
  `${BE} (?:${ADVERB})(?:over|above|beyond|out of) (?:${THE} )?(?:\\w+ )?budget|(?:go|goes|went|gone|going|run|ran) over (?:${THE} )?(?:\\w+ )?(?:budget|estimate)|(?:^|\\w+ )(?:blew|blown|bust|exhausted|overshot|overspent|used up) (?:${THE} )?(?:\\w+ )?(?:budget|estimate)|overspent|(?:exceed|exceeds|exceeded|exceeding|overshoots?|overruns?) (?:${THE} )?(?:\\w+ ){0,2}(?:budget|estimate|quote|price|costs?|sum|ceiling)|(?:budget|money|funding|contingency) (?:is|has|was|are)(?: \\w+)? (?:used up|gone|exhausted|spent|run out|overdrawn|too small)`,
  `(?:cost|costs|price|prices|fee|fees|bill|hours|expenses|work|effort|invoice) (?:\\w+ ){0,5}(?:more|higher|above|expensive) (?:\\w+ )?(?:than|${THE} (?:estimate|quote|offer|budget))|(?:costs?|prices?|fees|effort|estimate|expenses) (?:\\w+ ){0,3}(?:doubled|tripled|risen|rose|gone up|went up|increased|exploded|grown|grew|climbed)|(?:cost|costs|take|takes) (?:\\w+ ){0,2}(?:twice|double|three times)|(?:become|becomes|get|gets|be|is|turned out|grown|got) (?:\\w+ ){0,2}(?:more expensive|more costly|dearer|pricier)(?= *$| (?:than|as|because))`,
  `${BE} (?:${ADVERB})(?:out of stock|sold out|not in stock|unavailable|no longer available|fully booked|booked out|discontinued|full|short of|short-staffed|short-handed|understaffed|under-staffed|overbooked|overloaded|swamped)(?= *$| (?:of|on|in|until|at|for|because|due|since|this|that|and|staff|people|hands))|(?:ran|run|running|runs) (?:out of|short of|short on)|(?:not enough|too few|too little|lack(?:s|ing)?(?: of| the)?|insufficient) (?:time|people|money|budget|staff|hours|capacity)`,
  `(?:is|are|am|was|were) ${ADVERB}not (?:yet |quite |fully |even |\\w+ly )*(?:ready|finished|done|completed?|there|here|arrived|started|working|live|fixed|resolved|solved)(?= *$| (?:yet|because|for|as|due|since|on time|in time|either))|(?:has|have) ${ADVERB}not (?:yet |even |\\w+ly )*(?:started|finished|begun|managed|completed|arrived|shipped|been (?:started|finished|done|delivered|fixed|completed|solved|resolved|shipped|made|sent|approved|built))`,
  `(?:i am|we are|is|are|${BE}) (?:${ADVERB})(?:off sick|on sick leave|ill|sick|in hospital)(?= *$| (?:and|since|this|with|so|at))|(?:quit|resigned|left (?:the|our) (?:company|team|project|firm))`,
];

const BAD_NEWS = phrase(BAD.join('|'));

/** Words that announce bad news, whatever it is. */
const ANNOUNCED = phrase(
  '(?:unfortunately|regrettably|regretfully|sadly(?! missed)|alas|bad news|(?:i am|we are) afraid(?! of)|(?:i|we) (?:deeply |very much |must )?regret(?: to (?:say|tell|inform|report|announce))?(?! (?:the|any|not|your|this))|sorry to (?:say|tell|inform|report|have to)|it pains (?:me|us))',
);

/** What makes bad news no news: it did not happen, might happen, was meant to, or is about them. */
const NOT_SO = phrase(
  '(?:no|not|never|none|nothing|neither|nor|without|nobody|if|whether|when|whenever|what|in case|in the event|should|where|which|who|that|instead of|avoid|avoids|avoided|prevent|prevents|example|how|rather than|in order not|so as not|you|your (?:payment|invoice|fee|deposit|rent|comments|feedback|answer|reply|approval|signature|input|material|files?)|users?|visitors?|customers?|guests?)',
);
const AS_MEANT = phrase(
  'as (?:expected|planned|intended|you (?:asked|wanted|wished|know|requested)|agreed|requested|designed|it should)|on purpose|good news|which is (?:good|fine|right)|luckily|fortunately|(?:is|was) fine',
);

/** Bad news without a choice: late, impossible, failed or too expensive, and no option, date or question. */
export function noChoice({ sentences, hasDate }: ReadWords): string | null {
  if (hasDate || leavesChoice(sentences) || saysRemedy(sentences)) return null;
  const bad = firstPiece(sentences, badNews);
  return bad === null || sentences.some(saysWhenInstead) ? null : bad;
}

function badNews(sentence: Sentence): string | null {
  if (AS_MEANT.test(sentence.plain)) return null;
  const announced = ANNOUNCED.exec(sentence.plain);
  if (announced) return sentence.quote(announced.index, sentence.plain.length);
  for (const clause of sentence.clauses) {
    const found = badPart(clause);
    if (found) return quoteOf(clause, found);
  }
  return null;
}

function badPart({ plain }: Clause): RegExpExecArray | null {
  const found = BAD_NEWS.exec(plain);
  return found && !NOT_SO.test(plain.slice(0, found.index).trim()) ? found : null;
}

/** A time beside the bad news counts; one within it is the time that is missed, unless it says until when. */
function saysWhenInstead({ clauses }: Sentence): boolean {
  return clauses.some((clause) =>
    BAD_NEWS.test(clause.plain) ? saysNewTime(clause.plain) : saysTime(clause.plain),
  );
}
