import { refuse } from '../../domain/base/refusal.ts';
import { isOfOthers } from '../../system/report-file.ts';
import { PAGE_MARK } from '../../views/report/page.ts';
import type { Call } from '../run/call.ts';
import { askWhether } from '../run/prompts/ask.ts';

/** Makes sure that no file of somebody else is replaced: it asks in a terminal. Throws a Refusal. */
export async function keepOthersFiles(call: Call, files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (!isOfOthers(file, PAGE_MARK)) continue;
    const question = `${file} already exists, and is no report of followup. Replace it?`;
    if (await askWhether(call, question, false)) continue;
    throw refuse(
      'file-exists',
      `${file} already exists, and is no report of followup.`,
      'Name another file, or add --yes to replace it. Nothing was written.',
    );
  }
}
