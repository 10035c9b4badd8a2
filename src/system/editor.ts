import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import type { Environment } from './io.ts';
import { openWith } from './open-with.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** A text that is written in the user's editor, in a file that nobody else can read. */
export class EditedText {
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
    const why = openWith(editor, this.file, this.env);
    if (why === null) return readFileSync(this.file, 'utf8');
    throw new Refusal(
      'editor-failed',
      `The editor ${editor} ended ${why}.`,
      `Nothing was saved; what was written is in ${this.file}. Set EDITOR to another editor, or pass - to read standard input.`,
    );
  }

  /** Deletes the file. */
  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
