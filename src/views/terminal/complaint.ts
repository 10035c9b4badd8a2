import { needsWord } from '../../domain/agenda/clocks.ts';
import { nextWordOn } from '../../domain/agenda/reasons/complaint.ts';
import { type Commitment, isOpen, isOpenTalk, openedBy } from '../../domain/streams/commitment.ts';
import {
  addedSincePut,
  isUnanswered,
  type Measure,
  measuresOf,
  partsOf,
  type ResolutionPart,
  type Standing,
} from '../../domain/streams/complaint.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayFully } from '../words/full-date.ts';
import { sayProgress } from '../words/resolution.ts';
import { asRunningText } from '../words/running-text.ts';
import { CAUSE_WORDS, sayMeasure } from '../words/story-of-complaint.ts';
import { sayDate } from '../words/time.ts';
import { labelled } from './labelled.ts';

/** What a resolution consists of, in the order in which it is worked out. */
export const PARTS = ['affected', 'facts', 'conclusions', 'remedy', 'prevention'] as const;
export type Part = (typeof PARTS)[number];

/** What only a complaint has, below its title: what it is about, how far it has come, and its resolution. Safe to print. */
export function describeComplaint(commitment: Commitment, view: ViewContext): string[] {
  const { complaint } = commitment;
  if (complaint === null) return [];
  const about = complaint.about === null ? null : view.commitmentOf(complaint.about);
  const talk = isOpen(commitment) ? view.belongingTo(commitment.uid).find(isOpenTalk) : undefined;
  const facts: [string, string | null][] = [
    ['about', about && printable(`${about.number} ${about.title} (${about.state})`)],
    ['so far', sayProgress(commitment)],
    ['speak', saySpeak(commitment, talk, view)],
    ['topic', commitment.topic === null ? null : printable(commitment.topic)],
  ];
  return [
    ...facts.flatMap(([label, value]) => (value ? labelled(label, value, view) : [])),
    ...PARTS.flatMap((part) => showPart(commitment, part, view)),
  ];
}

/** When we speak again: as it was promised, else as long after the last word as updates are owed; null if it is for them to answer. */
function saySpeak(complaint: Commitment, talk: Commitment | undefined, view: ViewContext): string | null {
  if (talk?.due) return `${sayFully(talk.due, view)} (${talk.number})`;
  if (!isOpen(complaint) || !needsWord(complaint)) return null;
  const at = nextWordOn(complaint, null, view);
  const when = sayFully({ at, zone: view.calendar.zone, grain: 'time' }, view);
  return `by ${when} (no time is promised)`;
}

/** The label of each part, which has to fit its column. */
const LABELS: Readonly<Record<Part, string>> = {
  affected: 'affects',
  facts: 'facts',
  conclusions: 'we think',
  remedy: 'remedy',
  prevention: 'prevent',
};

/** What is there of one part of a resolution; no lines if there is nothing. Safe to print. */
export function showPart(commitment: Commitment, part: Part, view: ViewContext): string[] {
  return sayPart(commitment, part, view).flatMap((text, index) =>
    labelled(index === 0 ? LABELS[part] : '', printable(text), view),
  );
}

function sayPart({ uid, complaint }: Commitment, part: Part, view: ViewContext): string[] {
  if (complaint === null) return [];
  switch (part) {
    case 'affected':
      return partsOf(complaint, 'affected').map(({ text, neededBy }) =>
        [text ? asRunningText(text) : '', neededBy ? `needed by ${sayDate(neededBy, view)}` : '']
          .filter(Boolean)
          .join('; '),
      );
    case 'facts':
      return partsOf(complaint, 'fact').map(({ text, link }) =>
        [asRunningText(text), link].filter(Boolean).join(' \u2192 '),
      );
    case 'conclusions': {
      const cause = partsOf(complaint, 'cause').at(-1);
      return [
        ...partsOf(complaint, 'conclusion').map(({ text }) => asRunningText(text)),
        ...(cause ? [CAUSE_WORDS[cause.cause]] : []),
      ];
    }
    case 'remedy':
    case 'prevention': {
      const measures = measuresOf(complaint).filter(
        (measure) => measure.part === part && measure.standing !== 'replaced',
      );
      const belonging = view.belongingTo(uid);
      const added = addedSincePut(complaint);
      return numbered(measures).map(([number, measure]) => {
        const opened = openedBy(measure, belonging);
        return `${number}${sayMeasure(measure, view)}${added.includes(measure) ? ADDED : STANDING_WORDS[measure.standing]}${
          opened ? ` \u2192 ${opened.number} (${opened.state})` : ''
        }`;
      });
    }
  }
}

/** Those that a yes would approve have a number, by which they can be chosen. */
function numbered(measures: readonly Measure[]): (readonly [string, Measure])[] {
  let next = 1;
  return measures.map((measure) => {
    return [isUnanswered(measure) ? `${next++}. ` : '', measure] as const;
  });
}

const ADDED = ' (added since it was put to them)';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  proposed: '',
  put: '',
  approved: ' (approved)',
  refused: ' (refused)',
  'not-chosen': ' (not chosen)',
  replaced: '',
};

/** Whether something was said of a part. */
export function standsIn({ complaint }: Commitment, part: Part): boolean {
  return complaint?.parts.some((each) => partOf(each) === part) ?? false;
}

function partOf({ part }: ResolutionPart): Part {
  switch (part) {
    case 'fact':
      return 'facts';
    case 'conclusion':
    case 'cause':
      return 'conclusions';
    default:
      return part;
  }
}
