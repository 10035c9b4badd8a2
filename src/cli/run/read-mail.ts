import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import type { MailHead, MailMessage } from '../../domain/mail/message.ts';
import { MOST_BYTES_OF_MESSAGE, refuseSize } from '../../input/mail/bounded-message.ts';
import { lookAtMail } from '../../system/mail-folder.ts';
import { readBytes, readPart, readPieces } from '../../system/read-bytes.ts';
import type { Session } from './session/session.ts';

/** Where a message is, and how to read it. */
export interface MailSource {
  /** For people: "inbox.mbox, message 3". */
  readonly place: string;
  /** Its bytes. Throws a Refusal. */
  readonly read: () => Buffer;
}

/** A message that was found: its header, or why it is none. */
export interface FoundMessage extends MailSource {
  readonly head: MailHead | Refusal;
}

/** The most bytes of what cannot be read again: standard input, or a pipe. */
const MOST_BYTES_OF_PIPE = 500_000_000;

/**
 * The messages in files, in mboxes and in folders; `-` is standard input. Only one of them is in memory at a time, unless they
 * come from a pipe.
 */
export async function* findMessages(
  session: Session,
  paths: readonly string[],
): AsyncGenerator<FoundMessage> {
  for (const path of paths) {
    try {
      yield* headsIn(session, path);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // One place that cannot be read does not keep the others out.
      yield {
        place: path === '-' ? 'standard input' : path,
        read: () => {
          throw error;
        },
        head: error,
      };
    }
  }
}

async function* headsIn(session: Session, path: string): AsyncGenerator<FoundMessage> {
  const place = path === '-' ? 'input' : lookAtMail(path);
  if (typeof place === 'object') yield* findMessages(session, place.files);
  else {
    const { parseHead } = await import('../../input/mail/parse-message.ts');
    for await (const { bytes, ...source } of sourcesIn(session, path, place)) {
      yield { ...source, head: bytes instanceof Refusal ? bytes : await parseHead(bytes) };
    }
  }
}

/** Reads a whole message. Throws a Refusal that does not say where it is. */
export async function readMessage({ read }: MailSource): Promise<MailMessage> {
  const { parseMessage } = await import('../../input/mail/parse-message.ts');
  return orThrow(await parseMessage(read()));
}

/** A source with its bytes, or why they are not read. */
interface Opened extends MailSource {
  readonly bytes: Buffer | Refusal;
}

async function* sourcesIn(
  session: Session,
  path: string,
  place: 'input' | 'file' | 'pipe',
): AsyncGenerator<Opened> {
  if (place === 'input') {
    session.takeInputAsMessage();
    yield* inMemory('standard input', await session.io.stdin.readBytes(() => MOST_BYTES_OF_PIPE));
  } else if (place === 'pipe') {
    yield* inMemory(
      path,
      readBytes(path, () => MOST_BYTES_OF_PIPE),
    );
  } else {
    yield* cut(path, readPieces(path), (offset, size) => readPart(path, offset, size));
  }
}

async function* inMemory(name: string, bytes: Buffer): AsyncGenerator<Opened> {
  if (bytes.toString('latin1').trim() === '') {
    throw refuse('no-message', 'it is empty');
  }
  yield* cut(name, [bytes], (offset, size) => bytes.subarray(offset, offset + size));
}

/** The messages of what arrives in pieces: those of an mbox, or a single one. `readAgain` gives a part of it. */
async function* cut(
  name: string,
  pieces: Iterable<Buffer>,
  readAgain: (offset: number, size: number) => Buffer,
): AsyncGenerator<Opened> {
  const { isMbox, messageIn, splitMbox } = await import('../../input/mail/split-mbox.ts');
  const { createHash } = await import('node:crypto');
  const digest = (part: Buffer) => createHash('sha1').update(part).digest('hex');
  let index = 0;
  for (const { offset, size, bytes } of splitMbox(pieces, MOST_BYTES_OF_MESSAGE)) {
    index++;
    const isBox = isMbox(bytes ?? readAgain(offset, 5));
    const found = bytes && digest(bytes);
    const unwrap = isBox ? messageIn : (whole: Buffer) => whole;
    yield {
      place: isBox ? `${name}, message ${index}` : name,
      bytes: bytes ? unwrap(bytes) : (refuseSize(size) ?? Buffer.alloc(0)),
      read: () => {
        const tooLarge = refuseSize(size);
        if (tooLarge) throw tooLarge;
        const part = readAgain(offset, size);
        // A mail program that marks or deletes messages moves those after them.
        if (found && digest(part) !== found) {
          throw refuse('message-changed', 'it changed while it was read', 'Take it in again.');
        }
        return unwrap(part);
      },
    };
  }
}
