import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mask, newUser, User } from '../support/cli.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

interface Example {
  readonly line: number;
  readonly now: string;
  readonly zone: string;
  readonly command: string;
  /** What it reads from standard input: the lines between `<<.` at the end of the command and a dot. */
  readonly stdin: string;
  /** What the README says that it prints. */
  readonly printed: string;
}

/** The commands of the fenced `console` blocks, in order; a comment above a block sets its clock and zone. */
function readExamples(text: string): Example[] {
  const examples: Example[] = [];
  let now = '';
  let zone = '';
  let example: { -readonly [K in keyof Example]: Example[K] } | null = null;
  let isInside = false;
  let isInput = false;
  text.split('\n').forEach((entry, index) => {
    const clock = /^<!-- at (\S+) (\S+) -->$/.exec(entry.trim());
    if (clock) [, now = '', zone = ''] = clock;
    if (!isInside) {
      isInside = /^```console\s*$/.test(entry);
    } else if (isInput && example) {
      if (entry === '.') isInput = false;
      else example.stdin += `${entry}\n`;
    } else if (entry.startsWith('```')) {
      isInside = false;
      example = null;
    } else if (entry.startsWith('$ ')) {
      const [command = '', input] = entry.slice(2).split(' <<');
      isInput = input !== undefined;
      example = { line: index + 1, now, zone, command, stdin: '', printed: '' };
      examples.push(example);
    } else if (example) {
      example.printed += `${entry}\n`;
    }
  });
  return examples;
}

describe('the README', () => {
  const examples = readExamples(README);

  it('has examples, each with its clock and zone', () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const { command, now, zone, line } of examples) {
      expect(command, `line ${line}`).toMatch(/^followup( |$)/);
      expect(now, `line ${line}`).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
      expect(zone, `line ${line}`).not.toBe('');
    }
  });

  it('shows what the program prints', async () => {
    const { home } = await newUser();
    for (const { command, now, zone, stdin, printed, line } of examples) {
      const user = new User(home, { now, zone });
      const { stdout, stderr } = await user.run(command.replace(/^followup ?/, ''), { stdin });
      expect(trimEnds(mask(stdout + stderr, home)), `README.md:${line}: ${command}`).toBe(trimEnds(printed));
    }
  });

  it('leaves no block of examples open, and marks none of them as another language', () => {
    const fences = README.split('\n').filter((entry) => entry.startsWith('```'));
    expect(fences.length % 2).toBe(0);
    const outside = README.replace(/^```console\n[\s\S]*?^```$/gm, '');
    expect(outside).not.toMatch(/^\$ followup/m);
  });
});

function trimEnds(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd();
}
