import { knownProject, projectsLike, readProjectCosts, refuseUnknownProject } from '../../app/projects.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { decideProject, type ProjectInput } from '../../domain/decisions/project.ts';
import { isOn } from '../../domain/streams/events.ts';
import { isSameName } from '../../domain/streams/names.ts';
import { isStarted, type Project } from '../../domain/streams/project.ts';
import { projectJson } from '../../views/json/project.ts';
import { plainProject } from '../../views/plain/project.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import { listProjects } from '../../views/terminal/projects.ts';
import { sayProjectEvent } from '../../views/words/project-story.ts';
import { amount, rate } from '../run/arguments/amount.ts';
import { optionalWords } from '../run/arguments/argument.ts';
import { client, date, flag, orNothing, single, text } from '../run/arguments/option.ts';
import { AT, NEW_CLIENT } from '../run/arguments/shared-options.ts';
import { checkYears } from '../run/check-years.ts';
import { saidTo } from '../run/date-context.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { projectScreen, projectScreenAfter } from '../run/project-screen.ts';
import { mentionClient, readName } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { sayNewClients } from '../run/show-write.ts';
import { recordStart } from '../run/write-verb.ts';

const ARGUMENTS = {
  name: optionalWords('[name...]', 'the project; without one all of them', 'projects', 'title'),
};

const OPTIONS = {
  client: orNothing(client('-c, --client', 'who it is for; "none" if for nobody'), 'none'),
  budget: orNothing(
    amount('--budget', 'what it may cost: 40h, "EUR 3000"; another one needs --because; "none" removes it'),
    'none',
  ),
  rate: orNothing(
    rate('--rate', 'what an hour costs: "EUR 90"; a budget of money counts hours by it'),
    'none',
  ),
  monthly: flag('--monthly', 'the budget is for each month; the first is counted by its days'),
  until: orNothing(date('--until', 'the last day that the budget covers'), 'none'),
  because: text('-r, --because', 'why the budget is another one, or may stay passed', 'why'),
  by: text('--by', 'who approved the budget', 'who', 'title'),
  seen: flag('--seen', 'you know how far the budget is used, and do not need to be told again'),
  close: flag('--close', 'nothing goes on with it any more'),
  reopen: flag('--reopen', 'it goes on after all'),
  rename: single(
    '--rename',
    { placeholder: 'name', holds: 'title', read: readName },
    'another name, also in its work',
  ),
  new: flag('--new', 'start it although it has neither a client nor a budget, or its name is like another'),
  at: AT,
  all: flag('-a, --all', 'in the list of projects: those that are closed too'),
  newClient: NEW_CLIENT,
};

type ProjectCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const project = command({
  name: 'project',
  summary: 'work under one name: its budget, and what it will come to',
  details:
    'Commitments belong to a project by their --project (or +name); what is spent on them counts. What it will come to is what was spent, and what your past work says about the estimates that are left: a range, not exceeded four times out of five. You are told at 80 % of the budget, past it, and when it is likely to be passed, once each.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['project Website -c "Acme Corp" --budget 40h', 'what it may cost; its name is then known'],
    ['project', 'all of them, as bars: spent, still to come, and the budget'],
    ['project Website', 'its work, what was spent by week, and who approved what'],
    ['project Website --budget 55h --by Dana --because "two more pages"', 'a raise'],
    ['project Website --seen --because "the rest is on me"', 'known, and nothing follows'],
    ['project Support --budget "EUR 1500" --rate "EUR 90" --monthly --until "31 dec"', 'in each month'],
  ],
  run: (call) => {
    const { session, args, options } = call;
    const { all, newClient: _newClient, at: _at, ...changing } = options;
    const changes = Object.values(changing).some((value) => value !== undefined && value !== false);
    if (args.name === undefined) {
      if (changes) throw call.refuseMissing('name');
      return listAll(session, all);
    }
    const name = readName(args.name);
    if (changes) return change(call, name);
    const { db } = session.open('read');
    const known = knownProject(db, name, { isRecorded: false });
    if (known) return projectScreen(session, known);
    throw refuseUnknownProject(
      db,
      name,
      `To start it: followup project ${quoteForShell(name)} --client CLIENT --budget 40h`,
    );
  },
});

async function change(call: ProjectCall, name: string): Promise<Screen> {
  const { session, options } = call;
  const mention = options.client == null ? options.client : await mentionClient(call, options.client);
  const project = findOrAdd(call, name);
  const { saying, dates } = await saidTo(call, mention ?? undefined);
  const input: ProjectInput = {
    ...saying,
    project,
    client: mention,
    rate: options.rate,
    budget: options.budget,
    monthly: options.monthly || undefined,
    until: options.until && (await options.until.read(dates)),
    because: options.because?.trim(),
    by: options.by?.trim() || undefined,
    seen: options.seen,
    close: options.close,
    reopen: options.reopen,
    name: options.rename,
  };
  const hints = await checkYears(call, input, dates);
  const { changes } = await recordStart(call, decideProject, { input });
  const view = session.viewContext();
  const told = changes.flatMap((each) => (isOn('project', each) ? [sayProjectEvent(each.event, view)] : []));
  const remarks = [
    ...(told.length === 0
      ? ['Nothing changed: it was so already.']
      : told.flatMap((text) => labelled('now', text, view))),
    ...sayNewClients(changes, view),
  ];
  const after = options.rename ?? ('added' in project ? project.added : project.name);
  return { ...projectScreenAfter(session, after, remarks), hints };
}

/** The project to change, or a new one. Throws a Refusal if the name may be a slip for another. */
function findOrAdd({ session, options }: ProjectCall, name: string): Project | { readonly added: string } {
  const { db } = session.open('read');
  const known = options.new ? null : knownProject(db, name, { isRecorded: true });
  // Whoever makes a project of a name that only commitments used says how it is written.
  if (known) return isStarted(known) || !isSameName(known.name, name) ? known : { ...known, name };
  const { client: whose, budget, rate: perHour, monthly, new: isNew } = options;
  if (!isNew && whose == null && budget == null && perHour == null && !monthly) {
    throw refuseUnknownProject(db, name, `To start it: followup project ${quoteForShell(name)} --new`);
  }
  const like = isNew ? [] : projectsLike(db, name);
  if (like.length === 0) return { added: name };
  throw refuse(
    'project-near-miss',
    `There is no project "${name}", but there is ${like.join(', ')}.`,
    'Use that name, or add --new if this is another one.',
  );
}

function listAll(session: Session, all: boolean): Screen {
  const costs = readProjectCosts(session.open('read'), { all });
  const view = session.viewContext();
  return {
    json: () => costs.map((cost) => projectJson(cost, view)),
    plain: () => costs.map((cost) => plainProject(cost, view)),
    text: () => (costs.length === 0 ? sayNone(session, all) : listProjects(costs, view)),
  };
}

function sayNone(session: Session, all: boolean): string {
  const hasClosed = !all && readProjectCosts(session.open('read'), { all: true }).length > 0;
  return hasClosed
    ? 'No project is open. The closed ones: followup project --all'
    : 'There are no projects yet. To start one:\n  followup project NAME -c CLIENT --budget 40h';
}
