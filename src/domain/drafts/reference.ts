import { type Instant, instant } from '../time/moment.ts';
import { DRAFT_KINDS, type Draft, type DraftKind } from './draft.ts';

/** What a message that was sent from a draft says about it: one for each commitment. */
export interface DraftReference {
  /** The id of the draft. */
  readonly draft: string;
  readonly kind: DraftKind;
  /** The uid of the commitment; null if the draft is only about the client. */
  readonly commitment: string | null;
  /** The date that it proposes or confirms, without its zone. */
  readonly date: { readonly at: Instant; readonly grain: 'day' | 'time' } | null;
}

/** A domain that belongs to nobody (RFC 6761), so that nobody else makes such ids. */
const DOMAIN = 'followup.invalid';

const NONE = '0';

/**
 * The references of a draft as Message-IDs (RFC 5322) without angle brackets: `DRAFT.KIND.COMMITMENT.DATE@followup.invalid`.
 * A mail program copies them into every answer, so they say by themselves what an answer is about.
 */
export function writeReferences({ id, kind, parts }: Pick<Draft, 'id' | 'kind' | 'parts'>): string[] {
  const about = parts.length > 0 ? parts : [{ commitment: NONE, date: null }];
  return about.map(({ commitment, date }) => {
    const written = date ? `${date.at.replace(/[-:]|\.\d+/g, '')}-${date.grain}` : NONE;
    return `${id}.${kind}.${commitment}.${written}@${DOMAIN}`;
  });
}

const REFERENCE =
  /^([\w-]+)\.([a-z]+)\.([\w-]+)\.(?:0|(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(day|time))@followup\.invalid$/;

/** Reads a Message-ID without angle brackets; null if it is no reference of ours. */
export function readReference(messageId: string): DraftReference | null {
  const [, draft, kind, commitment, year, month, day, hour, minute, second, grain] =
    REFERENCE.exec(messageId) ?? [];
  if (draft === undefined || commitment === undefined || !isDraftKind(kind)) return null;
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const date = year === undefined ? null : { at: instant(at), grain: grain as 'day' | 'time' };
  return { draft, kind, commitment: commitment === NONE ? null : commitment, date };
}

function isDraftKind(word: string | undefined): word is DraftKind {
  return (DRAFT_KINDS as readonly (string | undefined)[]).includes(word);
}
