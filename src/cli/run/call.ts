import { findClient } from '../../app/clients.ts';
import type { Selection } from '../../app/select.ts';
import { once } from '../../domain/base/memo.ts';
import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import type { ClientMention, Saying } from '../../domain/decisions/guards.ts';
import { type Client, matchClient } from '../../domain/streams/client.ts';
import { CHANNELS, type Channel, type Estimate } from '../../domain/streams/events.ts';
import type { Cadence } from '../../domain/time/cadence.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { parseCadence } from '../../input/cadences.ts';
import { parseChoice } from '../../input/choice.ts';
import type { Direction, Reading } from '../../input/dates.ts';
import { parseEffort } from '../../input/durations.ts';
import { type NamedNumbers, parseSelection } from '../../input/selection.ts';
import type { Db } from '../../store/db.ts';
import { readClientOf, readClients, readUidOfNumber } from '../../store/queries.ts';
import type { Program } from './program.ts';
import type { Session } from './session.ts';

/** One command line after commander has taken it apart: its words and options, and how they are read as values. */
export class Call {
  constructor(
    /** The name of the command. */
    readonly verb: string,
    readonly session: Session,
    private readonly positional: readonly (string | readonly string[] | undefined)[],
    private readonly options: Readonly<Record<string, unknown>>,
    readonly program: Program,
    /** Whether everything was asked already, by the command that this one is part of. */
    private readonly isPartOfAnother = false,
  ) {}

  /** Whether questions can be asked. */
  get isInteractive(): boolean {
    return this.session.isInteractive && !this.isPartOfAnother;
  }

  /** A call of another command that is part of this one. It asks nothing, because all was asked already, unless it is to. */
  part(
    verb: string,
    positional: readonly (string | readonly string[] | undefined)[],
    options: Readonly<Record<string, unknown>> = {},
    asks = false,
  ): Call {
    return new Call(verb, this.session, positional, options, this.program, !asks);
  }

  /** The circumstances in which dates are read: in the order of the client that is spoken of. */
  get reading(): Reading {
    return { ...this.session.reading, dateOrder: this.session.dateOrderOf(this.concerned) };
  }

  /** The uid of the client that the command has named, or whose commitments it has. */
  private concerned: string | null = null;

  /** The words of an argument, joined; `-` stands for standard input. Empty when it was not given. */
  async text(index: number): Promise<string> {
    const words = this.words(index).join(' ');
    // What is part of another command was typed at a question, and comes from nowhere else.
    return (words === '-' && !this.isPartOfAnother ? await this.session.io.stdin.read() : words).trim();
  }

  /** The words of an argument as a text; one that is missing is asked for in a terminal, and refused elsewhere. */
  async textOrAsk(index: number, question: string): Promise<string> {
    const text = await this.text(index);
    if (text !== '') return text;
    const answer = await this.ask(question);
    if (answer !== undefined) return answer;
    throw new Refusal('missing-argument', question, 'The words are missing from the command line.', 'usage');
  }

  /** Words that nothing on the command line gave, asked for in a terminal; undefined elsewhere. */
  async ask(question: string): Promise<string | undefined> {
    if (!this.isInteractive) return undefined;
    const { askText } = await import('./prompts.ts');
    return askText(question);
  }

  /** Words that need not be there, asked for in a terminal; undefined elsewhere, and for Enter alone. */
  async askAnything(question: string): Promise<string | undefined> {
    if (!this.isInteractive) return undefined;
    const { askAnything } = await import('./prompts.ts');
    return askAnything(question);
  }

  /** The words of an argument. */
  words(index: number): readonly string[] {
    const value = this.positional[index];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  }

  flag(name: string): boolean {
    return this.options[name] === true;
  }

  option(name: string): string | undefined {
    const value = this.options[name];
    return typeof value === 'string' ? value : undefined;
  }

  /**
   * The commitments that the first argument names. Left out, one of those that the verb fits is chosen from a list in a
   * terminal; elsewhere it is missing.
   */
  readonly selection = once(() => this.readSelection());

  private async readSelection(): Promise<NamedNumbers> {
    const named = await this.readNumbers();
    const [first] = named.selection;
    const uid = typeof first === 'number' ? readUidOfNumber(this.session.open('read').db, first) : null;
    if (uid !== null) this.concerned = readClientOf(this.session.open('read').db, uid);
    return named;
  }

  private async readNumbers(): Promise<NamedNumbers> {
    if (this.words(0).length > 0) return orThrow(parseSelection(this.words(0)));
    if (!this.isInteractive) throw this.refuseMissing('id');
    const { chooseCommitment } = await import('./choose.ts');
    return { selection: [await chooseCommitment(this.session, this.verb)], many: false };
  }

  /** The refusal of a command line that lacks an argument. */
  refuseMissing(argument: string): Refusal {
    return new Refusal(
      'missing-argument',
      `Missing required argument '${argument}'.`,
      `See: followup help ${this.verb}`,
      'usage',
    );
  }

  /** The one commitment that an option names, as in `--about 12`. */
  selected(name: string): Selection | null {
    const word = this.option(name);
    if (word === undefined) return null;
    const { selection } = orThrow(parseSelection([word]));
    if (selection !== 'last' && selection.length > 1) {
      throw new Refusal('malformed-id', `--${name} names one commitment.`, null, 'usage');
    }
    return selection;
  }

  async date(name: string, direction?: Direction): Promise<Moment | undefined> {
    const phrase = this.option(name);
    return phrase === undefined ? undefined : this.readDate(phrase, direction);
  }

  /** The date that the words of an argument are; undefined when there are none. Empty words are no date, and refused. */
  async dateOf(index: number): Promise<Moment | undefined> {
    const words = this.words(index);
    return words.length === 0 ? undefined : this.readDate(words.join(' '));
  }

  async readDate(phrase: string, direction: Direction = 'ahead'): Promise<Moment> {
    // The date language is a large part of the program, and looking needs none of it.
    const { parseAnyDate } = await import('../../input/dates.ts');
    return orThrow(await parseAnyDate(phrase, this.reading, direction));
  }

  /** A date that lies ahead. Throws a Refusal. */
  async readDateAhead(phrase: string): Promise<Moment> {
    const date = await this.readDate(phrase);
    if (date.at > this.session.now) return date;
    throw refuse('date-past', `${phrase} has passed.`);
  }

  /** When and how it was said: `--at` (or another option) and `--via`. */
  async saying(when = 'at'): Promise<Saying> {
    const at = await this.date(when, 'back');
    return { at: at?.at ?? this.session.now, via: this.channel() };
  }

  /** The reason, asked for in a terminal when it is missing. */
  async because(question: string): Promise<string | undefined> {
    const given = this.option('because');
    if (given === '-') return (await this.session.io.stdin.read()).trim();
    return given === undefined ? this.ask(question) : given.trim();
  }

  /** A date that nothing on the command line gave, asked for in a terminal until it is one; undefined elsewhere. */
  async askDate(question: string): Promise<Moment | undefined> {
    if (!this.isInteractive) return undefined;
    const { askUntilRead } = await import('./prompts.ts');
    return askUntilRead(question, (phrase) => this.readDate(phrase), 'required');
  }

  effort(name: string): number | undefined {
    const text = this.option(name);
    return text === undefined ? undefined : this.readEffort(text);
  }

  /** How much work something is thought to be: an amount, or a range. */
  estimate(name: string): Estimate | undefined {
    const text = this.option(name);
    return text === undefined ? undefined : this.readEstimate(text);
  }

  /** How much work something was: one amount. */
  readEffort(text: string): number {
    const { hours, range } = this.readEstimate(text);
    if (!range) return hours;
    throw refuse(
      'duration-not-understood',
      `"${text}" is not a duration.`,
      'A range cannot be recorded; say the longer of the two, such as "3d".',
    );
  }

  readEstimate(text: string): Estimate {
    const estimate = orThrow(parseEffort(text, this.session.calendar));
    if (estimate.hours > 0) return estimate;
    throw refuse('no-effort', `"${text}" is no work at all.`, 'For example: 2h, 45m, 1.5d');
  }

  cadence(name: string): Cadence | undefined {
    const text = this.option(name);
    return text === undefined ? undefined : orThrow(parseCadence(text));
  }

  choice<T extends string>(name: string, choices: readonly T[], what = name): T | undefined {
    const word = this.option(name);
    return word === undefined ? undefined : orThrow(parseChoice(what, word, choices));
  }

  /** A client as it was named. A near miss of a known one is asked about in a terminal, and left to the decision elsewhere. */
  async client(name: string | undefined): Promise<ClientMention | undefined> {
    const trimmed = name?.trim();
    if (!trimmed) return undefined;
    if (!/[\p{L}\p{N}]/u.test(trimmed)) {
      throw new Refusal('client-missing', `"${trimmed}" is no name.`, 'Name the client.');
    }
    if (this.flag('newClient')) return { name: trimmed, isNew: true };
    const match = matchClient(trimmed, readClients(this.session.open('read').db));
    if ('found' in match) this.concerned = match.found.uid;
    const [near] = 'near' in match ? match.near : [];
    if (!near || (!this.isInteractive && !this.session.globals.yes)) return { name: trimmed, isNew: false };
    if (this.session.globals.yes) return { name: near.name, isNew: false };
    const { confirm } = await import('./prompts.ts');
    const meant = await confirm(`There is no client "${trimmed}". Do you mean ${near.name}?`);
    return meant ? { name: near.name, isNew: false } : { name: trimmed, isNew: true };
  }

  /** The client that the first argument names. Left out, one is chosen from a list in a terminal; elsewhere it is missing. */
  async clientOrChoose(): Promise<ClientMention> {
    const [name] = this.words(0);
    if (name === undefined) {
      if (!this.isInteractive) throw this.refuseMissing('client');
      const { chooseClient } = await import('./choose.ts');
      return { name: await chooseClient(this.session), isNew: false };
    }
    const client = await this.client(name);
    if (client) return client;
    throw refuse('client-missing', 'With whom was it?', 'Name the client first.');
  }

  /** The values of an option that may be given several times. */
  list(name: string): readonly string[] {
    const value = this.options[name];
    return Array.isArray(value) ? (value as string[]) : [];
  }

  /** The client that `--client` names, for commands that show only what concerns one; null for all. Throws a Refusal. */
  clientFilter(db: Db): Client | null {
    const name = this.option('client');
    return name === undefined ? null : findClient(db, name);
  }

  /** A number of things, as an option. */
  count(name: string): number | undefined {
    return readCount(this.option(name));
  }

  /** A number of things, as an argument. */
  countOf(index: number): number | undefined {
    return readCount(this.words(index)[0]);
  }

  private channel(): Channel | undefined {
    return this.choice('via', CHANNELS, 'channel');
  }
}

function readCount(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(word)) return Number(word);
  throw new Refusal(
    'malformed-count',
    `"${word}" is not a count.`,
    'Write a whole number, such as 3.',
    'usage',
  );
}
