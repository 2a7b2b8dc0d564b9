import type { Bounds } from '../../pipeline/model/magnitude.ts';
import type { Fen } from '../../pipeline/model/money.ts';
import type { Period } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { amountOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';

/** An amount of a row; `falls`: may be much smaller than the others; `rises`: may be many times as large. */
export interface Amount {
  readonly fen: Fen;
  readonly field: string;
  readonly falls: boolean;
  readonly rises: boolean;
}

/** Rows whose amounts are of one size; lines of costs, accounts and the like are not compared. */
export function rowsOf({ template, tables, form }: Submission): readonly Row[] {
  if (template.id === 'T05') return [form];
  const isListed =
    template.id === 'T01' || template.id === 'T03' || amountsByTemplate[template.id] !== undefined;
  const [first, ...others] = isListed ? Object.values(tables) : [];
  return others.length === 0 ? (first?.rows ?? []) : Object.values(tables).flatMap((table) => table.rows);
}

/** What is known of the amounts of a row that should be of one size, the budget first; what is not above zero is left out. */
export function amountsIn(row: Row, { template }: Submission, period: Period): readonly Amount[] {
  const amounts: Amount[] = [];
  const add = (field: string, falls: boolean, fen: Fen | null, rises = false) => {
    if (fen !== null && fen > 0) amounts.push({ fen, field, falls, rises });
  };
  const listed = amountsByTemplate[template.id];
  if (listed !== undefined) {
    for (const field of listed.sizes) add(field, false, amountOf(row, field));
    for (const field of listed.falls) add(field, true, amountOf(row, field));
    for (const field of listed.varies ?? []) add(field, true, amountOf(row, field), true);
    return amounts;
  }
  const { budget, released, planned, spent } = spendingOf(row, period);
  add(budget.fields[0], false, budget.fen);
  add('initialBudget', false, amountOf(row, 'initialBudget'));
  add(released.fields[0], false, released.fen);
  add('planTotal', false, amountOf(row, 'planTotal'));
  add(planned.fields[0], true, planned.fen);
  add(spent.fields[0], true, spent.fen);
  return amounts;
}

/**
 * The budget first, then what should be of its size; `falls`: may be much smaller, as spending is; `varies`: may be much
 * larger as well, as fines of another year are.
 */
const amountsByTemplate: Readonly<
  Partial<
    Record<
      TemplateId,
      {
        readonly sizes: readonly string[];
        readonly falls: readonly string[];
        readonly varies?: readonly string[];
      }
    >
  >
> = {
  T05: { sizes: ['requested', 'suggested'], falls: [] },
  T06: { sizes: ['adjustedBudget', 'initialBudget'], falls: ['executed'] },
  T08: { sizes: ['arranged', 'need'], falls: ['spent'] },
  T10: { sizes: ['released'], falls: ['distributed', 'spent'] },
  T12: { sizes: ['plan'], falls: [], varies: ['collected', 'toTreasury', 'toSpecialAccount', 'lastActual'] },
  T13: { sizes: ['amount'], falls: ['basic', 'project'], varies: ['lastYear'] },
  T15: { sizes: ['budget'], falls: ['contract', 'paid'] },
  T16: { sizes: ['budget'], falls: ['spent'] },
  T17: { sizes: ['budget'], falls: ['spent'] },
};

/** From which to which factor two amounts are held to be in different units, and what else the rule asks. */
export interface JumpOptions extends Bounds {
  readonly largeBudget: Fen;
  readonly peers: number;
}
