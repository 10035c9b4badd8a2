import { Refusal } from '../domain/base/refusal.ts';

/** How many bytes an input may have, by its first bytes. */
export type MostBytes = (head: Buffer) => number;

const MEGABYTE = 1_000_000;

/** The most bytes of an input, unless its reader says otherwise: far more than anybody writes, and soon read. */
export const MOST_BYTES = 50 * MEGABYTE;

/** The bytes of an input that may go on for ever, as they arrive. */
export class BoundedBytes {
  private readonly pieces: Buffer[] = [];
  private length = 0;

  constructor(
    private readonly name: string,
    private readonly mostFor: MostBytes,
  ) {}

  /** Adds what has arrived. Throws a Refusal if it is too much. */
  add(piece: Buffer): void {
    this.pieces.push(piece);
    this.length += piece.length;
    const most = this.mostFor(this.pieces[0] ?? piece);
    if (this.length <= most) return;
    throw new Refusal(
      'input-too-large',
      `${this.name} is larger than ${Math.round(most / MEGABYTE)} MB, which is the most that is read.`,
      'Nothing was recorded. Divide it into several files.',
    );
  }

  /** All that has arrived. */
  all(): Buffer {
    return Buffer.concat(this.pieces);
  }
}
