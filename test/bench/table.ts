import type { Findings } from './findings.ts';
import type { Result } from './measure/pairs.ts';
import type { Sample } from './measure/stopwatch.ts';

const HEAD = ['command', 'file', 'wall ms', 'added ms', 'ratio', 'CPU added', 'peak MB', 'pairs'];

/** The measurements as a table: a line for each command on each file. */
export function table({ results, import: imported, rebuild }: Findings): string {
  const rows = [...results].flatMap(([command, bySubject]) =>
    [...bySubject].map(([subject, result]) => [command, subject, ...cells(result)]),
  );
  return [
    align([HEAD, ...rows]),
    ...(imported
      ? ['', ...describeImport('import', imported.whole), ...describeImport('import of half', imported.half)]
      : []),
    ...(rebuild ? [`rebuild: ${rebuild.events} events in ${seconds(rebuild)}`] : []),
  ].join('\n');
}

function cells({ wall, addedWall, ratio, addedCpu, memory, pairs }: Result): string[] {
  return [ms(wall), ms(addedWall), ratio.toFixed(2), ms(addedCpu), memory?.toFixed(0) ?? '-', String(pairs)];
}

function describeImport(what: string, sample: Sample & { readonly commitments: number }): string[] {
  const perSecond = (sample.commitments / sample.wall) * 1000;
  return [
    `${what}: ${sample.commitments} commitments in ${seconds(sample)}, ${perSecond.toFixed(0)} a second`,
  ];
}

function seconds({ wall, cpu, memory }: Sample): string {
  const more =
    cpu === null || memory === null ? '' : ` (CPU ${(cpu / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB)`;
  return `${(wall / 1000).toFixed(1)} s${more}`;
}

function ms(value: number | null): string {
  return value === null ? '-' : value.toFixed(1);
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_head, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => line(row).join('  ')).join('\n');
}
