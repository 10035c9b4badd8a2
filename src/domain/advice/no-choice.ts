import { leavesChoice, saysRemedy } from './choice.ts';
import { firstPiece, type ReadWords } from './kind.ts';
import { Phrase } from './phrase.ts';
import { type Clause, type Sentence, wholeOf } from './sentence.ts';
import { saysNewTime, saysTime } from './when.ts';

const THE = '(?:the|our|your|that|this|my|its|a|an)';
/** Nothing follows, or why or since when. */
const END =
  '(?= *$| (?:because|since|due|as|for|at|in|on|after|during|this|last|with|of|and|either)(?![^ ]))';

/** What follows "it is". */
const LATE =
  'delayed|overdue|behind(?= *$| (?:schedule|plan|time|with|on)(?![^ ]))|postponed|on hold|held up|stuck|pushed (?:back|out)|slipping|suspended|cancell?ed|called off|off track|at risk|in danger|blocked|stalled';
const BROKEN = `(?:broken|down|offline|unusable|corrupt(?:ed)?|damaged|destroyed|ruined|hacked|breached|leaked|infected|gone|failing|crashing|falling apart)${END}`;
const REFUSED = '(?:refused|rejected|stolen|denied|declined|turned down|withdrawn|lost|wiped)(?! to(?![^ ]))';
const SCARCE = `(?:out of stock|sold out|not in stock|unavailable|no longer available|fully booked|booked out|discontinued|full(?! (?:of|with|for)(?![^ ]))|short of \\w+|short-staffed|short-handed|understaffed|overbooked|overloaded|swamped)${END}`;
const COSTLY = `(?:over|above|beyond|out of) (?:${THE} )?(?:\\w+ )?(?:budget|estimate)`;
const ILL = `(?:off sick|on sick leave|ill|sick|in hospital)${END}`;

/** What follows "it did not" or "it has not". */
const UNDONE =
  'arrived?|pass(?:ed)?|succeed(?:ed)?|go(?:ne)? (?:well|through|live|as planned|to plan)|surviv(?:e|ed)|convinced?|turn(?:ed)? up|show(?:ed|n)? up|deliver(?:ed)?|come(?: through)?|finish(?:ed)?|ship(?:ped)?|started|begun|managed?|completed?|happen|on time|on track|on schedule|in time';
const UNREADY = `(?:ready|finished|done|completed?|there|here|working|work|worked|live|fixed|resolved|solved|open|load|connect|run|respond|function|start|(?:started|finished|delivered|fixed|solved|shipped|made|sent|approved|built) )${END}`;
const UNMET = `(?:make|made|meet|met|keep|kept|hold|held|reach(?:ed)?|hit) (?:it|to|${THE})`;
/** What follows "we will not". */
const UNABLE = `@be (?:able|ready|there|available|finished|done|coming|attending)|finish|manage|get (?:it|this|that|${THE}|there|around|round|to|done)|have (?:it|this|that|the|your|time|enough|capacity|people|staff|budget|resources)|complete|launch|attend|reach|succeed`;

/** What keeps "we can not" from being bad news: "we can not wait", "I can not find any error". */
const FINE =
  '(?:wait|thank|complain|imagine|think|recommend|agree|overstate|overemphasi[sz]e|stress|emphasi[sz]e|praise|help but|believe|go wrong|@be (?:happier|more|prouder|better)|ask for|fault|wish|express|say|have \\w+|promise|(?:\\w+ )?(?:see|find|detect|spot|identify|reproduce) (?:any|anything|a|why|no))';
/** What follows "it can not be". */
const UNDOABLE =
  'done|delivered|finished|met|kept|fixed|repaired|completed|held|ready|shipped|processed|granted|saved|recovered|restored|provided|built|installed|live|there|possible|extended|reached|here|rescued|salvaged|honou?red|available (?:on time|in time|as)';
const GIVEN_UP =
  'cancel|postpone|delay|push|decline|stop|drop|skip|disappoint|turn down|withdraw|reject|abandon|give up|refuse|put off|call off|pull out|back out|bow out|quit|wait|put';

const TROUBLE =
  'problems?|snags?|setbacks?|obstacles?|difficult(?:y|ies)|trouble|wall|roadblocks?|bottlenecks?|outage|downtime|accident|breach|incident|defects?|shortage|delays?|slippage|hold-up';
const VALUABLE =
  'data|files?|documents?|orders?|parcel|shipment|keys?|backup|contract|client|supplier|records?|mails?|message|package|results?|samples?';
const REQUEST =
  'application|request|proposal|offer|claim|appeal|bid|permit|visa|payment|card|plans?|paper|loan|design';

/** What makes a following "failed" part of a name: "the failed logins". */
const NAMED =
  '(?:@we|the|a|an|all|each|any|no|of|your|our|and|show|list|lists|every|what|which|that|not|these|those|or|two|three|with|for|about|on|in)';

/** Bad news in the skeleton of a clause. */
const BAD_NEWS = new Phrase(
  // Late.
  `(?:@be|comes?|coming|arrives?|will) late(?! (?:shifts?|orders?|fees?|bookings?|in|at|to)(?![^ ]))`,
  `@(?:be|was) (?:${LATE})|slipped|stalled|fallen behind|overran|overrun|(?:will|might) (?:slip|overrun|fall behind)`,
  `(?:there @be|there @was|@we have|@we had|@we face|expect|facing|suffered|had|hit|ran into|run into|encountered) (?:(?:a|an|some|another|further|more|serious|major|big|(?!no )\\w+) )?(?:${TROUBLE})`,
  '(?:a|another|further) delay(?= *$| (?:with|in|to|on))|delay(?: \\w+){0,3} @(?:be|was) (?:due|caused)|@must wait|no can do|nothing works',
  'worse than|(?:take|takes|taking|took|taken|needs?|@be|lasts?) (?:\\w+ ){0,3}(?:longer|more time)|later than (?:@we )?(?:\\w+ )?(?:planned|expected|agreed|promised|hoped|thought)',
  '(?:needs?|requires?) (?:some |a lot |much )?more (?:time|money|budget|hours|days)|put \\w+(?: \\w+){0,3} on hold|(?:at|to) a (?:\\w+ )?(?:standstill|halt)',
  `(?:miss|missed|missing|misses) (?:${THE} )?(?:\\w+ ){0,2}(?:deadline|date|delivery|target|milestone|slot|window|launch|release|cut-off|cutoff)|deadline (?:passed|lapsed|expired)`,
  `@not (?:${UNDONE}|${UNREADY}|${UNMET})|@cannot (?:${UNMET}|@be (?:${UNDOABLE}))|@not @be (?:${UNDOABLE}|ready|on time|in time)`,
  // Not possible.
  `@we @cannot (?!${FINE}(?![^ ]))\\w+|@we @not (?:${UNABLE}|make|deliver)|@we @must (?:${GIVEN_UP})|@we only (?:managed|@be|finished|completed|reached)|@we (?:barely|hardly) \\w+|not possible for`,
  `(?:it|that|this) (?:@be|@was|@not|seems|looks) (?:not )?(?:be )?(?:possible|feasible|doable|impossible|unworkable)(?<!@be possible|@was possible|@be feasible|@be doable)(?! (?:not )?to (?!(?:deliver|finish|meet|make|keep|do|fix|repair|get|register|extend|complete|start|ship|send|recover|restore|save|build|install|come|attend|reach|provide|help|offer|hold)(?![^ ])))`,
  // Failed.
  `(?<!(?:^|(?<![^ ])${NAMED} ))failed(?! (?:at first|over|once|attempts?|logins?|tests?|payments?)(?![^ ]))(?! to (?!(?:finish|complete|start|load|run|import|export|upload|send|deliver|meet|arrive|work|restore|save)(?![^ ])))`,
  `@we failed(?= *$| to)|keeps? (?:failing|crashing)|fails(?= *$| (?:in|at|with|because|since|every))|(?:went|gone) (?:\\w+ )?wrong|crashed|collapsed|broken down|broke(?: down| off)?(?= *$| (?:during|last|in|on|this|when|because|after))`,
  `@(?:be|was) (?:${BROKEN})|(?:broke|crashed|corrupted|damaged|destroyed) (?:the|our|your|all|some|several)(?!(?: \\w+){1,4} (?:into|up)(?![^ ]))|went (?:down|offline|bankrupt|missing)(?! (?:by|to|from|well|in)(?![^ ]))|gone missing|@be (?:through|apart|over)(?= *$)|backfired`,
  `@was (?:${REFUSED})|@be (?:refused|stolen|denied|declined|turned down|lost|wiped|rejected)(?= *$)|(?:rejected|declined|denied|refused|turned down) (?:your|our|the|my) (?:\\w+ )?(?:${REQUEST})|by (?:mistake|accident)`,
  `@we (?:lost|damaged|destroyed|overwrote|wiped) (?:your|some|everything|data|access|part of|several|half|the (?:\\w+ )?(?:${VALUABLE}))|found (?:serious|critical|major|severe|grave) \\w+|@we (?:underestimated|misjudged)|(?:quit|resigned|walked (?:off|out)|left (?:the|our) (?:company|team|project|firm))`,
  // Too much, too little.
  `@(?:be|was) (?:${COSTLY}|${SCARCE}|${ILL})|(?:go|goes|went|gone|going|run|ran|blew|exhausted|overshot|overspent|used up) (?:over )?(?:${THE} )?(?:\\w+ )?(?:budget|estimate)|overspent`,
  `(?:exceed|exceeds|exceeded|exceeding|overshoots?|overruns?) (?:${THE} )?(?:\\w+ ){0,2}(?:budget|estimate|quote|price|costs?|sum|ceiling)|(?:budget|money|funding) (?:@be|@was|has) (?:used up|gone|exhausted|spent|run out|overdrawn|small)`,
  `(?:costs?|prices?|fees?|bill|hours|expenses|work|effort|invoice) (?:[\\w@%]+ ){0,5}(?:more|higher|above|expensive) (?:than|${THE} (?:estimate|quote|offer|budget))|(?:costs?|price|fees|effort|estimate|expenses) (?:\\w+ ){0,2}(?:doubled|tripled|risen|rose|gone up|went up|increased|exploded|grown|grew|climbed)`,
  '(?:costs?|takes?) (?:\\w+ ){0,2}(?:twice|double|three times)|(?:become|becomes|get|@be|turned out|grown) (?:\\w+ ){0,2}(?:more expensive|more costly|dearer|pricier)(?= *$| (?:than|as|because))|(?:ran|@be|run|running|runs) (?:out of|short of|short on)(?! stock)|(?:not enough|few|too little|lack(?:s|ing)?(?: of| the)?|insufficient) (?:time|people|money|budget|staff|hours|capacity)',
);

/** Words that announce bad news, whatever it is. */
const ANNOUNCED = new Phrase(
  'unfortunately|regrettably|regretfully|sadly(?! missed)|alas|bad news|(?:i am|we are) afraid(?! (?:of|(?:that )?(?:i|we) need)(?![^ ]))',
  '(?:i|we) (?:deeply |very much |must )?regret(?: to (?:say|tell|inform|report|announce))?(?! (?:the|any|not|your|this)(?![^ ]))',
  'sorry to (?:say|tell|inform|report|have to)|it pains (?:me|us)',
);

/** What makes bad news no news, if it stands before it: it might be so, was avoided, or is about others. */
const NOT_SO = new Phrase(
  'no|not|@not|@cannot|none|nothing|neither|nor|without|nobody|if|whether|when|whenever|what|in case|in the event|should|where|which|who|that|how|rather than|in order not|so as not|instead of',
  'avoid|avoids|avoided|prevent|prevents|example|you|users?|visitors?|customers?|guests?',
  'your (?:payment|invoice|fee|deposit|rent|comments|feedback|answer|reply|approval|signature|input|material|files?)',
);
const AS_MEANT = new Phrase(
  'as (?:expected|planned|intended|you (?:asked|wanted|wished|know|requested)|agreed|requested|designed|it should)|on purpose|good news|which is (?:good|fine|right)|luckily|fortunately|(?:is|was) fine',
);

/** Bad news without a choice: late, impossible, failed or too expensive, and no option, date or question. */
export function noChoice({ sentences, skeleton, hasDate }: ReadWords): string | null {
  if (hasDate) return null;
  const real = sentences.filter(({ plain }) => !AS_MEANT.isIn(plain));
  const bad = skeleton
    .clausesWith(BAD_NEWS, (before) => NOT_SO.isIn(before))
    .filter((clause) => real.some(({ clauses }) => clauses.includes(clause)));
  const piece = firstPiece(real, announced) ?? (bad[0] ? wholeOf(bad[0]) : null);
  const isSoftened = () =>
    leavesChoice(sentences) || saysRemedy(sentences) || sentences.some((each) => saysWhenInstead(each, bad));
  return piece === null || isSoftened() ? null : piece;
}

function announced({ plain, quote }: Sentence): string | null {
  const found = ANNOUNCED.find(plain);
  return found && quote(found.index, plain.length);
}

/** A time beside the bad news counts; one within it is the time that is missed, unless it says until when. */
function saysWhenInstead({ clauses }: Sentence, bad: readonly Clause[]): boolean {
  return clauses.some((clause) =>
    bad.includes(clause) ? saysNewTime(clause.plain) : saysTime(clause.plain),
  );
}
