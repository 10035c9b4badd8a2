/** Marks the file as ours ("fup1"). */
export const APPLICATION_ID = 0x66757031;

/** Version of the journal's tables. A file with a higher one was written by a newer followup. */
export const JOURNAL_VERSION = 1;

/** Version of the read tables. When a file has another one, they are dropped and made anew from the journal. */
export const READ_VERSION = 3;

/**
 * The journal: append-only, and ready for several devices. `hlc` is a hybrid logical clock (milliseconds and a
 * counter) that never runs backwards; the fold order is (hlc, device, device_seq, idx).
 */
export const JOURNAL_SCHEMA = `
CREATE TABLE device (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE operation (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL REFERENCES device (id),
  device_seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  zone TEXT NOT NULL,
  verb TEXT NOT NULL,
  undoes TEXT REFERENCES operation (id),
  UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX operation_order ON operation (hlc, device, device_seq);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE event (
  operation TEXT NOT NULL REFERENCES operation (id),
  idx INTEGER NOT NULL,
  stream_kind TEXT NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  PRIMARY KEY (operation, idx)
) STRICT;
CREATE INDEX event_stream ON event (stream_kind, stream);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
${['device', 'operation', 'event']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (change) => `
CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;`,
    ),
  )
  .join('')}
`;

const moment = (name: string) =>
  `${name} TEXT, ${name}_from TEXT, ${name}_zone TEXT, ${name}_grain TEXT, ${name}_text TEXT`;

/** The read tables: facts in plain columns, for reading only. Nothing in them depends on the clock or the configuration. */
export const READ_SCHEMA = `
DROP TABLE IF EXISTS commitment;
DROP TABLE IF EXISTS number;
DROP TABLE IF EXISTS client;
DROP TABLE IF EXISTS contact;
DROP TABLE IF EXISTS away;
DROP TABLE IF EXISTS person;
DROP TABLE IF EXISTS fact;
DROP TABLE IF EXISTS other_name;
DROP TABLE IF EXISTS client_setting;
DROP TABLE IF EXISTS answer;
DROP TABLE IF EXISTS words;
DROP TABLE IF EXISTS words_index;
CREATE TABLE number (number INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE commitment (
  uid TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  client TEXT,
  who TEXT,
  counterpart TEXT,
  project TEXT,
  state TEXT NOT NULL,
  last_open_state TEXT NOT NULL,
  ball TEXT,
  created_at TEXT NOT NULL,
  closed_at TEXT,
  undated_since TEXT NOT NULL,
  offered_at TEXT,
  settled_at TEXT,
  in_writing INTEGER,
  moves INTEGER NOT NULL,
  cadence TEXT,
  cadence_text TEXT,
  last_word_at TEXT,
  estimate_hours REAL,
  estimate_least REAL,
  estimate_most REAL,
  spent_hours REAL NOT NULL,
  scope TEXT NOT NULL,
  snoozed_at TEXT,
  blocks TEXT,
  reopened INTEGER NOT NULL,
  right_when TEXT,
  decided INTEGER NOT NULL,
  source TEXT,
  ${['wanted_by', 'offered', 'offered_target', 'due', 'target', 'next_promised', 'snoozed_until'].map(moment).join(',\n  ')}
) STRICT;
CREATE INDEX commitment_closed ON commitment (closed_at);
CREATE INDEX commitment_client ON commitment (client);
CREATE INDEX commitment_counterpart ON commitment (counterpart, last_word_at);
CREATE INDEX commitment_source ON commitment (source) WHERE source IS NOT NULL;
CREATE TABLE client (
  uid TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  added_at TEXT NOT NULL,
  zone TEXT,
  keep_in_touch TEXT,
  keep_in_touch_text TEXT,
  next_word_planned_at TEXT,
  ${moment('next_word')}
) STRICT;
CREATE TABLE person (client TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, email TEXT, role TEXT, zone TEXT) STRICT;
CREATE INDEX person_client ON person (client);
CREATE TABLE fact (client TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX fact_client ON fact (client);
CREATE TABLE other_name (client TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, merged TEXT) STRICT;
CREATE INDEX other_name_client ON other_name (client);
CREATE TABLE client_setting (client TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE INDEX client_setting_client ON client_setting (client);
CREATE TABLE answer (
  uid TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  client TEXT,
  answer TEXT NOT NULL,
  note TEXT,
  promise TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX answer_at ON answer (at);
CREATE TABLE away (uid TEXT PRIMARY KEY, first TEXT NOT NULL, last TEXT NOT NULL, note TEXT) STRICT;
CREATE TABLE contact (
  uid TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  direction TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  via TEXT,
  about TEXT,
  opened TEXT
) STRICT;
CREATE INDEX contact_client ON contact (client, direction, at);
CREATE TABLE words (
  id INTEGER PRIMARY KEY,
  stream_kind TEXT NOT NULL,
  stream TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX words_stream ON words (stream);
CREATE VIRTUAL TABLE words_index USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`;
