import { numbersFrom } from './numbers.ts';

const PAGE = 4096;

/** The kinds of damage that disks and programs do to a file. Each returns what is left of the file. */
const KINDS: readonly ((file: Buffer, next: () => number) => Buffer)[] = [
  // One bit of the header.
  (file, next) => flip(file, next() * 100, next),
  // One bit anywhere.
  (file, next) => flip(file, next() * file.length, next),
  // A few bytes of zeros.
  (file, next) => fill(file, next() * file.length, 16, () => 0),
  // A stretch of junk.
  (file, next) => fill(file, next() * file.length, 64, () => next() * 256),
  // A page of junk.
  (file, next) => fill(file, Math.floor(next() * (file.length / PAGE)) * PAGE, PAGE, () => next() * 256),
  // The first page gone.
  (file) => fill(file, 0, PAGE, () => 0),
  // The end gone.
  (file, next) => file.subarray(0, next() * file.length),
];

function flip(file: Buffer, at: number, next: () => number): Buffer {
  const place = Math.floor(at);
  return fill(file, place, 1, () => (file[place] ?? 0) ^ (1 << Math.floor(next() * 8)));
}

function fill(file: Buffer, at: number, length: number, byte: () => number): Buffer {
  const damaged = Buffer.from(file);
  const start = Math.floor(at);
  for (let index = start; index < Math.min(start + length, file.length); index++) damaged[index] = byte();
  return damaged;
}

/** A file damaged in one place: the nth of an endless list of places and kinds. */
export function damaged(file: Buffer, nth: number): Buffer {
  const next = numbersFrom(nth * 7919 + 1);
  next();
  return (KINDS[nth % KINDS.length] as (typeof KINDS)[number])(file, next);
}
