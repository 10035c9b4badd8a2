import * as v from 'valibot';
import { STREAM_KINDS, type StreamKind } from '../domain/events.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { insertDevice, insertEvent, insertOperation } from '../store/append.ts';
import { type Db, using, writing } from '../store/db.ts';
import { readOperations, readStoredEvents } from '../store/journal.ts';
import { isEmpty } from '../store/queries.ts';
import { rebuildReadTables } from '../store/read-tables.ts';

/** Names the format of an exported journal; the version rises when an older program could not read it rightly. */
const FORMAT = 'followup-journal';
const VERSION = 1;

/** The streams of the events that are not about a commitment. */
const STREAM_OF: Readonly<Record<string, StreamKind>> = {
  ClientAdded: 'client',
  ClientDetailsChanged: 'client',
  PersonDescribed: 'client',
  PersonLeft: 'client',
  FactRemembered: 'client',
  FactForgotten: 'client',
  WordPlanned: 'client',
  NameAdopted: 'client',
  ClientMerged: 'client',
  ContactRecorded: 'contact',
  ContactReassigned: 'contact',
  QuestionAnswered: 'review',
  AwayPlanned: 'away',
  AwayCancelled: 'away',
};

const JOURNAL = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  operations: v.array(
    v.strictObject({
      id: v.string(),
      device: v.string(),
      deviceSeq: v.pipe(v.number(), v.integer()),
      hlc: v.pipe(v.string(), v.regex(/^\d{15}-\d{6}$/, 'is no clock')),
      recordedAt: v.pipe(v.string(), v.isoTimestamp()),
      zone: v.string(),
      verb: v.string(),
      undoes: v.nullable(v.string()),
      events: v.array(
        v.pipe(
          v.strictObject({
            stream: v.strictObject({
              kind: v.picklist(STREAM_KINDS),
              uid: v.string(),
            }),
            type: v.string(),
            version: v.pipe(v.number(), v.integer()),
            payload: v.looseObject({}),
          }),
          v.check(
            ({ stream, type }) => stream.kind === (STREAM_OF[type] ?? stream.kind),
            'on a wrong stream',
          ),
        ),
      ),
    }),
  ),
});

type ExportedJournal = v.InferOutput<typeof JOURNAL>;

/**
 * The whole journal as JSON, an operation a line, in fold order. It holds facts only: nothing in it depends on the
 * clock, the configuration or the machine, so the export of an import is the same text.
 */
export function* exportJournal(db: Db): Generator<string> {
  yield `{"format":"${FORMAT}","version":${VERSION},"operations":[`;
  let separator = '\n';
  for (const operation of using(db, () => readOperations(db))) {
    yield separator + JSON.stringify({ ...operation, events: readStoredEvents(db, operation.id) });
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Fills an empty file with an exported journal, and returns how many operations it held. Throws a Refusal. */
export function importJournal(db: Db, text: string): number {
  const { operations } = parseJournal(text);
  try {
    return writing(db, () => fill(db, operations));
  } catch (error) {
    // An operation twice, an undo of nothing, a fact without its fields: the file itself refuses them.
    const { code, message } = error as { code?: unknown; message: string };
    if (code === 'newer-file') throw refuseNewerExport();
    throw String(code).startsWith('SQLITE_CONSTRAINT') ? refuseFile(message) : error;
  }
}

function fill(db: Db, operations: ExportedJournal['operations']): number {
  if (!isEmpty(db)) {
    throw refuse(
      'file-not-empty',
      'There is something in this file already, and an import would mix the two.',
      'Import into a new file: followup --db NEW.db import FILE',
    );
  }
  for (const { events, ...operation } of operations) {
    insertDevice(db, operation.device);
    insertOperation(db, operation);
    events.forEach((event, idx) => {
      insertEvent(db, operation.id, idx, event);
    });
  }
  rebuildReadTables(db);
  return operations.length;
}

function parseJournal(text: string): ExportedJournal {
  const journal = v.safeParse(JOURNAL, parseJson(text));
  if (!journal.success) {
    const [issue] = journal.issues;
    throw refuseFile(`${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  if (journal.output.version > VERSION) {
    throw refuseNewerExport();
  }
  return journal.output;
}

function refuseNewerExport(): Refusal {
  return refuse(
    'newer-file',
    'A newer followup wrote this export.',
    'Update followup on this machine; nothing was changed.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuseFile((error as Error).message);
  }
}

function refuseFile(why: string): Refusal {
  return refuse(
    'not-an-export',
    `This is not an export of followup (${why}).`,
    'Nothing was imported. An export is made with: followup export > FILE',
  );
}
