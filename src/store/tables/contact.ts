import type { Contact } from '../../domain/streams/contact.ts';
import type { Db } from '../db.ts';
import { optionalText, text, type Value } from './column.ts';
import { rowPerStream, type StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

const CONTACTS = table<Contact>(
  'contact',
  {
    uid: text('PRIMARY KEY'),
    client: text(),
    direction: text(),
    text: text(),
    at: text(),
    via: optionalText(),
    about: optionalText(),
    opened: optionalText(),
    joined: optionalText(),
    draft: optionalText(),
    messageId: optionalText(),
    subject: optionalText(),
    quoted: optionalText(),
    thread: optionalText(),
  },
  {
    indexes: {
      contact_client: '(client, direction, at)',
      contact_at: '(client, at)',
      contact_draft: '(draft) WHERE draft IS NOT NULL',
      contact_message: '(message_id) WHERE message_id IS NOT NULL',
      contact_thread: '(thread, at) WHERE thread IS NOT NULL',
      contact_about: '(about) WHERE opened IS NOT NULL',
    },
  },
);

export const contactTables: StreamTables<'contact'> = rowPerStream(CONTACTS);

/** Reads contacts; `rest` follows `FROM contact`, with a `?` for each value. */
export function selectContacts(db: Db, rest: string, ...values: readonly Value[]): Contact[] {
  return CONTACTS.select(db, rest, ...values);
}
