import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import type { Evidence } from '../domain/streams/delivery-events.ts';
import { whyNoFile } from './why-no-file.ts';

/** Where evidence is, wherever it is looked up from: a web address as it is, a path in full. */
export function evidenceAt(link: string): string {
  return isAddress(link) ? link : resolve(link);
}

/**
 * Where evidence is, and for a file its size and its SHA-256 now. The file is read in pieces, because it may be large. Throws a
 * Refusal if it cannot be read.
 */
export async function readEvidence(link: string): Promise<Evidence> {
  if (isAddress(link)) return { link };
  const path = resolve(link);
  try {
    // A pipe would be waited for, and a device may have no end.
    const why = whyNoFile(statSync(path));
    if (why !== null) throw refuseEvidence(path, why);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
    }
    return { link: path, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    throw error instanceof Refusal ? error : refuseEvidence(path, sayWhyFailed(error));
  }
}

function refuseEvidence(path: string, why: string): Refusal {
  return refuse(
    'evidence-not-read',
    `${path} could not be read: ${why}.`,
    'Check the path: --link takes a file, or a web address. Nothing was recorded.',
  );
}

/** Whether it is a web address, and no file that has a colon in its name. */
function isAddress(link: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(link) && !existsSync(link);
}
