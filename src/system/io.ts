import { fstatSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { lazy } from '../domain/base/memo.ts';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import { sayWhyFailed, whyFileFailed } from '../domain/base/why-file-failed.ts';
import type { ZoneOffset } from '../domain/time/calendar.ts';
import { BoundedBytes, MOST_BYTES, type MostBytes } from './bounded-bytes.ts';
import { decodeText } from './decode-text.ts';
import { WAKEFULNESS, type Wakefulness } from './wakefulness.ts';
import { adoptZone } from './zone.ts';

/** The environment variables of a run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Everything that a command line uses of the process it runs in. It is passed as a value, so that a test can
 * pass its own.
 */
export interface Io {
  readonly env: Environment;
  /** The path of the file that was run. */
  readonly program: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What is typed at the terminal of the process, even where standard input is something else; null without a terminal. */
  readonly openKeyboard: () => NodeJS.ReadableStream | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What the machine tells about when it was awake. */
  readonly wakefulness: Wakefulness;
  /** The offsets of a zone from UTC. */
  readonly offsetsOf: (zone: string) => ZoneOffset;
}

export interface Input {
  readonly isTerminal: boolean;
  /** Reads all of the input as text. Throws a Refusal if it cannot be read, or does not end. */
  readonly read: () => Promise<string>;
  /** Reads all of the input. Throws a Refusal if it cannot be read, or is larger than this. */
  readonly readBytes: (mostFor: MostBytes) => Promise<Buffer>;
  readonly stream: NodeJS.ReadableStream;
}

export interface Output {
  readonly isTerminal: boolean;
  /** The width of the terminal; undefined if there is none or it does not say. */
  readonly columns: number | undefined;
  /** The height of the terminal in lines; undefined if there is none or it does not say. */
  readonly rows: number | undefined;
  /** Resolves once the text is written. Rejects with an OutputFailure. */
  readonly write: (text: string) => Promise<void>;
  readonly stream: NodeJS.WritableStream;
}

/** An error while writing output. */
export class OutputFailure extends Error {
  override readonly name = 'OutputFailure';
  /** Whether the reader closed the pipe because it had seen enough. */
  readonly isClosedPipe: boolean;

  constructor(error: NodeJS.ErrnoException) {
    const why = whyFileFailed(error) ?? error.message;
    super(`The output could not be written: ${why}.`, { cause: error });
    this.isClosedPipe = error.code === 'EPIPE';
  }
}

/** The input, output, environment and clock of this process. */
export function processIo(): Io {
  return {
    env: process.env,
    program: process.argv[1] ?? '',
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
      get stream() {
        return process.stdin;
      },
      read: async () => textOf(await readStandardInput(() => MOST_BYTES)),
      readBytes: readStandardInput,
    },
    stdout: outputTo(1, () => process.stdout),
    stderr: outputTo(2, () => process.stderr),
    openKeyboard,
    clock: Date.now,
    wakefulness: WAKEFULNESS,
    offsetsOf: adoptZone,
  };
}

/** The terminal of this process by its name, which works in a pipe too. The process may end while nothing is asked. */
function openKeyboard(): NodeJS.ReadableStream | null {
  try {
    const keyboard = new ReadStream(openSync('/dev/tty', 'r'));
    keyboard.unref();
    return keyboard.on('resume', () => keyboard.ref()).on('pause', () => keyboard.unref());
  } catch {
    // There is no terminal, as in cron, or none that has such a name.
    return null;
  }
}

/** Node makes a stream when it is first asked for, and takes milliseconds for it. Few runs use them all. */
function outputTo(descriptor: number, open: () => NodeJS.WriteStream): Output {
  const stream = lazy(() => {
    // `write` reports the failure to its caller; without a listener Node would also throw it.
    return writeWhole(open(), descriptor).on('error', () => {});
  });
  return {
    get stream() {
      return stream();
    },
    get isTerminal() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().isTTY ? stream().columns : undefined;
    },
    get rows() {
      return stream().isTTY ? stream().rows : undefined;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        const fail = (error: unknown) => reject(new OutputFailure(error as NodeJS.ErrnoException));
        // Writing to a file fails at once, to a pipe later.
        try {
          stream().write(text, (error) => (error ? fail(error) : resolve()));
        } catch (error) {
          fail(error);
        }
      }),
  };
}

/** Makes a stream into a file write all of a text: on a disk that is nearly full, Node's own way loses the rest. */
function writeWhole(stream: NodeJS.WriteStream, descriptor: number): NodeJS.WriteStream {
  if (!fstatSync(descriptor).isFile()) return stream;
  stream._write = (bytes: Buffer, _encoding, done) => {
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  return stream;
}

async function readStandardInput(mostFor: MostBytes): Promise<Buffer> {
  const bytes = new BoundedBytes('Standard input', mostFor);
  try {
    for await (const piece of process.stdin) bytes.add(piece as Buffer);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse('input-unreadable', `Standard input cannot be read: ${sayWhyFailed(error)}.`);
  }
  return bytes.all();
}

/** What is no text in any encoding that is known is read as far as it is one. */
function textOf(bytes: Buffer): string {
  return decodeText(bytes)?.text ?? bytes.toString('utf8');
}
