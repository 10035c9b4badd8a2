/** What a commitment is. */
export type Kind = 'request' | 'promise' | 'awaiting' | 'reply' | 'complaint';

export type OpenState = 'asked' | 'offered' | 'agreed' | 'waiting' | 'owed';
export type State = OpenState | 'done' | 'accepted' | 'dropped' | 'missed';
export const OPEN_STATES: readonly OpenState[] = ['asked', 'offered', 'agreed', 'waiting', 'owed'];
export const CLOSED_STATES: readonly State[] = ['done', 'accepted', 'dropped', 'missed'];
export const STATES: readonly State[] = [...OPEN_STATES, ...CLOSED_STATES];

/** Whose move it is. */
export type Ball = 'me' | 'them' | null;

/** Everything that differs by kind. */
interface KindTraits {
  readonly withArticle: string;
  readonly plural: string;
  /** The state in which it starts. */
  readonly start: OpenState;
  /** Who has to act by the due date. */
  readonly owedBy: 'me' | 'them';
  /** The event that finishes it: delivered, kept, received or answered. */
  readonly finishedBy: 'Delivered' | 'PromiseKept' | 'AwaitedReceived' | 'ReplyGiven';
  /** Whose move it is once it is done. */
  readonly ballWhenDone: Ball;
  /** Whether the client is owed updates while it is agreed. */
  readonly owesUpdates: boolean;
  /** Whether it takes a place in the queue of work; `if-estimated` is for small things that need no planning. */
  readonly isWork: 'always' | 'if-estimated' | 'never';
  /** Whether somebody says its date. A clock sets those of replies and complaints. */
  readonly hasSaidDate: boolean;
  /** Whether the other side's words start it. */
  readonly startsWithTheirWord: boolean;
}

export const KIND_TRAITS: Readonly<Record<Kind, KindTraits>> = {
  request: {
    withArticle: 'a request',
    plural: 'requests',
    start: 'asked',
    owedBy: 'me',
    finishedBy: 'Delivered',
    ballWhenDone: 'them',
    owesUpdates: true,
    isWork: 'always',
    hasSaidDate: true,
    startsWithTheirWord: true,
  },
  promise: {
    withArticle: 'a promise',
    plural: 'promises',
    start: 'agreed',
    owedBy: 'me',
    finishedBy: 'PromiseKept',
    ballWhenDone: null,
    owesUpdates: true,
    isWork: 'if-estimated',
    hasSaidDate: true,
    startsWithTheirWord: false,
  },
  awaiting: {
    withArticle: 'an awaiting',
    plural: 'awaitings',
    start: 'waiting',
    owedBy: 'them',
    finishedBy: 'AwaitedReceived',
    ballWhenDone: null,
    owesUpdates: false,
    isWork: 'never',
    hasSaidDate: true,
    startsWithTheirWord: true,
  },
  reply: {
    withArticle: 'a reply',
    plural: 'replies',
    start: 'owed',
    owedBy: 'me',
    finishedBy: 'ReplyGiven',
    ballWhenDone: null,
    owesUpdates: false,
    isWork: 'never',
    hasSaidDate: false,
    startsWithTheirWord: true,
  },
  complaint: {
    withArticle: 'a complaint',
    plural: 'complaints',
    start: 'owed',
    owedBy: 'me',
    finishedBy: 'Delivered',
    ballWhenDone: null,
    owesUpdates: false,
    isWork: 'never',
    hasSaidDate: false,
    startsWithTheirWord: true,
  },
};

export const KINDS = Object.keys(KIND_TRAITS) as readonly Kind[];

/** The kinds with a given trait. */
export function kindsThat(hasTrait: (traits: KindTraits) => boolean): readonly Kind[] {
  return KINDS.filter((kind) => hasTrait(KIND_TRAITS[kind]));
}

/** The kinds that an item imported from another program can become. */
export type ImportedKind = 'request' | 'promise' | 'awaiting';
export const IMPORTED_KINDS: readonly ImportedKind[] = ['request', 'promise', 'awaiting'];
