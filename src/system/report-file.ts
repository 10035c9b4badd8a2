import { existsSync, statSync } from 'node:fs';
import { refuse } from '../domain/base/refusal.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import { readPart } from './read-bytes.ts';
import { whyNoFile } from './why-no-file.ts';
import { writeDurably } from './write-durably.ts';

/** How much of a file is looked at. */
const BEGINNING = 4096;

/** Whether there is a file without `mark` at its beginning, so that it is none of ours. Throws a Refusal for what is no file. */
export function isOfOthers(path: string, mark: string): boolean {
  if (!existsSync(path)) return false;
  const why = whyNoFile(statSync(path));
  if (why !== null)
    throw refuse('report-not-written', `${path} cannot be written: ${why}.`, 'Name another file.');
  return !readPart(path, 0, BEGINNING).toString('utf8').includes(mark);
}

/** Writes a report, readable by its owner only: it is private, like a mail. Throws a Refusal. */
export function writeReportFile(path: string, text: string): void {
  try {
    writeDurably(path, text, 0o600);
  } catch (error) {
    throw refuse(
      'report-not-written',
      `${path} could not be written: ${sayWhyFailed(error)}.`,
      'Name another file.',
    );
  }
}
