import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import type { Environment } from './io.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** A text being written in the user's editor, in a file that nobody else can read. */
export class Draft {
  private readonly folder = makeTemporaryFolder('followup-');
  readonly file: string;

  constructor(
    name: string,
    private readonly env: Environment,
  ) {
    this.file = join(this.folder, name);
  }

  /**
   * Opens the text in the editor (`$VISUAL`, `$EDITOR`, else vi) and returns what was saved. Throws a Refusal
   * if the editor fails.
   */
  edit(text: string): string {
    writeFileSync(this.file, text, { mode: 0o600 });
    const editor = this.env.VISUAL || this.env.EDITOR || 'vi';
    // The variable may contain options, as in "code --wait", so a shell splits it; the file name is passed
    // unchanged.
    const { status, error } = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, editor, this.file], {
      // The editor writes to standard error, as prompts do: standard output may be a pipe.
      stdio: ['inherit', 2, 'inherit'],
      env: this.env,
    });
    if (status === 0) return readFileSync(this.file, 'utf8');
    throw new Refusal(
      'editor-failed',
      `The editor ${editor} ended ${error ? `with ${error.message}` : `with ${status}`}.`,
      `Nothing was saved; what was written is in ${this.file}. Set EDITOR to another editor, or pass - to read standard input.`,
    );
  }

  /** Deletes the file. */
  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
