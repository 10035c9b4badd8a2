import type { Evidence } from '../../domain/streams/delivery-events.ts';

/** What proves that something was finished; of a web address neither size nor checksum is known. */
export function evidenceJson({ link, bytes, sha256 }: Evidence): object {
  return { link, bytes: bytes ?? null, sha256: sha256 ?? null };
}
