import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import type { Environment } from '../io.ts';
import { type Outcome, runProgram } from '../run-program.ts';

/** The user's crontab, which only the program `crontab` may read and write. Its text is latin1, a character for each byte. */
export class Crontab {
  constructor(
    /** The path of the program; null if there is none, and then it can be neither read nor changed. */
    private readonly program: string | null,
    private readonly env: Environment,
  ) {}

  /** Its text; empty if there is none. Throws a Refusal. */
  read(): string {
    const outcome = this.run('-l');
    if (outcome.status === 0) return outcome.stdout;
    if (saysNone(outcome)) return '';
    throw refuseCrontab('read', outcome.complaint);
  }

  /**
   * Changes its text, as it is at this moment, and looks whether that is what it is then. An empty crontab is
   * removed. Throws a Refusal.
   */
  change(edit: (text: string) => string): void {
    const before = this.read();
    const after = edit(before);
    if (after === before) return;
    const { status, complaint } = after === '' ? this.run('-r') : this.run('-', after);
    if (status !== 0) throw refuseCrontab('changed', complaint);
    if (this.read() !== after) {
      throw refuseCrontab('changed', 'what it holds now is not what was written');
    }
  }

  private run(option: string, input?: string): Outcome {
    if (this.program === null) throw refuseCrontab('read', 'the program crontab is not in PATH');
    return runProgram(this.program, [option], this.env, input);
  }
}

/**
 * Whether `crontab -l` ended by saying that there is no crontab, most in these words, busybox by the file that it missed.
 * Any other failure may hide one, which would be lost with the next write.
 */
function saysNone({ status, stdout, complaint }: Outcome): boolean {
  return status === 1 && stdout === '' && /\bno crontab\b|\bcan't open .*: no such file/i.test(complaint);
}

function refuseCrontab(done: 'read' | 'changed', complaint: string): Refusal {
  return refuse(
    `crontab-not-${done}`,
    `Your crontab could not be ${done}: ${complaint.replace(/\.$/, '') || 'crontab did not say why'}.`,
    'To look at it: crontab -l',
  );
}
