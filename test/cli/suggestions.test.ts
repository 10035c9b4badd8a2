import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AnyLine, anyLines } from '../support/any-line.ts';
import { splitWords } from '../support/cli.ts';
import { InProcessUser } from '../support/in-process.ts';
import { commandsIn, filled } from '../support/suggestions.ts';

/** More runs find more: `SUGGESTION_RUNS=2000`. */
const RUNS = Number(process.env.SUGGESTION_RUNS ?? 25);

interface Line {
  readonly severity: 'overdue' | 'today' | 'soon';
  readonly reason: string;
  readonly id: number | null;
  readonly client: string | null;
  readonly title: string | null;
  readonly due: string;
  readonly command: string;
  readonly withThem: boolean;
  /** A date that would hold, if the line is about one in danger. */
  readonly holds?: string;
}

/** The reasons for lines that are about no commitment but a client. */
const OF_CLIENTS: readonly string[] = ['quiet-client', 'remembered'];

const SEVERITIES: readonly Line['severity'][] = ['overdue', 'today', 'soon'];

/** Lines that were given, up to a moment. */
class Morning {
  private readonly user = new InProcessUser();
  private hours = 0;
  private readonly given: string[] = [];
  private readonly tried = new Set<string>();

  private get surroundings() {
    const at = new Date(Date.UTC(2026, 2, 2, 9) + this.hours * 3_600_000).toISOString().slice(0, 16);
    return { env: { FOLLOWUP_NOW: at, COLUMNS: '400' } };
  }

  /** Gives a line; if `isTried`, also the commands that its echo, its hints or its refusal suggest. */
  async give({ line, hoursLater, stdin = '' }: AnyLine, isTried: boolean): Promise<void> {
    this.hours += hoursLater;
    this.tried.clear();
    this.given.push(`${this.surroundings.env.FOLLOWUP_NOW} ${line}`);
    const { stdout, stderr } = await this.user.run(line, { ...this.surroundings, stdin });
    if (isTried) await this.tryAll(`${stdout}\n${stderr}`);
  }

  /** Tries what every screen suggests. */
  async look(): Promise<void> {
    const lines = await this.lines(this.user);
    for (const line of lines) {
      const after = await this.try(line.command, line.holds);
      expect(isSettled(line, after), this.story(line.command)).toBe(true);
    }
    for (const [row, id, command] of rowsIn(await this.screen(['today', '--all']))) {
      const own = lines.filter((line) => (id === null ? OF_CLIENTS.includes(line.reason) : line.id === id));
      const after = await this.try(`followup ${command}`, own.find(({ holds }) => holds)?.holds);
      expect(
        own.some((line) => isSettled(line, after)),
        this.story(row),
      ).toBe(true);
    }
    for (const words of await this.screens()) await this.tryAll(await this.screen(words));
  }

  private async screens(): Promise<string[][]> {
    const commitments = await this.user.json<{ id: number }[]>('list --all', this.surroundings);
    const clients = await this.user.json<{ name: string }[]>('client', this.surroundings);
    return [
      ...['today', 'overdue', 'review', 'forecast', 'spread', 'calendar', 'away', 'history'].map((verb) => [
        verb,
      ]),
      ...commitments.map(({ id }) => ['show', String(id)]),
      ...clients.map(({ name }) => ['client', name]),
    ];
  }

  private async screen(words: readonly string[]): Promise<string> {
    const { stdout, stderr } = await this.user.run(words, this.surroundings);
    return `${stdout}\n${stderr}`;
  }

  private async tryAll(text: string): Promise<void> {
    for (const command of commandsIn(text)) {
      if (/\b(?:ID|FILE|VALUE|WHO)\b|\.\.\./.test(command) || this.tried.has(command)) continue;
      this.tried.add(command);
      await this.try(`followup ${command}`);
    }
  }

  /** Runs a suggested command on a copy of the file. Returns the lines after it. */
  private async try(command: string, date = 'in 8 days'): Promise<Line[]> {
    const [, ...words] = splitWords(command);
    const copy = this.user.copy();
    const { exitCode, stderr } = await copy.run(filled(words, date), this.surroundings);
    expect(exitCode, this.story(`${command}\n${stderr}`)).toBe(0);
    const after = await this.lines(copy);
    copy.leave();
    return after;
  }

  private async lines(user: InProcessUser): Promise<Line[]> {
    return (await user.json<{ attention: Line[] }>('today', this.surroundings)).attention;
  }

  private story(command: string): string {
    return [...this.given, `now ${this.surroundings.env.FOLLOWUP_NOW}`, command].join('\n');
  }

  leave(): void {
    this.user.leave();
  }
}

/** The commands of the agenda: each with its row, and the number of its commitment, if it has one. */
function rowsIn(text: string): (readonly [row: string, id: number | null, command: string])[] {
  let id: number | null = null;
  return text.split('\n').flatMap((row) => {
    // The command stands beside the number, or below it.
    const [, number] = /^ +(\d+) /.exec(row) ?? [];
    if (number) id = Number(number);
    const [, command] = /^ +(?:.* )?fup (.*)$/.exec(row) ?? [];
    if (command === undefined) return [];
    // Words to a client, and what is remembered of one, are about no commitment.
    return [[row, /^(?:told (?!-a )|client )/.test(command) ? null : id, command] as const];
  });
}

/** Whether a line is gone after its command, waits for them, or is due later. */
function isSettled(line: Line, after: readonly Line[]): boolean {
  const same = after.find(
    ({ reason, id, client, title }) =>
      reason === line.reason && id === line.id && client === line.client && title === line.title,
  );
  if (!same || same.withThem || same.due > line.due) return true;
  // A word outside working hours may leave the next update where it was, as long as that is not due yet.
  if (line.reason === 'update' && line.severity !== 'overdue') return true;
  return line.severity === 'today' && SEVERITIES.indexOf(same.severity) > SEVERITIES.indexOf(line.severity);
}

it('every command that is suggested works, and settles the line that it stands beside', async () => {
  await fc.assert(
    fc.asyncProperty(anyLines, fc.integer({ min: 0, max: 80 }), async (lines, hoursLater) => {
      const morning = new Morning();
      for (const [index, line] of lines.entries()) await morning.give(line, index >= lines.length - 3);
      await morning.give({ line: 'today', hoursLater }, true);
      await morning.look();
      morning.leave();
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
