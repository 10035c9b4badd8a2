import type { Context } from '../../app/context.ts';
import type { ImportCall } from './import-call.ts';

/** Performs the write, after a backup. */
export async function writeImport<T>(call: ImportCall, run: (context: Context) => T): Promise<T> {
  const { backUpBefore } = await import('../../app/automatic-backup.ts');
  const context = call.session.open('write');
  backUpBefore(context.db, context.now, 'import', call.session.settings.value('backup.keep'));
  return run(context);
}

/** Performs the write to see what becomes of it, and rolls it back. */
export async function tryImport<T>(call: ImportCall, run: (context: Context) => T): Promise<T> {
  const { dryRun } = await import('../../app/dry-run.ts');
  const context = call.session.open('read');
  return dryRun(context.db, () => run(context));
}
