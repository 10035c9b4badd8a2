/** A group of entries that can be shortened. */
export interface ShortenableGroup {
  readonly size: number;
  /** Its first `count` entries, each with its lines. */
  readonly first: (count: number) => readonly (readonly string[])[];
  readonly heading: (shown: number) => string;
  readonly inOneLine: string;
}

/** The parts of the morning, from the top; each is lines that fit the width. */
export interface Morning {
  readonly top: (isCut: boolean) => readonly string[];
  readonly groups: readonly ShortenableGroup[];
  readonly questions: { readonly heading: string; readonly lines: readonly string[] };
  /** In full, and in one line; both empty if there is none. */
  readonly work: { readonly full: readonly string[]; readonly brief: readonly string[] };
  readonly last: readonly string[];
}

/**
 * Lays the morning out in at most `height` lines. Entries are shared out among the groups, worst first, at least one
 * a group. When that is too much, the work shrinks to a line; then blank lines and the heading of the questions go;
 * then groups become one line, the least urgent first. Where that shows every entry, they go before an entry does.
 * The morning is longer than `height` only if even that does not fit.
 */
export function layOut(morning: Morning, height: number): string[] {
  const { work, groups } = morning;
  const layouts = [
    { work: work.full, isAiry: true },
    { work: work.brief, isAiry: true },
    { work: work.brief, isAiry: false },
  ].flatMap((layout) => arrange(morning, layout, height, groups.length) ?? []);
  const best = layouts.find(({ isCut }) => !isCut) ?? layouts[0];
  if (best) return best.lines();
  const dense = { work: work.brief, isAiry: false };
  for (let whole = groups.length - 1; whole > 0; whole--) {
    const arranged = arrange(morning, dense, height, whole);
    if (arranged) return arranged.lines();
  }
  return arrange(morning, dense, Number.POSITIVE_INFINITY, 0)?.lines() ?? [];
}

/** A way to arrange the morning. Its lines are made only if it is chosen. */
interface Arrangement {
  readonly lines: () => string[];
  /** Whether entries are left out. */
  readonly isCut: boolean;
}

/** The morning with entries in the first `whole` groups; null if there is no room for one entry in each of them. */
function arrange(
  { top, groups, questions, last }: Morning,
  { work, isAiry }: { readonly work: readonly string[]; readonly isAiry: boolean },
  height: number,
  whole: number,
): Arrangement | null {
  const blank = isAiry ? 1 : 0;
  const collapsed = groups.slice(whole).map(({ inOneLine }) => inOneLine);
  // The work stands apart if it has lines of its own.
  const [apart, beside] = work.length > 1 ? [work, []] : [[], work];
  const below = [
    collapsed,
    [...(isAiry ? [questions.heading] : []), ...questions.lines, ...beside],
    apart,
    last,
  ].filter((block) => block.length > 0);
  const around = below.reduce((sum, block) => sum + blank + block.length, top(true).length);
  const counts = shareOut(groups.slice(0, whole), height - around, blank + 1);
  if (!counts) return null;
  const isCut = whole < groups.length || groups.some(({ size }, index) => (counts[index] ?? 0) < size);
  const lines = () => {
    const shown = groups
      .slice(0, whole)
      .map((group, index) => [group.heading(counts[index] ?? 0), ...group.first(counts[index] ?? 0).flat()]);
    const blocks = [...shown, ...below];
    const used = blocks.reduce((sum, block) => sum + block.length, top(isCut).length);
    // Without a blank line before each block, those that there is still room for, from the top.
    const blanks = isAiry ? blocks.length : Math.max(0, height - used);
    return [...top(isCut), ...blocks.flatMap((block, index) => [...(index < blanks ? [''] : []), ...block])];
  };
  return { lines, isCut };
}

/**
 * How many entries each group shows: one each, then one more in turn, worst first, as long as there is room. Null if
 * there is no room for one each. A group takes `around` lines besides its entries.
 */
function shareOut(groups: readonly ShortenableGroup[], room: number, around: number): number[] | null {
  // No more entries than lines can be shown, and laying out thousands would take long.
  const sizes = groups.map(({ size, first }) =>
    first(Math.min(size, Math.max(1, room))).map((lines) => lines.length),
  );
  const counts = groups.map(() => 1);
  let left = room - sizes.reduce((sum, [firstSize = 0]) => sum + around + firstSize, 0);
  if (left < 0) return null;
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const [index, entries] of sizes.entries()) {
      const next = entries[counts[index] ?? 0];
      if (next === undefined || next > left) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      left -= next;
      isMore = true;
    }
  }
  return counts;
}
