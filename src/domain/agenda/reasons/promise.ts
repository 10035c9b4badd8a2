import { type Commitment, isTalk } from '../../streams/commitment.ts';
import { byClock, dueClock } from '../clocks.ts';
import {
  bare,
  type CommitmentConcern,
  draftMine,
  type ReasonDefinition,
  say,
  settleMine,
} from '../reason.ts';

/** A promise of mine. */
interface OwnPromise extends CommitmentConcern {
  /** The open complaint about which it promises to speak again, if it does. */
  readonly complaint: Commitment | null;
}

const findPromises = byClock((commitment) => (commitment.kind === 'promise' ? dueClock(commitment) : null));

/** Something that I promised is due. */
export const promise: ReasonDefinition<OwnPromise> = {
  find: (ledger) =>
    findPromises(ledger).map((concern): OwnPromise => {
      const { belongsTo } = concern.commitment;
      if (belongsTo?.as !== 'talk') return { ...concern, complaint: null };
      const complaint = ledger.open.find(({ uid }) => uid === belongsTo.complaint) ?? null;
      return { ...concern, complaint };
    }),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  // What was promised is a word about a complaint: to say it is to keep it.
  settle: (concern, severity) => {
    const { commitment, complaint } = concern;
    if (complaint) return say({ ...concern, commitment: complaint });
    return isTalk(commitment) ? bare('done', concern) : settleMine(concern, severity);
  },
  draft: draftMine,
};
