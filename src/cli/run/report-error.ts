import { CommanderError } from 'commander';
import { Refusal, type RefusalKind } from '../../domain/base/refusal.ts';
import { explainSqliteError } from '../../store/sqlite-error.ts';
import { explainFileError } from '../../system/explain-file-error.ts';
import { type Io, type Output, OutputFailure } from '../../system/io.ts';
import { printable, printableJson, printableLines } from '../../views/printable.ts';
import { wrap } from '../../views/terminal/width.ts';
import { isInterrupt } from './prompts/interrupt.ts';

/** The exit codes of the kinds of refusal. */
const EXIT_CODES: Readonly<Record<RefusalKind, number>> = { refused: 1, usage: 2, missing: 4, database: 5 };
const OUTPUT_FAILED = 1;
const FAULT = 70;
const INTERRUPTED = 130;

/** What determines how an error is reported, apart from the error itself. */
export interface ErrorContext {
  /** The command whose help to mention; undefined if the command line names none. */
  readonly command: string | undefined;
  readonly isJson: boolean;
  /** The path of the database, if it is known. */
  readonly database: string | undefined;
  /** Whether the run has recorded something, which a later error does not take back. */
  readonly hasRecorded: boolean;
}

/** How an error is reported: its text and the exit code. */
interface Problem {
  readonly code: string;
  /** What went wrong, and why. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string | null;
  readonly details?: readonly string[];
  readonly exitCode: number;
  readonly stack?: string | undefined;
}

/** Reports on standard error what went wrong, why, and what to do next. Returns the exit code. */
export async function report(error: unknown, { env, stderr }: Io, context: ErrorContext): Promise<number> {
  if (isInterrupt(error)) return INTERRUPTED;
  if (error instanceof OutputFailure && error.isClosedPipe) return 0;
  const problem = explain(error, context);
  const shown = env.FOLLOWUP_DEBUG === '1' ? problem : { ...problem, stack: undefined };
  const text = context.isJson ? jsonOf(shown) : textOf(shown, stderr);
  // If standard error fails too, there is no way to report it.
  await stderr.write(text).catch(() => {});
  return problem.exitCode;
}

function jsonOf({ code, message, hint, details = [], stack }: Problem): string {
  const error = { code, message, hint, ...(details.length > 0 && { details }), ...(stack && { stack }) };
  return `${printableJson({ error })}\n`;
}

function textOf({ message, details = [], hint, exitCode, stack }: Problem, output: Output): string {
  const paragraphs = exitCode === FAULT ? [`${message} ${hint}`] : [message, ...details, hint];
  const lines = paragraphs.flatMap((paragraph) => (paragraph ? fitted(paragraph, output) : []));
  return [...lines, stack ? `${printableLines(stack, false)}\n` : ''].join('');
}

/** Says something beside the result, such as a hint. It cannot be said that it cannot be said, so a failure is no error. */
export async function remark(text: string, output: Output): Promise<void> {
  await output.write(fitted(text, output).join('')).catch(() => {});
}

/** A message wrapped to the width of the terminal; in a pipe it is one line. */
function fitted(text: string, { columns = Number.POSITIVE_INFINITY }: Output): string[] {
  return wrap(printable(text), columns).map((line) => `${line}\n`);
}

/** Whether an error is none that the program, its user or the system is known to cause. */
export function isUnexpected(error: unknown): boolean {
  const isKnown = isInterrupt(error) || error instanceof OutputFailure || error instanceof CommanderError;
  return !isKnown && !(explainSqliteError(error, 'The database') instanceof Refusal);
}

function explain(error: unknown, context: ErrorContext): Problem {
  if (error instanceof OutputFailure) return explainOutput(error, context);
  if (error instanceof CommanderError) return explainUsage(error, context);
  const explained = explainSqliteError(explainFileError(error), context.database ?? 'The database');
  return explained instanceof Refusal ? explainRefusal(explained, context) : explainFault(error, context);
}

function explainRefusal(
  { code, message, hint, kind, details }: Refusal,
  { hasRecorded }: ErrorContext,
): Problem {
  const isAfterwards = hasRecorded && kind === 'database';
  return {
    code,
    message,
    // The file may fail when the recorded change is read back.
    hint: isAfterwards ? (hint?.replace(/^Nothing was saved\./, 'It was recorded.') ?? null) : hint,
    details,
    exitCode: EXIT_CODES[kind],
  };
}

function explainOutput({ message }: OutputFailure, { hasRecorded }: ErrorContext): Problem {
  return {
    code: 'output-failed',
    message,
    hint: hasRecorded ? 'It was recorded.' : 'Nothing was recorded.',
    exitCode: OUTPUT_FAILED,
  };
}

/** An unexpected error. */
function explainFault(error: unknown, { hasRecorded }: ErrorContext): Problem {
  const { message, stack } = error instanceof Error ? error : { message: String(error) };
  return {
    code: 'unexpected',
    message: `Something went wrong inside followup: ${message.replace(/\.$/, '')}. ${hasRecorded ? 'It was recorded.' : 'Nothing was recorded.'}`,
    hint: 'This is a bug: please report it, with the command line.',
    exitCode: FAULT,
    stack,
  };
}

function explainUsage(error: CommanderError, { command }: ErrorContext): Problem {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const near = suggestion?.replace(/[()]/g, '');
  return {
    code: error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    message: `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`,
    hint: near ?? `See: followup help${command ? ` ${command}` : ''}`,
    exitCode: EXIT_CODES.usage,
  };
}
