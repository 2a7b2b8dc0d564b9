import type { AnnexLine } from '../../pipeline/model/report.ts';
import { absent, type Labels } from '../labels.ts';
import { rawCell } from '../variance-workbook/cells.ts';
import type { CellPlan } from '../variance-workbook/sheet-plan.ts';
import type { Tone } from '../variance-workbook/styles.ts';

/** A figure as a number where it is a plain one, else as it was written. */
export function figureCell(figure: string | null): CellPlan {
  if (figure === null) return { value: absent, style: 'raw' };
  return /^-?\d{1,9}$/.test(figure) ? { value: Number(figure), style: 'count' } : rawCell(figure);
}

/** A verdict by shape, word and colour. */
export function verdictCell(verdict: AnnexLine['verdict'], labels: Labels): CellPlan {
  const { shape, tone } = verdictLooks[verdict];
  return { value: `${shape} ${labels.annex.verdict[verdict]}`, style: `state.${tone}` };
}

/** Shape and tone of each verdict, the gravest first. */
export const verdictLooks = {
  differs: { shape: '■', tone: 'red' },
  rounding: { shape: '◆', tone: 'blue' },
  noTable: { shape: '▲', tone: 'yellow' },
  notMentioned: { shape: '○', tone: 'grey' },
  agrees: { shape: '●', tone: 'green' },
} as const satisfies Record<AnnexLine['verdict'], { readonly shape: string; readonly tone: Tone }>;

/** The verdicts in the order in which a reader wants them. */
export const verdictOrder = Object.keys(verdictLooks) as readonly AnnexLine['verdict'][]; // the keys of a literal
