/** The first value of each field of a header, by its name in lower case. */
export type HeaderFields = ReadonlyMap<string, string>;

/** A field by which programs say that nobody wrote a message, and what it then says. */
interface Sign {
  readonly field: string;
  /** The name as it is written. */
  readonly name: string;
  readonly says: (value: string) => boolean;
}

const anything = () => true;

const SIGNS: readonly Sign[] = [
  // RFC 3834; parameters may follow.
  { field: 'auto-submitted', name: 'Auto-Submitted', says: (value) => !/^no\b/i.test(value) && value !== '' },
  {
    field: 'content-type',
    name: 'a report of a mail server',
    says: (value) => /^multipart\/report\b/i.test(value),
  },
  { field: 'return-path', name: 'no Return-Path', says: (value) => /^<\s*>$/.test(value) },
  { field: 'x-failed-recipients', name: 'X-Failed-Recipients', says: anything },
  { field: 'x-ms-exchange-message-is-ndr', name: 'a report of a mail server', says: anything },
  { field: 'from', name: 'a report of a mail server', says: (value) => /\bmailer-daemon@/i.test(value) },
  { field: 'x-autoreply', name: 'X-Autoreply', says: (value) => !/^no\b/i.test(value) },
  { field: 'x-autorespond', name: 'X-Autorespond', says: anything },
  {
    field: 'precedence',
    name: 'Precedence',
    says: (value) => /^(?:bulk|list|junk|auto[_-]?reply)\b/i.test(value),
  },
  { field: 'list-id', name: 'List-Id', says: anything },
];

/**
 * What mail programs put before the subject of an absence notice, in a few languages. Not all of them say it in another field. What
 * a person answers to one begins with a mark of its own.
 */
const AUTOMATIC_SUBJECT =
  /^[^:\uff1a]{0,20}(?:\bauto\p{L}*[ -]?(?:reply|response|antwort|antwoord|svar|vastaus)|\b(?:r[ée]ponse|respuesta|risposta|resposta|odpowiedź) auto\p{L}*|\babwesenheitsnotiz)\s?[:\uff1a]/iu;

/**
 * Why a message is no word of a person to me: a program answered, it could not be delivered, or it went to a list. Null
 * if it may be one.
 */
export function automaticBecause(fields: HeaderFields, subject: string): string | null {
  const sign = SIGNS.find(({ field, says }) => {
    const value = fields.get(field);
    return value !== undefined && says(value.trim());
  });
  return sign?.name ?? (AUTOMATIC_SUBJECT.test(subject.normalize('NFC')) ? 'its subject' : null);
}
