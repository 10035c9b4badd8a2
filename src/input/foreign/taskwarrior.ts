import * as v from 'valibot';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import { type Instant, instant, type Moment } from '../../domain/time/moment.ts';
import type { DateContext } from '../dates.ts';
import { dayAtMidnight } from './cell-dates.ts';
import {
  ContentIds,
  type ForeignFile,
  type ForeignItem,
  kindNamed,
  readEach,
  readEffort,
  unkeptOf,
} from './item.ts';
import { parseJson } from './parse-json.ts';

const text = v.optional(v.string());

/** The attributes of a task that are read; all others are ignored. */
const TASK = v.looseObject({
  description: v.string(),
  uuid: text,
  status: text,
  project: text,
  entry: text,
  due: text,
  wait: text,
  end: text,
  tags: v.optional(v.union([v.array(v.string()), v.string()])),
  annotations: v.optional(v.array(v.looseObject({ description: v.string(), entry: text }))),
  // Attributes that users may have defined themselves.
  client: text,
  who: text,
  kind: text,
  estimate: v.optional(v.union([v.string(), v.number()])),
});

type Task = v.InferOutput<typeof TASK>;

/** A piece of the file that should be a task. */
interface Entry {
  readonly line: number;
  readonly task: unknown;
}

/** Reads the tasks of `task export`: an array, or one object a line. Refused if it is not JSON. */
export async function readTaskwarrior(text: string, context: DateContext): Promise<ForeignFile | Refusal> {
  const entries = entriesOf(text);
  if (!entries) {
    return refuse(
      'not-an-export',
      'This is not an export of Taskwarrior.',
      'Nothing was imported. An export is made with: task export > FILE',
    );
  }
  const ids = new ContentIds();
  const unkept: { readonly name: string; readonly line: number }[] = [];
  const placeOf = ({ line, task }: Entry) => ({ line, title: titleIn(task) });
  const file = await readEach(entries, placeOf, async ({ line, task }) => {
    const item = readTask(line, task, ids, context);
    if (item) unkept.push(...unkeptIn(task as Task).map((name) => ({ name, line })));
    return item;
  });
  return { ...file, unkept: unkeptOf(unkept) };
}

/** What Taskwarrior computes, or writes for itself. */
const ITS_OWN = [
  'id',
  'urgency',
  'modified',
  'mask',
  'imask',
  'parent',
  'recur',
  'rtype',
  'template',
  'last',
];

/** The names of what a task has and that is not kept. A tag that names the kind is kept as such. */
function unkeptIn(task: Task): string[] {
  const hasContent = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.entries(task)
    .filter(([name]) => !Object.hasOwn(TASK.entries, name) && !ITS_OWN.includes(name))
    .filter(([, value]) => hasContent(value))
    .map(([name]) => name)
    .concat(tagsOf(task).some((tag) => kindNamed(tag) === undefined) ? ['tags'] : [])
    .sort((a, b) => USUAL.indexOf(b) - USUAL.indexOf(a));
}

/** Named before others, the last one first. */
const USUAL = ['depends', 'priority', 'tags'];

function tagsOf({ tags = [] }: Task): readonly string[] {
  return typeof tags === 'string' ? tags.split(/[\s,]+/).filter((tag) => tag !== '') : tags;
}

function entriesOf(text: string): Entry[] | null {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, json: line.trim() }));
  const objects = lines.filter(({ json }) => json.startsWith('{'));
  const document = parseJson(text);
  if (document !== undefined) {
    const tasks = Array.isArray(document) ? document : [document];
    // Taskwarrior writes one task a line; otherwise the task's position has to do instead of the line.
    const isLineEach = objects.length === tasks.length;
    return tasks.map((task, index) => ({ task, line: isLineEach ? (objects[index]?.line ?? 0) : index + 1 }));
  }
  const tasks = objects.map(({ line, json }) => ({ line, task: parseJson(json.replace(/,$/, '')) }));
  return tasks.some(({ task }) => task !== undefined) ? tasks : null;
}

function titleIn(task: unknown): string {
  const { description } = (task ?? {}) as { description?: unknown };
  return typeof description === 'string' ? description : '';
}

/** A task; null for the template of a recurring one. Throws a Refusal. */
function readTask(line: number, json: unknown, ids: ContentIds, context: DateContext): ForeignItem | null {
  const parsed = v.safeParse(TASK, json);
  if (!parsed.success) {
    throw refuse('not-a-task', whyNoTask(json, v.getDotPath(parsed.issues[0])?.split('.')[0]));
  }
  const task = parsed.output;
  if (task.status === 'recurring') return null;
  const [first = '', ...rest] = task.project?.split('.') ?? [];
  const [client, project] = task.client ? [task.client, task.project] : [first, rest.join('.')];
  const due = momentOf(task.due, context);
  return {
    line,
    source: `taskwarrior:${task.uuid ?? ids.next(JSON.stringify(task))}`,
    title: task.description.trim(),
    kind: [task.kind ?? '', ...tagsOf(task)].map(kindNamed).find(Boolean),
    client: client.trim() || undefined,
    who: task.who?.trim() || undefined,
    project: project?.trim() || undefined,
    due,
    estimate: estimateOf(task, context),
    enteredAt: instantOf(task.entry),
    notes: (task.annotations ?? []).map(({ description, entry }) => ({
      text: description.trim(),
      at: instantOf(entry),
    })),
    hiddenUntil: momentOf(task.wait, context),
    end: endOf(task),
  };
}

function whyNoTask(json: unknown, attribute: string | undefined): string {
  if (typeof json !== 'object' || json === null) return 'It is no task, and no object at all.';
  return attribute === 'description' || attribute === undefined
    ? 'It is no task: it has no description.'
    : `It is no task as Taskwarrior writes it: its ${attribute} is of another kind.`;
}

function endOf({ status, end }: Task): ForeignItem['end'] {
  if (status !== 'completed' && status !== 'deleted') return undefined;
  return { how: status === 'completed' ? 'done' : 'deleted', at: instantOf(end) };
}

/** An estimate may be a number of hours, an ISO 8601 duration or words. */
function estimateOf({ estimate }: Task, context: DateContext): Estimate | undefined {
  return readEffort(typeof estimate === 'number' ? `${estimate}h` : estimate, context);
}

const STAMP = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z$/;

/** An instant in Taskwarrior's form: "20260305T140000Z". Throws a Refusal. */
function instantOf(stamp: string | undefined): Instant | undefined {
  if (!stamp) return undefined;
  const match = STAMP.exec(stamp);
  const [year = 0, month = 0, day = 0, ...time] = (match?.slice(1) ?? []).map(Number);
  const ms = Date.UTC(year, month - 1, day, ...time);
  const isDate =
    match !== null && instant(ms).startsWith(stamp.replace(/^(\d{4})-?(\d\d)-?(\d\d).*/, '$1-$2-$3'));
  if (isDate) return instant(ms);
  throw refuse('date-not-understood', `"${stamp}" is not a date.`, 'Such as 20260305T140000Z.');
}

/** A moment. Taskwarrior writes a day as the midnight at which it begins. */
function momentOf(stamp: string | undefined, { calendar }: DateContext): Moment | undefined {
  const at = instantOf(stamp);
  return at === undefined ? undefined : dayAtMidnight({ at, zone: calendar.zone, grain: 'time' }, calendar);
}
