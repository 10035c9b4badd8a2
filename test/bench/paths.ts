import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bench. */
export const BENCH = fileURLToPath(new URL('.', import.meta.url));

/** The launcher of this build. */
export const OWN_PROGRAM = join(BENCH, '..', '..', 'bin', 'followup.js');

/** The cache of the made-up files, which take minutes to make and a gigabyte. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(tmpdir(), 'cache'), 'followup-bench');
