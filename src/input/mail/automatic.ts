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
 * Why a message is no word of a person to me: a program answered, it could not be delivered, or it went to a list. Null
 * if it may be one.
 */
export function automaticBecause(fields: HeaderFields): string | null {
  const sign = SIGNS.find(({ field, says }) => {
    const value = fields.get(field);
    return value !== undefined && says(value.trim());
  });
  return sign?.name ?? null;
}
