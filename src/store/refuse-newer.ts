import { Refusal } from '../domain/base/refusal.ts';

/** The refusal of a file, or of an event in it, that this version does not know. */
export function refuseNewerFile(path: string): Refusal {
  return new Refusal(
    'newer-file',
    `${path} was written by a newer followup.`,
    'Update followup on this machine; nothing was changed.',
    'database',
  );
}
