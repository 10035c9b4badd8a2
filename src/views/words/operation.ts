import type { StoryEvent } from '../../domain/streams/events.ts';
import type { OperationSummary } from '../../domain/streams/history.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { ANSWER_WORDS } from './answer.ts';
import { sayDaysAway } from './away.ts';
import { sayClientEvents } from './client-story.ts';
import { sayFew } from './few.ts';
import { sayProjectEvent } from './project-story.ts';
import { asBeginning } from './running-text.ts';
import { sayStandingEvent } from './standing.ts';
import { sayEvent } from './story.ts';

/** An operation in a list: what it did, and whether it was undone or undid another one. Safe to print. */
export function sayInHistory(operation: OperationSummary, view: ViewContext): string {
  const prefix = operation.undone ? '(undone) ' : '';
  const reverted =
    operation.undoes === null ? '' : operation.verb === 'redo' ? 'Brought back: ' : 'Took back: ';
  return `${prefix}${reverted}${sayOperation(operation, view)}`;
}

/** What an operation did, and to what. Safe to print. */
export function sayOperation(
  { facts, contacts, copies, clients, projects, standings, answers, away }: OperationSummary,
  view: ViewContext,
): string {
  const others = [
    ...copies.map(({ subject = '', text }) => {
      const sent = text === undefined ? '' : ` It says: ${asBeginning(text)}`;
      return `The sent copy of "${subject}" was found.${sent}`;
    }),
    ...sayClientEvents(clients, view),
    ...projects.map(({ uid, name, event }, index) => {
      const isSame = projects[index - 1]?.uid === uid || event.type === 'ProjectStarted';
      return `${isSame ? '' : `${name}: `}${sayProjectEvent(event, view)}`;
    }),
    // How it began is said of its first time.
    ...standings
      .filter(({ event }) => event.type !== 'StandingPromiseMade')
      .map(({ title, event }) => `${title}: ${sayStandingEvent(event, view)}`),
    ...answers.map(
      ({ number, client, answer, note }) =>
        `Question ${number}${client ? ` for ${nameOf(client, view)}` : ''}: ${ANSWER_WORDS[answer]}${note ? `, ${note}` : ''}.`,
    ),
    ...away.map(({ isCancelled, planned: { note, ...span } }) => {
      const days = sayDaysAway(span, view);
      return isCancelled ? `Working after all: ${days}.` : `Away: ${days}${note ? `, ${note}` : ''}.`;
    }),
  ].map(printable);
  const words = contacts.map(({ client, direction, text }) => {
    const name = nameOf(client, view) ?? 'them';
    const said = asBeginning(text);
    return printable(direction === 'out' ? `You told ${name}: ${said}` : `${name} told you: ${said}`);
  });
  // The sentence about a contact covers the event recorded with it, and that about a merge all that moved with it.
  const isMerge = clients.some(({ event }) => event.type === 'ClientMerged');
  // A commitment follows its project to another name, which the project has said.
  const follows = (event: StoryEvent) =>
    projects.length > 0 && event.type === 'DetailsChanged' && event.project !== undefined;
  const own = isMerge
    ? []
    : facts.filter(({ event }) => !follows(event)).filter(({ event }) => !('contact' in event));
  const told = own.map(({ uid, title, event }, index) => {
    const isSame = own[index - 1]?.uid === uid;
    const name = 'title' in event && event.title ? event.title : title;
    return `${name && !isSame ? `${printable(name)}: ` : ''}${sayEvent(event, view)}`;
  });
  // What was said stands apart from what followed from it.
  return words.length > 0
    ? sayFew([words.join('; '), ...told, ...others], ' \u00b7 ', ' \u00b7 and ')
    : sayFew([...told, ...others], ' ', ' And ');
}

/** An operation by its command: "done 3 and 5". */
export function sayTitle(operation: OperationSummary, view: ViewContext): string {
  const numbers = sayFew(numbersOf(operation, view), ' ', ' and ');
  return [printable(operation.verb), numbers].filter(Boolean).join(' ');
}

/** The numbers of the commitments that an operation changed. */
export function numbersOf({ facts }: OperationSummary, view: ViewContext): number[] {
  const uids = new Set(facts.map(({ uid }) => uid));
  return [...uids].flatMap((uid) => view.numberOf(uid) ?? []);
}
