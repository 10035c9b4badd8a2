import { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';

/** What leaves the client a choice, or says what happens instead. */
const CHOICE = new Phrase(
  'either(?= \\w)|whether|options?|alternatives?|alternatively|instead|(?<!(?:my|our|no|little|any) )choices?|choose|chose|prefer|propose|proposal|suggest|suggestion|recommend|rather|otherwise|in exchange|in return|as a substitute|substitute|workaround|plan b',
  'or(?! (?:so|later|less|more|two|anything|something|whatever)(?![^ ]))',
  '(?<!(?<![^ ])(?:nothing|little|much|all|what|when|as|than|anything|if|once|whenever)(?: (?:more|else|that|much))? )(?:i|we|you) (?:can|could|may|might)(?! (?:not|only|do (?:nothing|about)|hardly|barely)(?![^ ]))|(?:i|we) (?:would|offer|are happy|am happy|are glad)|happy to|glad to|would you|shall (?:i|we)',
  'please|let (?:me|us) know|tell (?:me|us)|if you|until you|unless|without your|as soon as you|once you|depends on you|your (?:call|choice|decision)',
  '(?:works (?:for|too|as well|fine|well|better|best|just)|any other|another (?:day|time|date|way|option|room|slot)|fits|suits|is free|are free|is possible|is available|are available|is enough|would work|costs less)',
);

/** What was done about it already, or is done at no cost. */
const REMEDY = new Phrase(
  '(?<!not (?:\\w+ )?)(?:fixed|resolved|solved|repaired|replaced|restored|redone|restarted|rebooted|recovered|resubmitted|resent|reordered|rebuilt|refunded|corrected|rolled back|sorted(?: out)?|patched|reset|reinstalled|rescheduled|rebooked|swapped|mended)',
  // What we did ourselves, other than to wait, to try or to pass it on.
  '(?:i|we) (?:(?:have|already|since|then|also) )*(?:re(?:wrote|did|made|sent|built|ran)|(?!(?:tried|waited|failed|missed|noticed|needed|wanted|learned|relied|trusted|expected|hoped|assumed|warned|asked|called|mentioned|ended|decided|received|followed|passed|forwarded|believed|happened|used|reminded|complained|agreed|signed|promised|planned|cancell?ed|delayed|postponed|skipped|dropped|overlooked|underestimated|struggled|stopped|closed|refused|rejected|contacted|reported)(?![^ ]))\\w{2,}ed)(?= \\w)',
  '(?:is|are|was|were|runs?|works?|went|came) (?:\\w+ )?(?:back|green|complete|live again|in place|up again|well|fine|online)(?! to)',
  '(?:works?|runs?|running|working|up|in|possible|open) again|back (?:up|online|to normal|in service)|back in (?:use|operation)',
  '(?:no|without|free of|at no) (?:\\w+ )?(?:charge|cost|extra cost)|at our (?:own )?(?:cost|expense)|(?:i|we) (?:will )?(?:pay|bear|cover|refund|waive)',
  '(?:so|but|therefore|hence) (?:i|we) (?:\\w+ )?(?:put|moved|sent|took|used|added|ordered|asked|found|wrote|built|made|did|got|fetched|switched|changed|brought|hired|have|are|am|go|use|take|send|bring)|(?:second|spare|backup|new) (?:one|copy)|here (?:is|are)|but (?:\\w+ ){1,3}(?:will|can)(?! not)',
);

/** Whether the words leave the client a choice: an option, a proposal, a question, or what is done instead. */
export function leavesChoice(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ plain, isQuestion }) => isQuestion || CHOICE.isIn(plain) || plain.includes('?'));
}

/** Whether the words say what was done about it. */
export function saysRemedy(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ plain }) => REMEDY.isIn(plain));
}
