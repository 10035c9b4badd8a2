import { lazy } from '../base/memo.ts';
import { Phrase } from './phrase.ts';
import type { Clause } from './sentence.ts';

const FILLERS =
  'just|simply|really|still|even|actually|again|also|yet|always|already|currently|now|quite|very|rather|too|(?:far|way)(?= (?:too|over|more|behind|longer))|likely|a bit|a little|slightly|somewhat|(?!reply|supply|apply|family|early|only|daily|weekly|monthly|july|comply|rely)\\w+ly';
const AMOUNT =
  '(?:\\d+%?|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few) (?:working |business )?(?:hours?|days?|weeks?|months?|percent|%)';

const HELPERS = 'do|does|did|will|would|shall|should|has|have|had|is|are|am|was|were';

/** Those who are blamed by being named, whatever their name is: a department, a supplier, somebody's boss. */
const DEPARTMENT =
  '(?:corporate|(?:the )?(?:head office|headquarters|hq|(?:upper |senior )?management|leadership|higher-ups|legal|compliance|accounting|finance|procurement|purchasing|marketing|sales|hr|logistics|operations)|(?:the|our|their) it|it(?= (?:team|department|people|folks|guys)))(?: (?:team|department|people|folks|guys))?';
const OTHERS =
  'boss(?:es)?|managers?|directors?|chief|ceo|cfo|board|suppliers?|vendors?|providers?|host|hosters?|(?:sub-?)?contractors?|courier|carrier|shipper|department|team|colleagues?|developers?|programmers?|designers?|agency|warehouse|office|manufacturer|factory|plant|printers?|bank|company|partners?|architect|engineers?|plumber|electrician|authorit(?:y|ies)|people|guys|assistant|intern|predecessor|side|party|landlord|insurer|insurance|freelancers?|airline|agent|lawyers?|committee|union|distributor|wholesaler|dealer|consultants?|translator|caterer|venue|council|ministry|customs|post office|postman|driver|staff|crew|previous \\w+';
const MACHINES =
  'systems?|software|computers?|tools?|servers?|program|database|app|application|platform|portal|crm|cms|erp|machine|algorithm|network|internet|mail program|spam filter|plugin|api';

/** Clauses stand on a line each. */
const BETWEEN = ' \n ';

/** What each kind of words becomes, in this order. */
const MARKS: readonly (readonly [words: Phrase, mark: string])[] = [
  [new Phrase(FILLERS), ''],
  [new Phrase(`${AMOUNT}(?= (?:late|behind|over|overdue|longer|later))`), ''],
  [
    new Phrase(`(?:(?:can|could|may) not|(?:${HELPERS}) not (?:be )?(?:been )?able to)(?: be able to)?`),
    '@cannot',
  ],
  [
    new Phrase(`(?:(?:${HELPERS}|be|been) )+(?:unable|incapable|not in a position|no longer able) (?:to|of)`),
    '@cannot',
  ],
  [new Phrase(`(?:${HELPERS}) not(?: (?:been|going to|about to|be going to))?|never`), '@not'],
  [
    new Phrase('(?:(?:will|shall) )?(?:have|has|had|need|needs|am forced|are forced|is forced) to|must'),
    '@must',
  ],
  [new Phrase('was|were|had been'), '@was'],
  [
    new Phrase(
      '(?:(?:will|shall|has|have|is going to|are going to|am going to) )?(?:be|been|is|are|am)(?: being| running| getting)?|running|gets|got|fell|fallen',
    ),
    '@be',
  ],
  [new Phrase('(?:has|have|had) (?=\\w+(?:ed|en|ne|wn|lt|st|id|ck|un|ut|it)(?![^ ]))'), ''],
  [new Phrase(`(?:my|our) team|i|we`), '@we'],
  [new Phrase(DEPARTMENT), '@department'],
  [
    new Phrase(
      `they|(?:somebody|someone)(?: (?:in|at|from) (?:the |our )?\\w+)?|(?:my|our|the|another|some|their|a) (?:\\w+ )?(?:\\w+'s )?(?:${OTHERS})`,
    ),
    '@others',
  ],
  [new Phrase(`(?:the|our|this|that|their|my) (?:\\w+ )?(?:${MACHINES})`), '@machine'],
];

/**
 * The bones of the clauses of a text. What says nothing for a rule is gone ("really", "already"), and words that do the same
 * in it have one mark: `@we`, `@others`, `@department` and `@machine`, `@be` and `@was`, `@not` and `@cannot`, and `@must`.
 * So "I am afraid the courier has not been able to" is "@we @be afraid @others @cannot".
 */
export class Skeleton {
  constructor(private readonly clauses: readonly Clause[]) {}

  /** The clauses in whose bones a pattern is found, unless `except` says otherwise of what stands before it. */
  clausesWith(pattern: Phrase, except: (before: string) => boolean = () => false): Clause[] {
    // A regular expression is made anew when it is used a second time, so most texts are looked through at once.
    if (!pattern.isIn(this.bones().join(BETWEEN))) return [];
    return this.clauses.filter((_, index) => this.has(pattern, index, except));
  }

  private has(pattern: Phrase, index: number, except: (before: string) => boolean): boolean {
    const bones = this.bones()[index] ?? '';
    const found = pattern.find(bones);
    return found !== null && !except(bones.slice(0, found.index).trim());
  }

  private readonly bones = lazy(() => {
    const all = this.clauses.map(({ plain }) => plain).join(BETWEEN);
    const bare = MARKS.reduce((text, [words, mark]) => words.replacedIn(text, mark), all);
    return bare.split('\n').map((bones) => bones.replace(/ {2,}/g, ' ').trim());
  });
}
