import { type Refusal, refuse } from '../../domain/base/refusal.ts';

/** A kind of file that holds no text: how it begins, what it is, and what to do with it. */
interface BinaryKind {
  /** The first bytes, a character each. */
  readonly begins: string;
  /** Where they stand, if not at the start. */
  readonly at?: number;
  readonly is: string;
  readonly hint?: (path: string) => string;
}

const asTable = () => 'Save the sheet as CSV, and import that.';
const unpack = () => 'Unpack it, and import what is in it.';

const BINARY_KINDS: readonly BinaryKind[] = [
  {
    begins: 'SQLite format 3\0',
    is: 'a SQLite database',
    hint: (path) => `If it is a backup of followup: followup restore ${path}`,
  },
  { begins: '\x7fELF', is: 'a program (ELF)' },
  { begins: '\xcf\xfa\xed\xfe', is: 'a program (Mach-O)' },
  { begins: '\xca\xfe\xba\xbe', is: 'a program (Mach-O or Java)' },
  { begins: '\0asm', is: 'a program (WebAssembly)' },
  { begins: 'MZ\x90\0', is: 'a program for Windows' },
  { begins: '%PDF-', is: 'a PDF', hint: () => 'Copy its text into a file with a task a line.' },
  { begins: 'PK\x03\x04', is: 'a ZIP archive, such as a workbook (xlsx, ods)', hint: asTable },
  { begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', is: 'an old Office file (xls, doc)', hint: asTable },
  { begins: '\x1f\x8b', is: 'compressed with gzip', hint: unpack },
  { begins: 'BZh', is: 'compressed with bzip2', hint: unpack },
  { begins: '\xfd7zXZ\0', is: 'compressed with xz', hint: unpack },
  { begins: '\x28\xb5\x2f\xfd', is: 'compressed with zstd', hint: unpack },
  { begins: '7z\xbc\xaf\x27\x1c', is: 'a 7z archive', hint: unpack },
  { begins: 'ustar', at: 257, is: 'a tar archive', hint: unpack },
  { begins: '\x89PNG', is: 'an image (PNG)' },
  { begins: '\xff\xd8\xff', is: 'an image (JPEG)' },
  { begins: 'GIF8', is: 'an image (GIF)' },
  { begins: 'WEBP', at: 8, is: 'an image (WebP)' },
  { begins: 'II*\0', is: 'an image (TIFF)' },
  { begins: 'MM\0*', is: 'an image (TIFF)' },
  { begins: 'ftyp', at: 4, is: 'a film or an image' },
  { begins: 'OggS', is: 'a sound' },
];

/**
 * The refusal of bytes that are no text, which names what they are; null if they may be one. `path` is the file as it is
 * typed in a command.
 */
export function refuseBinary(bytes: Buffer, file: string, path: string): Refusal | null {
  const kind = BINARY_KINDS.find(
    ({ begins, at = 0 }) => bytes.toString('latin1', at, at + begins.length) === begins,
  );
  return kind
    ? refuse(
        'not-text',
        `${file} is ${kind.is}, and no file of tasks.`,
        ['Nothing was imported.', kind.hint?.(path)].filter(Boolean).join(' '),
      )
    : null;
}

/** How much of a text is looked at. */
const SAMPLE = 1 << 16;

/** A short text may have as many escape sequences as letters. */
const MOST_CONTROLS = 20;

/** The refusal of a decoded text that has more control characters than any text; null if it has not. */
export function refuseControls(text: string, file: string): Refusal | null {
  const sample = text.slice(0, SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
  const controls = sample.match(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g)?.length ?? 0;
  return controls > MOST_CONTROLS && controls * 20 > sample.length
    ? refuse('not-text', `${file} holds no text: it is a binary file.`, 'Nothing was imported.')
    : null;
}
