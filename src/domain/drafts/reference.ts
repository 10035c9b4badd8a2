import { DRAFT_KINDS, type Draft, type DraftKind } from '../streams/draft.ts';
import { type Instant, instant } from '../time/moment.ts';

/** What a message that was sent from a draft, or answers one, says about a part of the draft. */
export interface DraftReference {
  /** The id of the draft. */
  readonly draft: string;
  readonly kind: DraftKind;
  /** The uid of the commitment; null if the part is only about the client. */
  readonly commitment: string | null;
  /** The date that it confirms or offers. */
  readonly date: { readonly at: Instant; readonly grain: 'day' | 'time' } | null;
}

/** Stands for a commitment or a date that is not there. */
const NONE = '0';

/**
 * The references of a draft as Message-IDs (RFC 5322) without angle brackets, one for each part:
 * `DRAFT.KIND.COMMITMENT.DATE@followup.invalid`. A mail program copies them into every answer, so an answer says by itself what
 * it is about. The domain is one that nobody can have (RFC 6761).
 */
export function writeReferences({ id, parts }: Pick<Draft, 'id' | 'parts'>): string[] {
  return parts.map(({ kind, commitment, date }) => {
    const written = date ? `${inBasicFormat(date.at)}-${date.grain}` : NONE;
    return `${id}.${kind}.${commitment ?? NONE}.${written}@followup.invalid`;
  });
}

/** An instant to the second in the basic format of ISO 8601: "20260306T170000Z". */
function inBasicFormat(at: Instant): string {
  return at.replace(/[-:]|\.\d+/g, '');
}

/** Anybody can write one, so its ids are no longer than ids are. */
const REFERENCE =
  /^([\w-]{1,100})\.([a-z]{1,20})\.([\w-]{1,100})\.(?:0|(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(day|time))@followup\.invalid$/;

/** Reads a Message-ID without angle brackets; null if it is no reference of ours. */
export function readReference(messageId: string): DraftReference | null {
  const [, draft, kind, commitment, year, month, day, hour, minute, second, grain] =
    REFERENCE.exec(messageId) ?? [];
  if (draft === undefined || commitment === undefined || !isDraftKind(kind)) return null;
  const about = { draft, kind, commitment: commitment === NONE ? null : commitment };
  if (year === undefined) return { ...about, date: null };
  const fields = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)];
  const at = instant(Date.UTC(...(fields as [number, number])));
  // A day that no month has would be read as another one.
  const isThatDay = messageId.includes(`.${inBasicFormat(at)}-`);
  return isThatDay ? { ...about, date: { at, grain: grain as 'day' | 'time' } } : null;
}

/** The references of the draft that was sent last, among the messages that one answers (latest first). */
export function lastDraftIn(ids: readonly string[]): DraftReference[] {
  const references = ids.flatMap((id) => readReference(id) ?? []);
  return references.filter(({ draft }) => draft === references[0]?.draft).toReversed();
}

function isDraftKind(word: string | undefined): word is DraftKind {
  return (DRAFT_KINDS as readonly (string | undefined)[]).includes(word);
}
