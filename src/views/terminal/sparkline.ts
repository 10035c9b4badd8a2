const STEPS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const NOTHING = '·';

/** Shares (0 to 1) as a line of little bars, one column each; null, where there is no share, is a dot. */
export function sparkline(shares: readonly (number | null)[]): string {
  return shares
    .map((share) => (share === null ? NOTHING : STEPS[Math.round(share * (STEPS.length - 1))]))
    .join('');
}
