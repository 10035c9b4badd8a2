/** What a template may show, with what each field is. Sections (`{{#field}}...{{/field}}`) show their content where there is something. */
export const FIELDS = {
  greeting: 'the greeting, with a name where one is known',
  closing: 'the regards, with me.name below',
  titles: 'what it is about, in one line',
  client: 'the name of the client',
  person: 'the name of the person it is to',
  me: 'me.name',
  today: 'the day of today',
  say: 'what is new: --say',
  next: 'when they hear from you next',
  choices: 'a section for each --choice, with number and text',
  number: 'the number of a choice',
  text: 'the words of a choice',
  items: 'a section for each commitment, with the fields below',
  title: 'what it is',
  due: 'the date that is agreed; a decision of theirs has none',
  newDate: 'the date that is offered, or goes with the price: --by',
  price: 'what extra work costs: --price',
  chance: 'how sure it is that newDate is kept',
  isLate: 'whether its date has passed',
  isAwaited: 'whether you wait for something of theirs',
  isReceivedOrAccepted: 'whether it came, or they said that it is right',
  rightWhen: 'how both sides will know that it is right',
  reasons: 'a section for each reason that they gave; its text is the field .',
  asked: 'when they asked: a section with how (by phone on Tuesday, 3 March) and date',
  wrote: 'the same for words of theirs that you owe an answer to',
  decided: 'the same for a decision of theirs',
  agreed: 'the same for the date that was agreed',
  promised: 'the same for what you promised',
  theirPromise: 'the same for what they promised',
  question: 'the same for what you asked them for',
  pending: 'the same for an offer that they have not answered',
  priced: 'the same for a price that they have not answered',
  proposed: 'the same for the resolution of a complaint that they have not answered',
  delivered: 'the same for the delivery',
  received: 'the same for what came from them',
  accepted: 'the same for their yes to the delivery',
  reviewUntil: 'until when they may object to it, after which it counts as accepted: --review-until',
  how: 'on which channel and day that was',
  date: 'the date that was named',
  blocked: 'what waits for it: a section with name, due and days',
  approvedPrice: 'what extra work costs, once somebody said yes: a section with price and approver',
  approver: 'who said yes',
  complained: 'when they complained: a section with how',
  affected: 'who suffers from what went wrong; a section, as there may be several; its text is the field .',
  neededBy: 'when they need it by',
  facts: 'a section for each fact, with text and link',
  link: 'where the evidence is',
  hasConclusions: 'whether there is a conclusion, or the cause is named',
  conclusions: 'a section for each conclusion; its text is the field .',
  cause: 'where the fault lay, as a sentence',
  remedies: 'a section for each remedy, with number, text, isOurs, isTheirs and by',
  hasPreventions: 'whether anything would change so that it does not happen again',
  preventions: 'the same for what would change so that it does not happen again',
  approved: 'the same for what they have approved before',
  isOurs: 'whether we do it',
  isTheirs: 'whether they do it',
  by: 'by when',
  isOneOf: 'whether there are several remedies to choose from',
  extraTo: 'what it is more than was agreed of: a section with name',
  name: 'what it is that waits, that it waits for, or that it is more of',
  days: 'by how many working days it is late, or how many are lost by it',
  heldUp: 'a section for each thing of theirs that was late, with name, from, missed, came, days and since',
  isHeldUp: 'whether there is any',
  isStillAwaited: 'whether any of that has not come yet',
  from: 'who owed it, if that is somebody else',
  missed: 'the date by which it was to come',
  came: 'the day on which it came',
  since: 'the day since which these days are counted, if that is a later one',
};

/** Words of the record that a draft repeats. */
export interface SaidFields {
  readonly how: string;
  readonly date: string | null;
}

/** What a template shows of something that would be done about a complaint. */
export interface MeasureFields {
  readonly number: number;
  readonly text: string | null;
  readonly isOurs: boolean;
  readonly isTheirs: boolean;
  readonly by: string | null;
}

/** What a template shows of the resolution of a complaint. */
export interface ResolutionFields {
  readonly affected: readonly string[];
  readonly neededBy: string | null;
  readonly facts: readonly { readonly text: string | null; readonly link: string | null }[];
  readonly hasConclusions: boolean;
  readonly conclusions: readonly string[];
  readonly cause: string | null;
  readonly remedies: readonly MeasureFields[];
  readonly isOneOf: boolean;
  readonly hasPreventions: boolean;
  readonly preventions: readonly MeasureFields[];
  readonly approved: readonly MeasureFields[];
}

/** What a template shows about one commitment. What the record does not have is null. */
export interface ItemFields extends Partial<ResolutionFields> {
  readonly title: string;
  readonly due: string | null;
  readonly newDate: string | null;
  readonly price: string | null;
  readonly chance: string | null;
  readonly isLate: boolean;
  readonly isAwaited: boolean;
  readonly isReceivedOrAccepted: boolean;
  readonly rightWhen: string | null;
  readonly reasons: readonly string[];
  readonly asked: SaidFields | null;
  readonly complained: SaidFields | null;
  readonly approvedPrice: { readonly price: string; readonly approver: string } | null;
  readonly decided: SaidFields | null;
  readonly wrote: SaidFields | null;
  readonly agreed: SaidFields | null;
  readonly promised: SaidFields | null;
  readonly theirPromise: SaidFields | null;
  readonly question: SaidFields | null;
  readonly pending: SaidFields | null;
  readonly priced: SaidFields | null;
  readonly proposed: SaidFields | null;
  readonly delivered: SaidFields | null;
  readonly received: SaidFields | null;
  readonly accepted: SaidFields | null;
  readonly reviewUntil: string | null;
  readonly blocked: {
    readonly name: string;
    readonly due: string | null;
    readonly days: string | null;
  } | null;
  readonly heldUp: readonly HeldUpFields[];
  readonly isHeldUp: boolean;
  readonly isStillAwaited: boolean;
  readonly extraTo: { readonly name: string } | null;
}

/** What a template shows of something of theirs that was late. */
export interface HeldUpFields {
  readonly name: string;
  readonly from: string | null;
  readonly missed: string;
  readonly came: string | null;
  readonly days: string | null;
  readonly since: string | null;
}

/** What a template shows. An empty text is nothing; null is a gap where a template names it outside its own section. */
export interface DraftFields {
  readonly greeting: string;
  readonly closing: string;
  readonly titles: string;
  readonly client: string;
  readonly person: string | null;
  readonly me: string | null;
  readonly today: string;
  readonly say: string | null;
  readonly next: string | null;
  readonly isAwaited: boolean;
  readonly choices: readonly { readonly number: number; readonly text: string | null }[];
  readonly items: readonly ItemFields[];
}
