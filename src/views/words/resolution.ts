import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { type Commitment, openMeasures } from '../../domain/streams/commitment.ts';
import {
  addedSincePut,
  type Complaint,
  hasResolution,
  measuresOf,
  partsOf,
  proposedMeasures,
  type ResolutionPart,
} from '../../domain/streams/complaint.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { ordinal } from './ordinal.ts';
import { asBeginning, asRunningText } from './running-text.ts';
import { sayMeasure } from './story-of-complaint.ts';

/** How far a complaint has come, in a few words: "no remedy yet", "approved by Dana Lee". Safe to print. */
export function sayProgress({ state, approval, complaint }: Commitment): string {
  if (complaint === null) return '';
  const { loops, withoutApproval } = complaint;
  const loop = loops === 0 ? '' : `, refused ${sayTimes(loops)}`;
  switch (state) {
    case 'offered':
      return `${sayPut(complaint)}, no answer yet`;
    case 'agreed':
      return approval ? `the resolution is approved by ${printable(approval.by)}${sayRefusals(loops)}` : '';
    case 'done':
    case 'accepted':
      return withoutApproval === null
        ? `resolved${approval ? `, approved by ${printable(approval.by)}${sayRefusals(loops)}` : ''}`
        : `closed without their approval, because: ${printable(asRunningText(withoutApproval))}`;
    case 'dropped':
      return approval
        ? `dropped, though ${printable(approval.by)} had approved the resolution`
        : 'not agreed, dropped';
    default:
      return `${sayMissing(complaint)}${loop}`;
  }
}

/** Which resolution is put to them, and whether it is all of it. */
function sayPut(complaint: Complaint): string {
  const { loops } = complaint;
  // What they have approved before is put to them again with what became known since.
  const isAgain = measuresOf(complaint).some(({ standing }) => standing === 'approved');
  const which = loops === 0 || isAgain ? '' : `${ordinal(loops + 1)} `;
  const rest = addedSincePut(complaint).length > 0 ? ', without what was added since' : '';
  return `the ${which}resolution is put to them${isAgain ? ' again' : ''}${rest}`;
}

/** What of the resolution is missing next. */
function sayMissing(complaint: Complaint): string {
  if (hasResolution(complaint)) return 'a resolution is ready to put to them';
  if (partsOf(complaint, 'fact').length === 0) return 'no facts yet';
  return 'no remedy yet';
}

/** How often they had refused before. */
function sayRefusals(loops: number): string {
  if (loops === 0) return '';
  return `, after ${loops === 1 ? 'one refusal' : `${loops} refusals`}`;
}

function sayTimes(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** What was approved of a complaint that ended, and is not done, as a sentence; none if nothing is. */
export function remarkOnRest({ uid, number, closedAt, complaint }: Commitment, view: ViewContext): string[] {
  if (complaint === null || closedAt === null) return [];
  const open = openMeasures(view.belongingTo(uid));
  if (open.length === 0) return [];
  const which = open.map((each) => `${each.number} ${printable(asBeginning(each.title))}`).join('; ');
  return [`Of what was approved in ${number}, this is still open: ${which}`];
}

/** What to think of after something was added to a resolution, as sentences. */
export function remarksOnResolution(before: Commitment, after: Commitment): string[] {
  const { number, complaint, approval } = before;
  if (complaint === null || after.complaint === null) return [];
  const added = after.complaint.parts.slice(complaint.parts.length);
  const has = (parts: readonly ResolutionPart[], ...kinds: ResolutionPart['part'][]) =>
    parts.some(({ part }) => kinds.includes(part));
  const isLateFact = has(added, 'fact') && has(complaint.parts, 'conclusion', 'cause', 'remedy');
  const unclear = measuresOf({ parts: added }).find(({ side, due }) => side === null || due === null);
  return [
    ...(isLateFact ? ['These facts came after what you made of them: does that still hold?'] : []),
    ...(has(added, 'remedy') && !has(after.complaint.parts, 'fact')
      ? [`No fact is recorded yet. What is so, and how do you know? followup resolve ${number} --fact TEXT`]
      : []),
    ...(unclear
      ? [
          `Nothing is opened for "${printable(asBeginning(unclear.text))}" when it is approved: it does not say ${
            unclear.side === null ? 'whose it is ("ours: ...", "theirs: ...")' : 'by when ("... by friday")'
          }.`,
        ]
      : []),
    ...(added.length > 0 && approval
      ? [
          `${printable(approval.by)} had approved it without this: tell them, and ask again. Then: followup offer ${number}`,
        ]
      : []),
    ...(before.state === 'offered' &&
    hasResolution(complaint) &&
    added.some((part) => !('id' in part && part.standing === 'put'))
      ? [`What was put to them did not have this. Once you have told them: followup offer ${number}`]
      : []),
  ];
}

/** What is proposed for a time that has passed, as sentences. */
export function remarksOnPassed({ number, complaint }: Commitment, view: ViewContext): string[] {
  const passed = complaint ? proposedMeasures(complaint).filter(({ due }) => due && due.at < view.now) : [];
  return passed.map((measure) => {
    const { part, side, text } = measure;
    const again = quoteForShell(`${side === null ? '' : `${side}: `}${text} by DATE`);
    return `The date of this has passed: ${printable(sayMeasure(measure, view))}. Say it again with another one: followup resolve ${number} --${part} ${again}`;
  });
}
