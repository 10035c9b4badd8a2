import { splitWords } from './cli.ts';
import { InProcessUser } from './in-process.ts';

/** One step of a story, and the line of its file. */
interface Step {
  readonly line: number;
  readonly text: string;
}

/** What a step expects of something: fields and how their values begin. */
type Wanted = readonly (readonly [field: string, value: string])[];

/**
 * Plays a story: a day or a year in the life of a user, in a text file with one step a line. `#` begins a comment.
 *
 *     zone America/Denver            the zone, in the first line
 *     config KEY VALUE               a setting
 *     at 2026-03-09T09:00            the clock is set, in local time
 *     $ add "..." --for Acme         followup runs, and succeeds
 *     $1 done 1                      followup runs, and exits with 1
 *     ? REASON id=1 severity=today   today has a line like that
 *     ?- REASON id=1                 today has none
 *     ?q 1 /totals/                  the evidence of a question matches
 *     ?show 1 state=agreed           a commitment has these fields; a value may be cut short, and `null` is none
 *     ?history 1 TYPE TYPE           its story has these events, in this order, perhaps with others between
 */
export class Story {
  private readonly user = new InProcessUser();
  private zone = 'UTC';
  private now = '2026-01-05T09:00';

  /** Plays the story; returns what went otherwise, each with its line. */
  async play(text: string): Promise<string[]> {
    const steps = text.split('\n').map((line, index): Step => ({ line: index + 1, text: line.trim() }));
    const failures: string[] = [];
    for (const step of steps) {
      if (step.text === '' || step.text.startsWith('#')) continue;
      const failure = await this.take(splitWords(step.text), step.text).catch(
        (error: Error) => error.message,
      );
      if (failure !== null) failures.push(`line ${step.line}: ${step.text}\n    ${failure}`);
    }
    return failures;
  }

  private async take([head = '', ...rest]: readonly string[], text: string): Promise<string | null> {
    if (/^\$\d*$/.test(head)) return this.exits(rest, Number(head.slice(1)));
    const [first = '', ...more] = rest;
    switch (head) {
      case 'zone':
        this.zone = first;
        return null;
      case 'at':
        this.now = first;
        return null;
      case 'config':
        return this.exits(['config', ...rest], 0);
      case '?':
      case '?-': {
        const lines = await this.lines();
        const wanted: Wanted = [['reason', first], ...more.map(asField)];
        const isThere = lines.some((line) => fits(line, wanted));
        return isThere === (head === '?')
          ? null
          : `today has: ${lines.map(sayLine).join(' \u00b7 ') || 'nothing'}`;
      }
      case '?q': {
        const { questions } = await this.json<{ questions: { number: number; evidence: unknown }[] }>([
          'today',
        ]);
        const evidence = JSON.stringify(questions.find(({ number }) => String(number) === first)?.evidence);
        const [, pattern = ''] = /\/(.*)\//.exec(text) ?? [];
        return new RegExp(pattern, 'i').test(evidence) ? null : `the evidence is ${evidence}`;
      }
      case '?show': {
        const shown = await this.json<object>(['show', first]);
        return fits(shown, more.map(asField)) ? null : `it is ${JSON.stringify(shown)}`;
      }
      case '?history': {
        const types = (await this.json<{ type: string }[]>(['history', first])).map(({ type }) => type);
        const left = types.reduce((wanted, type) => (type === wanted[0] ? wanted.slice(1) : wanted), more);
        return left.length === 0 ? null : `its events are ${types.join(' ')}`;
      }
      default:
        return 'is no step';
    }
  }

  private async exits(words: readonly string[], wanted: number): Promise<string | null> {
    const { exitCode, stderr } = await this.run(words);
    return exitCode === wanted ? null : `exit ${exitCode}: ${stderr.trim()}`;
  }

  private run(words: readonly string[]) {
    const env = { TZ: this.zone, FOLLOWUP_NOW: this.now };
    return this.user.run([...words, '--json', '--no-input'], { env });
  }

  private async json<T>(words: readonly string[]): Promise<T> {
    const { stdout, stderr } = await this.run(words);
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as T;
  }

  private async lines(): Promise<readonly object[]> {
    return (await this.json<{ attention: object[] }>(['today'])).attention;
  }
}

function asField(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}

function fits(thing: object, wanted: Wanted): boolean {
  const fields = new Map<string, unknown>(Object.entries(thing));
  return wanted.every(([field, value]) => {
    const actual = fields.get(field) ?? null;
    return value === 'null' ? actual === null : String(actual ?? '').startsWith(value);
  });
}

function sayLine(line: object): string {
  const { severity, reason, id } = line as { severity: string; reason: string; id: number | null };
  return `${severity} ${reason} ${id ?? ''}`.trim();
}
