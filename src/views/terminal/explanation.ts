import type { Displacement } from '../../domain/planning/chance.ts';
import type { Explanation } from '../../domain/planning/explanation.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded, sayRoundHours, sayShare } from '../words/amount.ts';
import { sayRecord } from '../words/forecast.ts';
import { sayDate } from '../words/time.ts';
import { type Column, TITLE } from './columns.ts';
import { describeTitle } from './commitment.ts';
import { labelled } from './labelled.ts';
import { showProposal } from './proposal.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const TRIED: readonly Column[] = [
  { heading: 'No', align: 'right' },
  TITLE,
  { heading: 'Date', shrinks: true, least: 11, keepsWords: true, leaves: 2 },
  { heading: 'Chance', align: 'right', leaves: 1 },
  { heading: 'With it', align: 'right' },
  { heading: '' },
];

/** The date that a commitment could have, and how it was found. */
export async function showExplanation(explanation: Explanation, view: ViewContext): Promise<string> {
  const { commitment, proposal } = explanation;
  return [
    ...describeTitle(commitment, view),
    ...showProposal(proposal, view),
    '',
    await showArithmetic(explanation, view),
  ].join('\n');
}

/** Everything that went into the date. */
async function showArithmetic(explanation: Explanation, view: ViewContext): Promise<string> {
  const { proposal, tried, place, days, effort, hoursPerDay, learntFrom } = explanation;
  const { style, width } = view;
  const { confidence, hours } = proposal.reckoning;
  const rows = tried.map((each, index) => triedRow(each, index === 0 && place > 1, confidence, view));
  const by = (values: readonly { probability: number; text: string }[]) =>
    values.map(({ probability, text }) => `${text} at ${sayShare(probability)}`).join(', ');
  return [
    ...[
      ['record', sayRecord(learntFrom)],
      [
        'effort',
        `${sayRoundHours(hours)} of work come to ${by(effort.map((each) => ({ ...each, text: sayRoundHours(each.hours) })))}.`,
      ],
      [
        'time',
        `As number ${place} in the queue it is done after ${by(days.map((each) => ({ ...each, text: `${rounded(each.count, 1)} working days` })))}.`,
      ],
      ['day', `${sayRoundHours(hoursPerDay)} of a working day go to commitments (work.focus).`],
    ].flatMap(([label = '', text = '']) => labelled(label, text, view)),
    ...(rows.length === 0
      ? ['', 'Nothing else has a date, so it comes first.']
      : [
          '',
          ...wrap(
            'Tried from the end of the queue, as long as no date that was given becomes too uncertain:',
            width,
          ),
          await renderTable(TRIED, rows, width, style.quiet),
        ]),
  ].join('\n');
}

/** One commitment that the new work was tried before: its chance without and with it, and what follows. */
function triedRow(
  { work, before, after }: Displacement,
  isAhead: boolean,
  confidence: number,
  view: ViewContext,
) {
  const { style } = view;
  const result = isAhead
    ? { text: 'comes first', style: style.late }
    : after >= confidence
      ? { text: 'can wait', style: style.fine }
      : { text: 'is lost anyway', style: style.quiet };
  return [
    { text: String(work.commitment.number) },
    { text: printable(work.commitment.title) },
    { text: sayDate(work.date, view) },
    { text: sayShare(before) },
    { text: sayShare(after) },
    result,
  ];
}
