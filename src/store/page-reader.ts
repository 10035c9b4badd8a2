/** A value in a row, as SQLite stores it. */
export type Value = string | number | null | Buffer;

/** The page size of a new file, assumed where the header of a file is damaged. */
const USUAL_PAGE_SIZE = 4096;

const HEADER_BYTES = 100;

/**
 * Every row that can be found in the pages of a database file, without SQLite and without its indexes, so that damage in
 * one place hides nothing in another. Rows of all tables come mixed, and some that were moved to another page come twice.
 * Follows the description of the file format (https://sqlite.org/fileformat2.html).
 */
export function* readRows(file: Buffer): Generator<readonly Value[]> {
  const pages = new Pages(file);
  for (let number = 1; number <= pages.count; number++) yield* rowsIn(pages, number);
}

/**
 * Whether a file of so many bytes has fewer pages than its header says: its end is missing, and nothing tells what was in
 * it.
 */
export function isCutOff(header: Buffer, length: number): boolean {
  return length < HEADER_BYTES || header.readUInt32BE(28) * pageSizeOf(header, length) > length;
}

/** The pages of a file. They count from 1. */
class Pages {
  readonly count: number;
  readonly size: number;

  constructor(private readonly file: Buffer) {
    this.size = pageSizeOf(file, file.length);
    this.count = Math.ceil(file.length / this.size);
  }

  /** A page, which is shorter than the others where the file was cut off; null if there is none. */
  read(number: number): Buffer | null {
    if (number < 1 || number > this.count) return null;
    const start = (number - 1) * this.size;
    return this.file.subarray(start, start + this.size);
  }
}

/** The page size in the header of a file of so many bytes, if it makes sense. */
function pageSizeOf(header: Buffer, length: number): number {
  if (length < HEADER_BYTES) return USUAL_PAGE_SIZE;
  const size = header.readUInt16BE(16);
  const isPowerOfTwo = size >= 512 && (size & (size - 1)) === 0;
  return isPowerOfTwo && length % size === 0 ? size : USUAL_PAGE_SIZE;
}

/**
 * The rows of a page if it is a leaf of a table. What the page says of its type and the number of its cells is not believed,
 * because one wrong bit there would hide all its rows: every place that a pointer may name is tried, and what does not look
 * like a row is left out.
 */
function* rowsIn(pages: Pages, number: number): Generator<readonly Value[]> {
  const page = pages.read(number);
  if (page === null) return;
  const pointers = (number === 1 ? HEADER_BYTES : 0) + 8;
  let content = page.length;
  for (let at = pointers; at + 2 <= content; at += 2) {
    const cell = page.readUInt16BE(at);
    if (cell < pointers || cell + 4 > page.length) continue;
    const row = rowAt(pages, page, cell);
    if (row === null) continue;
    content = Math.min(content, cell);
    yield row;
  }
}

/** The row in a cell; null if there is none. */
function rowAt(pages: Pages, page: Buffer, cell: number): Value[] | null {
  const length = readVarint(page, cell);
  const rowid = length && readVarint(page, length.end);
  if (!length || !rowid || length.value < 2 || length.value > MOST_BYTES) return null;
  const payload = payloadAt(pages, page, rowid.end, length.value);
  return payload && valuesOf(payload);
}

/** No row of ours is longer: words have at most a million characters of four bytes. */
const MOST_BYTES = 16_000_000;

/** The payload of a cell, the end of which may lie on other pages; null if it is not complete. */
function payloadAt(pages: Pages, page: Buffer, start: number, length: number): Buffer | null {
  // No page of ours has reserved bytes at its end.
  const usable = pages.size;
  const mostHere = usable - 35;
  const leastHere = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = leastHere + ((length - leastHere) % (usable - 4));
  const here = length <= mostHere ? length : rest <= mostHere ? rest : leastHere;
  if (start + here + (here < length ? 4 : 0) > page.length) return null;
  const pieces = [page.subarray(start, start + here)];
  let missing = length - here;
  for (let next = missing > 0 ? page.readUInt32BE(start + here) : 0; missing > 0; ) {
    const overflow = pages.read(next);
    if (overflow === null || overflow.length < usable) return null;
    const piece = overflow.subarray(4, 4 + Math.min(missing, usable - 4));
    pieces.push(piece);
    missing -= piece.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(pieces);
}

/** The values of a record; null if it is none. */
function valuesOf(record: Buffer): Value[] | null {
  const header = readVarint(record, 0);
  if (!header || header.value > record.length) return null;
  const values: Value[] = [];
  let body = header.value;
  for (let at = header.end; at < header.value; ) {
    const type = readVarint(record, at);
    if (!type) return null;
    at = type.end;
    const size = sizeOf(type.value);
    if (body + size > record.length) return null;
    values.push(decode(type.value, record.subarray(body, body + size)));
    body += size;
  }
  return body === record.length ? values : null;
}

const FIXED_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

/** The bytes of a value of a serial type. */
function sizeOf(type: number): number {
  return FIXED_SIZES[type] ?? Math.floor((type - 12) / 2);
}

function decode(type: number, bytes: Buffer): Value {
  if (type === 0 || type === 10 || type === 11) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(bytes.readBigInt64BE(0));
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 1 ? bytes.toString('utf8') : bytes;
}

/** A whole number of up to nine bytes, and where it ends; null where the bytes end before, or it is beyond what is exact. */
function readVarint(bytes: Buffer, start: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return Number.isSafeInteger(value) ? { value, end: start + index + 1 } : null;
  }
  return null;
}
