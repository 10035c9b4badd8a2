import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { mendFolding } from '../../input/foreign/ics-folding.ts';
import { refuseBinary, refuseControls } from '../../input/foreign/refuse-binary.ts';
import { MOST_BYTES } from '../../system/bounded-bytes.ts';
import { type DecodedText, decodeText } from '../../system/decode-text.ts';
import { guessEncoding } from '../../system/guess-encoding.ts';
import type { Io } from '../../system/io.ts';
import { readBytes } from '../../system/read-bytes.ts';

/** A journal of a working life is larger than any list of tasks; what the engine can hold as one text is more yet. */
const MOST_BYTES_OF_JOURNAL = 10 * MOST_BYTES;

function mostBytes(head: Buffer): number {
  const isJournal = head.toString('latin1', 0, 100).includes('"followup-journal"');
  return isJournal ? MOST_BYTES_OF_JOURNAL : MOST_BYTES;
}

/** The text of a file; - reads standard input. Throws a Refusal if it cannot be read, or is none. */
export async function readImport(io: Io, file: string): Promise<DecodedText> {
  return file === '-'
    ? decode(await io.stdin.readBytes(mostBytes), 'Standard input', 'FILE')
    : decode(readBytes(file, mostBytes), file, quoteForShell(file));
}

/** The text of a file. Throws a Refusal that names what it is if it is none. */
function decode(bytes: Buffer, file: string, path: string): DecodedText {
  const binary = refuseBinary(bytes, file, path);
  if (binary) throw binary;
  const decoded = decodeText(mendFolding(bytes));
  if (!decoded) {
    const guess = guessEncoding(bytes);
    throw refuse(
      'encoding-unknown',
      `${file} is in no encoding that is known: UTF-8, UTF-16 or Windows-1252.${guess ? ` It looks like ${guess.name}.` : ''}`,
      `Nothing was imported. Convert it first: iconv -f ${guess?.iconv ?? 'ENCODING'} -t UTF-8 ${path}`,
    );
  }
  const controls = refuseControls(decoded.text, file);
  if (controls) throw controls;
  return decoded;
}

/** A remark where the encoding is a guess. */
export function sayEncoding({ encoding }: DecodedText): string[] {
  return encoding === 'Windows-1252'
    ? ['The file is not valid UTF-8, so it was read as Windows-1252: look at its accents.']
    : [];
}
