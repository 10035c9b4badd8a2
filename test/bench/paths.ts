import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bench. */
export const BENCH = fileURLToPath(new URL('.', import.meta.url));

/** The launcher of the program as it is built here. */
export const OWN_PROGRAM = join(BENCH, '..', '..', 'bin', 'followup.js');

/** Where the made-up files are kept between runs: they take minutes to make, and a gigabyte. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(tmpdir(), 'cache'), 'followup-bench');
