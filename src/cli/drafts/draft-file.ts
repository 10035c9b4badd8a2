import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../domain/base/refusal.ts';
import { sayWhyFailed } from '../../domain/base/why-file-failed.ts';
import { readText } from '../../system/config-file.ts';
import { openWith } from '../../system/open-with.ts';
import { makeTemporaryFolder } from '../../system/temporary-folder.ts';
import { DRAFT_HEADER, writeEml } from '../../views/drafts/eml.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';

/** Writes a message to a file that a mail program opens as a draft. Throws a Refusal, also for a file that is no such draft. */
export async function writeDraftFile(message: Message, file: string): Promise<void> {
  const eml = await writeEml(message);
  if (existsSync(file) && !readText(file).includes(`\n${DRAFT_HEADER}:`)) {
    throw refuse(
      'file-exists',
      `${file} already exists, and is no draft of followup.`,
      'Name another file. Nothing was written.',
    );
  }
  try {
    // It is private, like a mail.
    writeFileSync(file, eml, { mode: 0o600 });
  } catch (error) {
    throw refuse(
      'draft-not-written',
      `${file} could not be written: ${sayWhyFailed(error)}.`,
      'Name another file.',
    );
  }
}

/** Opens a message in a mail program and waits until it is closed. Throws a Refusal if that fails. */
export async function openInMailProgram(message: Message, program: string, { io }: Session): Promise<void> {
  const file = join(makeTemporaryFolder('followup-'), 'draft.eml');
  await writeDraftFile(message, file);
  const why = openWith(program, file, io.env);
  if (why === null) return;
  throw refuse(
    'mail-program-failed',
    `The mail program ${program} ended ${why}.`,
    `Nothing was recorded. The draft is in ${file}`,
  );
}
