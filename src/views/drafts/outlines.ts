import type { DraftKind } from '../../domain/streams/draft.ts';

/**
 * The sentences that drafts are made of, each with the fields that stand in it. A sentence that several kinds have is with the
 * first of them.
 */
export interface Sentences {
  // A date in writing.
  readonly confirmSubject: string;
  readonly whatWasAgreed: string;
  readonly titleByDue: string;
  readonly youDecided: string;
  readonly asAgreed: string;
  readonly priceApproved: string;
  readonly dependsOnIt: string;
  readonly rightWhen: string;
  readonly howIsItRight: string;
  readonly nextWord: string;
  readonly ifOtherwise: string;

  // A date.
  readonly offerSubject: string;
  readonly youAsked: string;
  readonly iCanDeliver: string;
  readonly dueDatePassed: string;
  readonly dateStands: string;
  readonly doesThatSuit: string;
  readonly waitsForTheirs: string;
  readonly waitedForTheirs: string;
  readonly ifItComesNow: string;
  readonly insteadOf: string;

  // Where it stands.
  readonly updateSubject: string;
  readonly nothingNew: string;
  readonly reachedMe: string;
  readonly noAnswerYet: string;
  readonly agreedDue: string;
  readonly promisedDue: string;
  readonly passedUnfinished: string;

  // A date that is missed or in danger.
  readonly lateSubject: string;
  readonly promisedWasDue: string;
  readonly mayNotKeep: string;
  readonly dependsAsTold: string;
  readonly whatWeCanDo: string;
  readonly newDate: string;
  readonly howSure: string;
  readonly whichSuits: string;

  // What they owe.
  readonly agreedToCome: string;
  readonly youSaidItComes: string;
  readonly iAskedYou: string;
  readonly iOffered: string;
  readonly iPriced: string;
  readonly iProposed: string;
  readonly iDelivered: string;
  readonly notHereYet: string;
  readonly waitsForIt: string;
  readonly itsDate: string;
  readonly lateSoFar: string;
  readonly whenToExpect: string;
  readonly letMeKnow: string;

  // It is there.
  readonly deliveredSubject: string;
  readonly isDelivered: string;
  readonly wasDue: string;
  readonly isItRight: string;
  readonly countsAsAccepted: string;

  // Whether it works.
  readonly aftercareSubject: string;
  readonly isItWorking: string;

  // A complaint.
  readonly resolutionSubject: string;
  readonly youTold: string;
  readonly whoIsAffected: string;
  readonly whenNeeded: string;
  readonly whatWeKnow: string;
  readonly whatWeThink: string;
  readonly whatWePropose: string;
  readonly whatYouCanChoose: string;
  readonly whatChanges: string;
  readonly whatStands: string;
  readonly weDo: string;
  readonly youDo: string;
  readonly byThen: string;
  readonly doYouApprove: string;
  readonly whatElse: string;

  // Thanks.
  readonly thanksSubject: string;
  readonly thanksForArrival: string;
  readonly thanksForYes: string;
  readonly thanks: string;

  // It is not part of what was agreed.
  readonly scopeSubject: string;
  readonly notAgreed: string;
  readonly moreThanAgreed: string;
  readonly wantPrice: string;

  // What it costs.
  readonly priceSubject: string;
  readonly itCosts: string;
  readonly ifYes: string;
  readonly wasDelivered: string;
  readonly withoutIt: string;
  readonly doYouAgree: string;
}

/** What each kind of message says, in order, whatever the language. */
const OUTLINES: Readonly<Record<DraftKind, (say: Sentences) => string>> = {
  confirm: (say) => `Subject: ${say.confirmSubject}

{{greeting}}

${say.whatWasAgreed}

{{#items}}
{{#due}}
${say.titleByDue}
{{/due}}
{{^due}}
{{title}}
{{/due}}
{{#decided}}
${say.youDecided}
{{/decided}}
{{#agreed}}
${say.asAgreed}
{{/agreed}}
{{#approvedPrice}}
${say.priceApproved}
{{/approvedPrice}}
{{#reasons}}
${say.dependsOnIt}
{{/reasons}}
{{#rightWhen}}
${say.rightWhen}
{{/rightWhen}}
{{^rightWhen}}
{{^isAwaited}}
{{^decided}}
${say.howIsItRight}
{{/decided}}
{{/isAwaited}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#next}}
${say.nextWord}
{{/next}}
${say.ifOtherwise}

{{closing}}
`,
  offer: (say) => `Subject: ${say.offerSubject}

{{greeting}}

{{#items}}
{{title}}
{{#asked}}
${say.youAsked}
{{/asked}}
${theirLateness(say)}
{{^isHeldUp}}
${say.iCanDeliver}
{{/isHeldUp}}
{{#isLate}}
${say.dueDatePassed}
{{/isLate}}
{{^isLate}}
{{#due}}
${say.dateStands}
{{/due}}
{{/isLate}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.doesThatSuit}

{{closing}}
`,
  update: (say) => `Subject: ${say.updateSubject}

{{greeting}}

{{#say}}
{{say}}
{{/say}}
{{^say}}
${say.nothingNew}
{{/say}}

{{#items}}
{{title}}
{{#asked}}
${say.youAsked}
{{/asked}}
{{#complained}}
${say.youTold}
{{/complained}}
{{#wrote}}
${say.reachedMe}
${say.noAnswerYet}
{{/wrote}}
{{#agreed}}
${say.agreedDue}
{{/agreed}}
{{#promised}}
${say.promisedDue}
{{/promised}}
{{#isLate}}
${say.passedUnfinished}
{{/isLate}}

{{/items}}
{{#next}}
${say.nextWord}
{{/next}}

{{closing}}
`,
  late: (say) => `Subject: ${say.lateSubject}

{{greeting}}

{{#items}}
{{title}}
{{#agreed}}
${say.agreedDue}
{{/agreed}}
{{#promised}}
${say.promisedWasDue}
{{/promised}}
{{#isLate}}
${say.passedUnfinished}
{{/isLate}}
{{^isLate}}
{{^isHeldUp}}
${say.mayNotKeep}
{{/isHeldUp}}
{{/isLate}}
${theirLateness(say)}
{{#reasons}}
${say.dependsAsTold}
{{/reasons}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.whatWeCanDo}

{{#choices}}
{{number}}. {{text}}
{{/choices}}

{{#items}}
${say.newDate}
{{#chance}}
${say.howSure}
{{/chance}}
{{/items}}

${say.whichSuits}
{{#next}}
${say.nextWord}
{{/next}}

{{closing}}
`,
  chase: (say) => `Subject: {{titles}}

{{greeting}}

{{#items}}
{{title}}
{{#isAwaited}}
{{#agreed}}
${say.agreedToCome}
{{/agreed}}
{{/isAwaited}}
{{#theirPromise}}
${say.youSaidItComes}
{{/theirPromise}}
{{#question}}
${say.iAskedYou}
{{/question}}
{{#pending}}
${say.iOffered}
{{/pending}}
{{#priced}}
${say.iPriced}
{{/priced}}
{{#proposed}}
${say.iProposed}
{{/proposed}}
{{#delivered}}
${say.iDelivered}
{{/delivered}}
{{#isAwaited}}
{{#isLate}}
${say.notHereYet}
{{/isLate}}
{{/isAwaited}}
{{#blocked}}
${say.waitsForIt}
{{#due}}
${say.itsDate}
{{/due}}
{{#days}}
${say.lateSoFar}
{{/days}}
{{/blocked}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#isAwaited}}
${say.whenToExpect}
{{/isAwaited}}
{{^isAwaited}}
${say.letMeKnow}
{{/isAwaited}}

{{closing}}
`,
  delivered: (say) => `Subject: ${say.deliveredSubject}

{{greeting}}

{{#items}}
${say.isDelivered}
{{#agreed}}
${say.wasDue}
{{/agreed}}
{{#rightWhen}}
${say.rightWhen}
{{/rightWhen}}
{{#reviewUntil}}
${say.countsAsAccepted}
{{/reviewUntil}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.isItRight}

{{closing}}
`,
  aftercare: (say) => `Subject: ${say.aftercareSubject}

{{greeting}}

{{#items}}
{{title}}
{{#delivered}}
${say.wasDelivered}
{{/delivered}}
{{#rightWhen}}
${say.rightWhen}
{{/rightWhen}}
{{#reviewUntil}}
${say.countsAsAccepted}
{{/reviewUntil}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.isItWorking}

{{closing}}
`,
  thanks: (say) => `Subject: ${say.thanksSubject}

{{greeting}}

{{#items}}
{{#received}}
${say.thanksForArrival}
{{/received}}
{{#accepted}}
${say.thanksForYes}
{{/accepted}}
{{^isReceivedOrAccepted}}
${say.thanks}
{{/isReceivedOrAccepted}}
{{/items}}
{{^items}}
{{^say}}
{{say}}
{{/say}}
{{/items}}

{{#say}}
{{say}}

{{/say}}
{{closing}}
`,
  scope: (say) => `Subject: ${say.scopeSubject}

{{greeting}}

{{#items}}
${whatIsExtra(say)}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.wantPrice}

{{closing}}
`,
  price: (say) => `Subject: ${say.priceSubject}

{{greeting}}

{{#items}}
${whatIsExtra(say)}
${say.itCosts}
{{#delivered}}
${say.wasDelivered}
{{/delivered}}
{{^delivered}}
${say.ifYes}
${say.withoutIt}
{{/delivered}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
${say.doYouAgree}

{{closing}}
`,
  resolution: (say) => `Subject: ${say.resolutionSubject}

{{greeting}}

{{#items}}
{{title}}
{{#complained}}
${say.youTold}
{{/complained}}
{{#affected}}
${say.whoIsAffected}
{{/affected}}
{{#neededBy}}
${say.whenNeeded}
{{/neededBy}}

${say.whatWeKnow}
{{#facts}}
- {{text}}{{#link}} ({{link}}){{/link}}
{{/facts}}

{{#hasConclusions}}
${say.whatWeThink}
{{#conclusions}}
- {{.}}
{{/conclusions}}
{{#cause}}
- {{cause}}
{{/cause}}
{{/hasConclusions}}

{{#isOneOf}}
${say.whatYouCanChoose}
{{/isOneOf}}
{{^isOneOf}}
${say.whatWePropose}
{{/isOneOf}}
{{#remedies}}
{{number}}. ${measure(say)}
{{/remedies}}
{{#approved}}
- ${say.whatStands}${measure(say)}
{{/approved}}

{{#hasPreventions}}
${say.whatChanges}
{{#preventions}}
- ${measure(say)}
{{/preventions}}
{{/hasPreventions}}
{{/items}}

{{#say}}
{{say}}

{{/say}}
${say.doYouApprove}
${say.whatElse}
{{#next}}
${say.nextWord}
{{/next}}

{{closing}}
`,
};

/** What they asked for, and that it is more than was agreed. */
function whatIsExtra(say: Sentences): string {
  return `{{title}}
{{#asked}}
${say.youAsked}
{{/asked}}
{{#extraTo}}
${say.moreThanAgreed}
{{/extraTo}}
{{^extraTo}}
${say.notAgreed}
{{/extraTo}}`;
}

/** What of theirs was late, without a word about fault, and both dates of what waits for it. */
function theirLateness(say: Sentences): string {
  return `{{#heldUp}}
{{#came}}
${say.waitedForTheirs}
{{/came}}
{{^came}}
${say.waitsForTheirs}
{{/came}}
{{/heldUp}}
{{#isHeldUp}}
{{#due}}
{{#isStillAwaited}}
${say.ifItComesNow}
{{/isStillAwaited}}
{{^isStillAwaited}}
${say.insteadOf}
{{/isStillAwaited}}
{{/due}}
{{^due}}
${say.iCanDeliver}
{{/due}}
{{/isHeldUp}}`;
}

/** Who does something, what, and by when. */
function measure(say: Sentences): string {
  return `{{#isOurs}}${say.weDo}{{/isOurs}}{{#isTheirs}}${say.youDo}{{/isTheirs}}{{text}}{{#by}}${say.byThen}{{/by}}`;
}

/** The template of a kind that is used where the person has none of their own. */
export function builtInTemplate(kind: DraftKind, { sentences }: { readonly sentences: Sentences }): string {
  return OUTLINES[kind](sentences);
}
