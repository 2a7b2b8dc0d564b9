import { z } from 'zod';
import { type BudgetBalance, budgetBalances, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { classOfWords } from '../../pipeline/model/class-of-words.ts';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import { type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { baseOf } from './judge-identity.ts';

/**
 * BUD-10: one project is not larger than the whole of its functional class, or than all expenditure. Of several budgets
 * (收支总表 and 财政拨款收支总表) the largest is that of the whole unit.
 */
export const projectExceedsClass = defineRule({
  meta: {
    id: 'BUD-10',
    name: 'project-exceeds-class',
    title: { zh: '单项目超过所属功能类或总额', en: 'Project larger than its functional class' },
    group: 'budget',
    scope: 'unit',
    needs: ['T13'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核（单个项目支出大于所属农林水支出预算）',
      why: {
        zh: '单个项目大于所属科目年初预算，说明年中有追加，应有追加文件。',
        en: 'A project larger than its class in the budget was added to in the year, which takes a document.',
      },
    },
    options: z.object({}),
    messages: {
      exceeds: {
        zh: '「{project}」预算 {budget} {unit}，大于{class}预算 {whole} {unit}，请附追加文件。',
        en: '"{project}" has a budget of {budget}, more than the {whole} ({unit}) of its class or of all expenditure.',
        clears: {
          zh: '附追加预算的文件，或核对项目的功能科目与{class}预算（差 {excess} {unit}）。',
          en: 'Attach the document that added to it, or check class and budget ({excess} {unit} apart).',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const [balance] = budgetBalances(dossier.submissions, period)
      .filter(({ year, basis }) => year === yearOf(period) && basis !== 'final')
      .toSorted((one, other) => wholeOf(other) - wholeOf(one));
    const rows = projectRows(dossier, 'T01');
    if (balance === undefined || rows.length === 0) {
      yield notApplicable;
      return;
    }
    const unknown = unknownAmountUnit(
      dossier.submissions.filter(({ template }) => template.id === 'T01' || template.id === 'T13'),
    );
    if (unknown !== null) {
      yield undecidableAt(unknown, 'blank');
      return;
    }
    const { expenditure } = balance;
    const total = baseOf(expenditure)?.row ?? null;
    for (const row of rows) {
      const own = classOfWords(String(row.values.functionClass ?? ''));
      const line =
        own === undefined
          ? undefined
          : expenditure.items.find((item) => classOfWords(nameOfItem(item))?.code === own.code);
      yield judge(row, line ?? total, period);
    }
  },
});

function wholeOf({ expenditure }: BudgetBalance): Fen {
  return baseOf(expenditure)?.fen ?? 0;
}

function judge(row: Row, line: Row | null, period: string): Verdict {
  if (row.classified || line === null) return notApplicable;
  const { budget } = spendingOf(row, period);
  const field = budget.fields[0];
  if (budget.fen === null) return undecidable(row, field);
  const whole = amountOf(line, 'amount');
  if (whole === null) return undecidable(line, 'amount');
  // A class given to two decimals may hide half a last digit, as may the project.
  if (budget.fen - whole <= roundingTolerance(1, whole, unitOf(line, 'amount'))) return pass;
  const unit = unitOf(row, field);
  const excess = inUnit(budget.fen - whole, unit);
  return failAt(
    [placeOf(row, field), placeOf(line, 'amount')],
    {
      message: 'exceeds',
      args: {
        project: projectOf(row)?.name ?? '',
        class: nameOfItem(line),
        budget: inUnit(budget.fen, unit),
        whole: inUnit(whole, unit),
        excess,
        unit,
      },
      value: inUnit(budget.fen, unit),
      expected: `≤ ${inUnit(whole, unit)}`,
      difference: excess,
      atStake: budget.fen - whole,
      trace: `${term(row, field)} > ${term(line, 'amount')}`,
    },
    projectOf(row),
  );
}
