import type { Calibration, ChanceBand } from '../../domain/statistics/offered-dates.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayPercent, sayShareWithBounds } from '../words/statistics.ts';
import { alignOrWrap } from './columns.ts';
import { figureLine } from './figure-lines.ts';

const INDENT = '  ';
const BAR = 20;

/** What was thought of computed dates and what came true, in a line. */
export function showCalibration({ kept, said, brier }: Calibration, view: ViewContext): string[] {
  if (said === null || brier === null) {
    return figureLine('offers', 'no computed date has come due yet: followup offer ID', view);
  }
  const score = `Brier score ${rounded(brier, 3)}`;
  return figureLine('offers', `said ${sayPercent(said)}; kept ${sayShareWithBounds(kept)}; ${score}`, view);
}

/** The same by chance: `#` came true, `|` is what was said. */
export function showBands({ bands }: Calibration, { width, style }: ViewContext): string[] {
  const rows = bands.map((band) => [
    { text: `${Math.round(100 * band.from)} to ${Math.round(100 * band.to)}%` },
    { text: barOf(band) },
    { text: `said ${sayPercent(band.said)}` },
    { text: `kept ${sayShareWithBounds(band.kept)}` },
  ]);
  if (rows.length === 0) return [];
  return [
    ...alignOrWrap([{}, {}, {}, {}], rows, width - INDENT.length, INDENT).map((line) => INDENT + line),
    style.quiet(`${INDENT}# kept  | said`),
    style.quiet(`${INDENT}Brier score: 0 is perfect; 0.25 is what saying 50% each time gets`),
  ];
}

function barOf({ said, kept: { count, of } }: ChanceBand): string {
  const kept = Math.round((count / of) * BAR);
  const mark = Math.min(BAR - 1, Math.round(said * BAR));
  return Array.from({ length: BAR }, (_, index) => (index === mark ? '|' : index < kept ? '#' : '.')).join(
    '',
  );
}
