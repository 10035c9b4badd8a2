import { refuse } from '../domain/base/refusal.ts';
import { whyFileFailed } from '../domain/base/why-file-failed.ts';

/**
 * The refusal that an error of the file system means where nobody has explained it, with the file that the error
 * names. Other errors are returned unchanged.
 */
export function explainFileError(error: unknown): unknown {
  const why = whyFileFailed(error);
  if (why === null) return error;
  const { path = 'A file' } = error as NodeJS.ErrnoException;
  return refuse('file-unusable', `${path} cannot be used: ${why}.`, 'Check the file and its folder.');
}
