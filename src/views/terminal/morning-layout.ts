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
 * then groups become one line, the least urgent first. It is longer only if even that does not fit.
 */
export function layOut(morning: Morning, height: number): string[] {
  for (const isAiry of [true, false]) {
    for (const work of isAiry ? [morning.work.full, morning.work.brief] : [morning.work.brief]) {
      const lines = arrange(morning, work, isAiry, height, morning.groups.length);
      if (lines) return lines;
    }
  }
  for (let whole = morning.groups.length - 1; ; whole--) {
    const lines = arrange(
      morning,
      morning.work.brief,
      false,
      whole > 0 ? height : Number.POSITIVE_INFINITY,
      whole,
    );
    if (lines) return lines;
  }
}

/** The morning with entries in the first `whole` groups; null if there is no room for one entry in each of them. */
function arrange(
  { top, groups, questions, last }: Morning,
  work: readonly string[],
  isAiry: boolean,
  height: number,
  whole: number,
): string[] | null {
  const blank = isAiry ? [''] : [];
  const below = [
    ...blank,
    ...(isAiry ? [questions.heading] : []),
    ...questions.lines,
    ...(work.length > 1 ? [...blank, ...work] : work),
    ...(last.length > 0 ? [...blank, ...last] : []),
  ];
  const collapsed = groups.slice(whole).map(({ inOneLine }) => inOneLine);
  const room =
    height - top(true).length - below.length - collapsed.length - (collapsed.length > 0 ? blank.length : 0);
  const counts = shareOut(groups.slice(0, whole), room, blank.length + 1);
  if (!counts) return null;
  const shown = groups
    .slice(0, whole)
    .flatMap((group, index) => [
      ...blank,
      group.heading(counts[index] ?? 0),
      ...group.first(counts[index] ?? 0).flat(),
    ]);
  const isCut = whole < groups.length || groups.some(({ size }, index) => (counts[index] ?? 0) < size);
  return [...top(isCut), ...shown, ...(collapsed.length > 0 ? [...blank, ...collapsed] : []), ...below];
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
