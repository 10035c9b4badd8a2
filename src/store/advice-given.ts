/** The last day (ISO, of the user) on which each kind of advice was given, so that it is given once a day. Local to this machine. */
export const ADVICE_TABLE = `
CREATE TABLE advice_given (kind TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
