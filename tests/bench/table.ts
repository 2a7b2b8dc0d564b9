import type { BenchRow } from './read.ts';

/** The table as Markdown: measure, figure, goal, whether it is met, and what stands behind the figure. */
export function tableOf(rows: readonly BenchRow[]): string {
  const lines = [
    ['measure', 'figure', 'goal', 'met', 'beside it'],
    ['---', '---', '---', '---', '---'],
    ...rows.map((row) => [row.measure, row.figure, row.goal, met(row), row.note]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Whether a figure meets its goal; empty where one of them is missing. */
export function met({ figure, goal }: Pick<BenchRow, 'figure' | 'goal'>): 'yes' | 'no' | '' {
  const [, relation, limit] = /^([≤≥]) ([\d.]+)/.exec(goal) ?? [];
  const reached = Number.parseFloat(figure);
  if (relation === undefined || limit === undefined || Number.isNaN(reached)) return '';
  return (relation === '≤' ? reached <= Number(limit) : reached >= Number(limit)) ? 'yes' : 'no';
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
