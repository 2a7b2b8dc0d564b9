import { z } from 'zod';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { type Fact, type FactBasis, factsOf } from '../../pipeline/model/facts.ts';
import { labelOf } from '../../pipeline/model/label.ts';
import { isMagnitudeJump } from '../../pipeline/model/magnitude.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { placeOf, unitOf } from '../../pipeline/model/submission.ts';
import {
  type ExpenseCell,
  type ExpenseColumn,
  type ExpenseItem,
  expenseColumns,
  expenseItemOf,
  expenseItems,
  type ThreePublic,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { threePublicExpenses } from '../../pipeline/templates/t09-three-public-expenses.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SG-09: what the report says of the three public expenses is what their table says. */
export const narrativeDiffers = defineRule({
  meta: {
    id: 'SG-09',
    name: 'narrative-differs',
    title: { zh: '“三公”经费文表不一致', en: 'Report and table differ' },
    group: 'three-public-expenses',
    scope: 'unit',
    needs: ['T09'],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（文字说明与表格一致）',
      why: {
        zh: '报告文字与“三公”经费表的数应当一致。',
        en: 'The text of a report and its table give one and the same figure.',
      },
    },
    options: z.object({
      tolerance: z.number().int().min(0).default(10_000).register(meaning, {
        unit: 'fen',
        zh: '文字与表格相差不超过此数的，视为四舍五入',
        en: 'differences between text and table up to it are rounding',
      }),
    }),
    messages: {
      differs: {
        zh: '报告称{written} {stated} {unit}（{year}年），“三公”经费表{item}{column}为 {shown} {unit}，相差 {difference} {unit}。',
        en: 'The report gives {stated} for {item} of {year}, the table {shown} ({column}, {unit}): a difference of {difference}.',
        clears: {
          zh: '核对{written}：将报告改为 {shown} {unit}，或更正“三公”经费表。',
          en: 'Change the report to {shown} ({unit}), or correct the table.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const tables = submissionsOf(dossier, threePublicExpenses);
    const expenses = tables.flatMap((table) => threePublicOf(table));
    const [only] = expenses;
    const facts = factsOf(dossier).flatMap((fact) => {
      const item = itemOf(fact);
      return item === null ? [] : [{ fact, item }];
    });
    if (only === undefined || expenses.length > 1 || facts.length === 0) {
      yield notApplicable;
      return;
    }
    const unknown = unknownAmountUnit(tables);
    for (const { fact, item } of facts) {
      yield unknown === null
        ? judge(only, fact, item, yearOf(period), options.tolerance)
        : undecidableAt(unknown, 'blank');
    }
  },
});

/** The item a claim is about; a change or share of one, or a total of something else, is none. */
function itemOf({ code, written }: Fact): ExpenseItem | null {
  if (code === 'threePublic') return 'total';
  const { key } = labelOf(written);
  if (code !== null || /率|比|增|减|升|降|节约|变动|人均|车均/.test(key)) return null;
  const name = key
    .replace(/^(?:本|当|上|去)年度?/, '')
    .replace(/(?:(?:年初|全年)?(?:预算|决算|执行|实际|支出)+数?)$/, '');
  const item = expenseItemOf(name);
  return item === 'total' && name !== '三公经费' ? null : item;
}

/** The basis a claim is on: its own column says, or else its name. */
function basisOf({ basis, written }: Fact): FactBasis | null {
  if (basis !== null) return basis;
  if (/预算/.test(written)) return 'budget';
  return /决算|执行|实际/.test(written) ? 'actual' : null;
}

function judge(
  expenses: ThreePublic,
  fact: Fact,
  item: ExpenseItem,
  year: number,
  tolerance: number,
): Verdict {
  const cells = columnsFor(fact, year).flatMap((column) => {
    const cell = expenses.cell(item, column);
    return cell === null || cell.fen === null ? [] : [{ column, cell, fen: cell.fen }];
  });
  if (cells.length === 0 || fact.number === null) return notApplicable;
  // A rate or a number of visits is no amount; without a unit it may be one.
  if (fact.fen === null) return fact.unit === '' ? undecidable(fact.row, 'valueUnit') : notApplicable;
  const stated = fact.fen;
  if (cells.some(({ fen }) => Math.abs(fen - stated) <= tolerance)) return pass;
  // Without a basis the claim may be about either figure.
  const [first, another] = cells;
  if (first === undefined || another !== undefined) return undecidable(fact.row, 'basis');
  if (isMagnitudeJump(first.fen, stated)) return notApplicable;
  return differs(fact, item, first.column, first.cell, stated - first.fen);
}

/** Final accounts and actual spending are one column of the table. */
function columnsFor(fact: Fact, year: number): readonly ExpenseColumn[] {
  const { year: about } = fact;
  const basis = basisOf(fact);
  const columns: readonly ExpenseColumn[] =
    about === year ? ['budget', 'actual'] : about === year - 1 ? ['lastBudget', 'lastActual'] : [];
  return basis === null ? columns : basis === 'budget' ? columns.slice(0, 1) : columns.slice(1);
}

function differs(
  fact: Fact,
  item: ExpenseItem,
  column: ExpenseColumn,
  { row, field, place }: ExpenseCell,
  difference: number,
): Verdict {
  const unit = unitOf(row, field);
  const stated = inUnit(fact.fen ?? 0, unit);
  const shown = inUnit((fact.fen ?? 0) - difference, unit);
  return failAt([placeOf(fact.row, 'value'), place], {
    message: 'differs',
    args: {
      written: fact.written,
      year: fact.year,
      item: expenseItems[item],
      column: expenseColumns[column],
      stated,
      shown,
      difference: inUnit(difference, unit),
      unit,
    },
    measure: `${item} ${column}`,
    value: stated,
    expected: shown,
    difference: inUnit(difference, unit),
    atStake: Math.abs(difference),
    trace: `${placeOf(fact.row, 'value').cell} ${stated} ${minus} ${term(row, field)} = ${inUnit(difference, unit)}`,
  });
}
