import { leavesChoice, saysRemedy } from './choice.ts';
import type { ReadWords } from './kind.ts';
import { Phrase } from './phrase.ts';
import { wholeOf } from './sentence.ts';
import { saysWhen } from './when.ts';

const NOT =
  '(?:(?:do|does|did|will|would|can|could|has|have|had|is|are|was|were) (?:\\w+ly |just |simply |even |yet |still )?not|never)';
const OURS = '(?:my|our)';
const US = '(?:me|us)';
const DUTY =
  '(?:fault|mistake|problem|job|task|responsibility|department|business|call|decision|choice|doing|area|concern|team|issue|idea|mess|remit)';
const RULES =
  '(?:policy|policies|rules?|regulations?|guidelines?|procedures?|terms|process|contract|protocol)';
const COMPANY =
  '(?:(?:our|company|corporate|the|this|standard|internal|new|strict|general|store|shop|house|office|firm|agency|existing) )*(?:(?:company|corporate|firm|agency|store|shop|house|office) s )?';

/** Whoever says this has nothing to do with it, whatever else they say. */
const DENIAL = new Phrase(
  `not (?:(?:really|exactly|in any way|even|at all|actually|strictly) )*(?:${OURS} (?:\\w+ )?${DUTY}|(?:the )?(?:fault|mistake|problem|doing) of (?:mine|ours|my \\w+|our \\w+))|no (?:fault|mistake) of (?:mine|ours)|none of (?:my|our) (?:business|doing|concern)`,
  `(?<!not )(?:their|his|her|your|the \\w+'s|somebody else's|someone else's|another \\w+'s) (?:own |whole )?(?:fault|mistake|mess|doing)`,
  `(?:that|this|it) (?:is|was) (?:\\w+ )?(?:someone else's|somebody else's|their|his|her|the \\w+'s) (?:own )?(?:problem|job|responsibility|department)|(?:that|this|it) (?:is|was) (?:\\w+ )?your (?:own )?(?:problem|responsibility)`,
  `(?<!(?<![^ ])(?:nobody|one|we|i|not) )(?:is|are|was|were) (?:\\w+ )?to blame(?! me)|(?:do not|please do not|can not|could not|not) blame (?:it on )?${US}|(?:i|we) blame|blame (?:it on )?(?:the|them|him|her|it|on)|blame (?:lies|goes)`,
  `(?:problem|issue|error|fault|bug|delay|mistake) (?:is|was|lies|sits|must be) (?:\\w+ )?(?:on|at|with) (?:your|their|the \\w+'s|somebody|someone|another)(?: (?:end|side))?`,
  `(?:that|this|it) (?:is|was) (?:\\w+ )?on (?:them|him|her|you)(?= *$)|(?:i|we) (?:had|have) nothing to do with|nothing to do with ${US}`,
  `(?:job|task|responsibility|business|matter|problem|decision|issue|question) (?:of|for|lies with) (?:another|someone else|somebody else|a different|the other|other)`,
  `(?:(?:someone|somebody|anyone) else|(?:another|a different|the other) (?:team|department|office|division|company|group|person|unit)) (?:is responsible|is in charge|handles|does that|does this|deals with|takes care|has to|should|must|was supposed|was responsible|was in charge|made|did|broke|dropped)`,
  `(?:i am|we are|i was|we were) not (?:\\w+ )?(?:responsible|in charge|accountable|liable|to blame|at fault)|(?:i|we) (?:can|could|will|would) not be (?:held )?(?:responsible|blamed|accountable|liable)|(?:i|we) (?:take|accept|assume|bear) no (?:responsibility|liability|blame)`,
  `(?:i am|we are|i was|we were) not (?:\\w+ )?affiliated with(?! (?:any|either|none)(?![^ ]))|not (?:\\w+ )?affiliated with (?:me|us|our)|(?:no|not any) (?:affiliation|connection|relation(?:ship)?) (?:with|to)`,
  `(?:i|we) (?:just|only|merely) work here|above (?:my|our) (?:pay ?grade|pay|head)|before (?:my|our) time(?= *$)|(?:do|did) not make the rules`,
  `(?:i am|we are) (?:just|only|merely) (?:the|a|an) (?!(?:other|matter|number|letter|corner)(?![^ ]))\\w+(?:er|or|ant|ent|man|ary|ist|ern)(?![^ ])`,
  `(?:i was|we were) (?:never|not) (?:\\w+ )?(?:told|informed|asked|consulted|warned|briefed|notified|given|copied|involved|made aware)|(?:nobody|no one|no-one|none of them) (?:had |has |ever |even |bothered to )*(?:told|tells|tell|informed|inform|warned|warn|briefed|notified|consulted|asked) ${US}`,
  `you should (?:really )?have|you ought to have|you should not have|if (?:only )?you had|you never (?:told|said|mentioned|asked|sent|gave|informed|specified|let)|you did not (?:tell|say|mention|specify|warn|inform)`,
  `mistakes were made|, not (?:me|us|mine|ours)(?= *$)|not (?:the|a) (?:one|ones|person|people|team|right \\w+) (?:who|that|to)|(?:caused |made |broken |done |decided )?not (?:by|because of) ${US}(?= *$| ,)|(?:is|was) not ${US}(?= *$| ,)|(?:mistake|fault|error|problem|delay|decision)(?: \\w+){0,4} (?:, )?not (?:mine|ours)|like that (?:when|before) (?:i|we)|(?:do not )?shoot the messenger|not look at ${US}|(?:it|that|this|problem|issue|error|fault|delay) (?:is|was|lies) (?:\\w+ )?(?:on|at) (?:their|the \\w+'s) (?:side|end)|(?:i was|we were) not (?:even )?(?:there|involved)|not part of ${OURS} (?:job|team|company|department|organi[sz]ation|role)|not something (?:i|we) (?:can|could|handle|do|deal|have)|(?:i|we) do not (?:handle|deal with|make) (?:that|this|those|the (?:rules|decisions|policy|policies))|(?:question|matter|issue|one|problem) for (?:them|corporate|legal|head office|management|another|someone else|the (?:vendor|supplier|provider|hoster))|you (?:\\w+ )?(?:have|need) to (?:ask|contact|complain to|speak to|speak with|talk to|check with) (?:them|him|her|someone|somebody|corporate|head office|legal|the (?:vendor|supplier|provider|hoster|manufacturer|shop|architect|partner|agency|previous \\w+))|(?:rules are rules|policy is policy)|take (?:it|that|this) up with|(?:i|we) (?:only |just |merely )+(?:(?:did|do|followed|follow|execute) (?:what|orders|instructions|the \\w+)|relay|resell|pass (?:it|this|that|things) on)|(?:am|are) (?:only|just|merely) (?:following|doing what|relaying|passing|reselling|executing)|what the (?:computer|system|software|policy|contract|rules?) (?:says?|tells?)|(?:have been|was|were) told not to|(?:responsible|fault|blame|caused|made|did|done|broke|built|decided|designed|chose)(?: [\\w']+){0,5} (?:, )?not (?:by )?${US}(?= *$| ,)`,
);

/** Whoever says this can do nothing, unless they say what can be done. */
const HELPLESS = new Phrase(
  `(?:nothing|little|not much|not a lot|not anything) (?:more |else |much |that |further )*(?:i|we) (?:can|could) (?:\\w+ly )?(?:do|change|influence)(?! (?:wrong|better))|(?:i|we|there) (?:\\w+ )?(?:can|could) (?:not (?:\\w+ly )?(?:do (?:anything|much|a thing)|help (?:it|that|this|you)|influence|control)|do nothing(?! (?:wrong|but))|only (?:shrug|wait and see))`,
  `nothing (?:to be done|can be done|could be done|we have in hand)|(?:out of|outside|outside of|beyond|not in|not within|not under) (?:my|our) (?:hands?|control|influence|power|sphere|reach|remit)|hands are tied`,
  `(?:have|has|had) (?:no|not any|little|zero) (?:control|influence|say|power|leverage)(?! panel)|not (?:up to|down to) ${US}`,
  `against ${COMPANY}${RULES}|(?:it|its|that|this|such) (?:is )?(?:\\w+ly |just )?(?:(?:our|company|corporate|the|standard|house|store|the company) )+(?:company |standard )?policy(?! (?:of|on|page|text|that|you|draft|which|document|for))`,
  `(?:our|company|corporate|company's) (?:\\w+ )?${RULES} ${NOT} (?:let|allow|permit)|(?<!your (?:\\w+ )?)${RULES} (?:\\w+ )?(?:${NOT} (?:let|allow|permit|provide|foresee)(?= (?:me|us|it|this|that|for|any)(?![^ ])| *$)|(?:forbids?|prohibits?|prevents?|requires?|forces?|obliges?|stops?|keeps?) (?:me|us|it|this|that)(?![^ ])|(?:says?|dictates?|states?) (?:no|so|otherwise|we|i|that (?:we|i))(?![^ ]))`,
  `policy is (?:not to|no(?= )|that (?:we|i) (?:do|can|will) not|policy)|no exceptions(?= *$)`,
  `(?:due to|because of|as per|per|under|by|owing to|given|according to) (?:our |the |a )?(?:company|corporate|internal|standard|group|head office) (?:policy|policies|rules|guidelines|regulations)`,
  `(?:is|are) (?:just |simply )?how (?:it is|(?:\\w+ ){1,3}(?:works?|goes|are)|we (?:always )?do (?:it|things))|(?:i am|we are) not (?:\\w+ )?(?:authori[sz]ed|allowed|permitted|at liberty|in a position) to|(?:i|we) can not change (?:it|that|this)(?= *$)|(?:a|an) (?:corporate|management|head office|executive) (?:decision|call|policy|rule|matter)|it is what it is`,
);

const WITHHELD =
  'let|allow|permit|approved?|released?|signed?|sent|send|deliver(?:ed)?|gave|give|given|repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|get|got|gotten|come|came|tell|told|inform(?:ed)?|warn(?:ed)?|provided?|paid|pay|ship(?:ped)?|done|do|finish(?:ed)?|show(?:ed|n)? up|turn(?:ed)? up|call(?:ed)?|updated?|fix(?:ed)?|want(?:ed)?|budge|authori[sz]ed?|support(?:ed)?|prioriti[sz]ed?|cared?|listen(?:ed)?|follow(?:ed)?|decided?|install(?:ed)?|understand|understood|ready|helpful|cooperati(?:ng|ve)|bother(?:ed)?|pass(?:ed)?|forward(?:ed)?|order(?:ed)?|keep|kept|moved?|agree to|work|working';
const WRONGED =
  'refused?|refuses|rejected|rejects|forgot|forgotten|delayed|ignored?|ignores|lost|mixed|overlooked|cancell?ed|botched|misplaced|misread|misunderstood|dropped|failed|fails|neglected|damaged|wrecked|overbooked|oversold|underestimated|killed|slashed';
const HINDERED =
  'block(?:ed|ing|s)?|freez(?:e|ing)|froze|frozen|stopp(?:ed|ing)|against|overrul\\w+|forb[ai]d\\w*|bann(?:ed|ing)|insist\\w*|stall\\w*|dragg\\w+|veto\\w*|sitting on|sat on|broke|screw\\w*|mess(?:ed|ing)';
const DECIDED = [
  'decided (?:against|not|otherwise|differently|(?:that|to) (?:(?:@we|it|they) )?(?:@must |should |will )?(?:cut|cancel|stop|close|drop|delay|postpone|push|move|raise|change|kill|freeze|reduce|skip|end|wait|hold|not))',
  'changed (?:(?:its|their|his|her|the) )?(?:minds?|plans?|rules?|scope|requirements?|specs?|settings|priorities|terms|interface|prices?)|keeps? (?:changing|pushing|asking|saying|telling|moving|delaying|ignoring)',
  'sa(?:id|ys) (?:no|@we (?:@cannot|@must))|(?:does|did|done|@be|built|drew|drawn|installed|wrote|made|set|planned|designed) (?:it|that|this) (?:wrong|that way|like that|this way)|(?:took|takes?|taking) (?:so|forever|ages|too) ?(?:long)?|(?:took|takes?|taking) long',
  '@(?:be|was) (?:slow|holding|dragging|at fault|useless|incompetent|difficult|unreliable|unresponsive|late)|cut (?:the|our|my)|made (?:the|a) (?:\\w+ )?mistake|(?:gave|sent) (?:me|us) (?:the )?(?:wrong|no|bad|false)',
].join('|');
const THEY = '@(?:others|department)';

/** What others did, told as the whole story, in the skeleton of a clause. */
const BLAME = new Phrase(
  // Whoever did it, unless it was us.
  '(?<!(?<![^ ])@we )(?:let (?:me|us) down|(?:drop|dropped) the ball|(?:left|leaves|leave|kept|keeps) (?:me|us) (?:hanging|waiting|in the dark)|(?:messed|screwed|mixed) (?:\\w+ ){0,3}up|botched)',
  '(?:made|makes|forced|forces|told) (?:me|us) (?:to|late|nothing|not|no|that @we @cannot)|(?:@be|keeps?) (?:making|forcing|stopping|preventing|blocking) (?:me|us)|(?:prevents?|stops?) (?:me|us) from|(?:@not|@cannot) (?:let|allow|permit) (?:me|us)|refuse[sd]? to (?:let|allow|help|sign|pay|give|approve|tell|change|do|fix)',
  `${THEY} (?:\\w+ ){0,4}(?:${HINDERED})|${THEY} (?:@be |@was )(?:\\w+ ){0,3}(?:${HINDERED})|${THEY} (?:(?:may|might|seems? to) )?(?:@must have )?(?:${WRONGED}|${DECIDED})`,
  `${THEY} (?:@not|@cannot)(?= *$)|${THEY} (?:@not|@cannot) (?:@be )?(?:${WITHHELD})(?! (?:any|anything)(?![^ ]))|${THEY} (?:@was (?:supposed|meant) to|should have|left (?:it|this|that|everything|things|us|the \\w+) (?:in|with|like))`,
  '@department (?:wants?|wanted|decided|chose|ordered|demands?|demanded) (?:it|this|that|so)(?= *$| (?:that|this) way)',
  `it @was (?:only )?@others(?= *$| (?:who|that)(?![^ ]))|it @(?:be|was) @machine(?= *$| ,)|(?:caused|created|delayed|lost|deleted|blocked|triggered|decided|made|stopped|overruled|introduced|decision|call|order|instruction|rule|directive)(?: made)? (?:by|of|from) (?:${THEY}|them|above)`,
  '@machine (?:@must have )?(?:lost|deleted|ate|eaten|swallowed|dropped|rejected|glitched|crashed|froze|messed|screwed|forgot|overwrote|mixed|refuse[sd]|failed(?! over)|fails(?! over)|made (?:me|us|the|a|an))',
  '@machine (?:@not|@cannot) (?:let|allow|permit|accept|support|do|save|offer|give|have|handle|work)(?= (?:me|us|that|this|it|such|for|to|you|so)(?![^ ])| *$)|@machine @(?:be|was) (?:the problem|at fault|playing up|acting up|being slow|stupid|slow)|@machine @not \\w+ (?:me|us|it|that|this)',
  '(?:limitation|restriction|bug|problem|issue|quirk) (?:of|in|with) @machine(?= *$)|@must have (?:made (?:a|the) (?:mistake|error)|forgotten|lost|deleted|messed|mixed)|(?:because|since) (?:of )?(?:them|@department)(?= *$)',
);

/** Responsibility pushed away: "not my fault", "corporate will not let us", "nothing we can do". */
export function responsibility({ sentences, skeleton }: ReadWords): string | null {
  const denial = sentences.find(({ plain }) => DENIAL.isIn(plain));
  if (denial) return wholeOf(denial);
  const helpless = sentences.find(({ plain }) => HELPLESS.isIn(plain));
  const blame = helpless ?? skeleton.clausesWith(BLAME)[0];
  if (!blame || leavesChoice(sentences)) return null;
  return helpless || !(saysRemedy(sentences) || sentences.some(saysWhen)) ? wholeOf(blame) : null;
}
