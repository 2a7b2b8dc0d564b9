import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit, isAmountUnit, percentOf } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  type Grounds,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { furtherContracts, purchasesOf } from './purchases-of.ts';

/** ZC-02: a contract stays within its procurement budget. */
export const contractOverBudget = defineRule({
  meta: {
    id: 'ZC-02',
    name: 'contract-over-budget',
    title: { zh: '合同金额超采购预算', en: 'Contract above its budget' },
    group: 'procurement',
    scope: 'unit',
    needs: ['T15', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中政府采购合同与采购预算的勾稽关系（合同不超预算）',
      why: {
        zh: '合同超过采购预算，超出部分没有资金来源。',
        en: 'What a contract exceeds its budget by has no money behind it.',
      },
    },
    options: z.object({}),
    messages: {
      row: {
        zh: '「{name}」{contracts} {contract} {unit}，超过采购预算 {budget} {unit}，超 {difference} {unit}。',
        en: '"{name}": {contracts} {contract} against a budget of {budget} ({unit}), {difference} above it.',
        clears: {
          zh: '更正填错的金额；确属超预算的，补办 {difference} {unit}的预算调整手续。',
          en: 'Correct the amount that is wrong, or have the budget raised by {difference} ({unit}).',
        },
      },
      report: {
        zh: '报告称{year}年采购合同金额 {contract}，超过采购预算 {budget}，超 {difference}。',
        en: 'The report gives contracts of {contract} against a budget of {budget} for {year}, {difference} above it.',
        clears: {
          zh: '核对两个数；确属超预算的，在报告中写明追加预算的金额和文号。',
          en: 'Check both figures; if they stand, the report says by which document the budget was raised.',
        },
      },
    },
  },

  *check({ dossier }) {
    const purchases = purchasesOf(dossier);
    const further = furtherContracts(purchases);
    const others = new Set([...further.values()].flat());
    const verdicts = purchases.map((row) =>
      others.has(row) ? notApplicable : judgeRow(row, further.get(row) ?? []),
    );
    yield* verdicts;
    // The report sums up the table: what a row said is not said again.
    if (!verdicts.some(({ outcome }) => outcome === 'fail')) yield* judgeReport(dossier);
  },
});

/** @param further contracts on the same budget that stand on rows of their own */
function judgeRow(row: Row, further: readonly Row[]): Verdict {
  const { budget, projectName } = row.values;
  const contracts = [row, ...further].filter((one) => !isEmpty(one, 'contract'));
  // A budget of nothing is ZC-01.
  if (row.classified || budget === 0 || contracts.length === 0) return notApplicable;
  if (typeof budget !== 'number') return undecidable(row, 'budget');
  let contract = 0;
  for (const one of contracts) {
    const amount = amountOf(one, 'contract');
    if (amount === null) return undecidable(one, 'contract');
    contract += amount;
  }
  if (contract <= budget) return pass;
  const unit = unitOf(row, 'contract');
  const difference = inUnit(contract - budget, unit);
  const where = [...contracts.map((one) => placeOf(one, 'contract')), placeOf(row, 'budget')];
  const grounds: Grounds = {
    message: 'row',
    args: {
      contracts: contractsWords(contracts.length),
      name: excerpt(typeof projectName === 'string' ? projectName : ''),
      contract: inUnit(contract, unit),
      budget: inUnit(budget, unit),
      difference,
      unit,
    },
    value: inUnit(contract, unit),
    expected: inUnit(budget, unit),
    difference,
    atStake: contract - budget,
    trace: `${sumOf(contracts, 'contract')} ${inUnit(contract, unit)} ${minus} ${term(row, 'budget')} = ${difference} (${percentOf(contract, budget)})`,
  };
  return failAt(where, grounds, projectOf(row));
}

function contractsWords(count: number): Text {
  return count === 1
    ? { zh: '合同金额', en: 'a contract of' }
    : { zh: `${count} 份合同合计`, en: `${count} contracts, together` };
}

function* judgeReport(dossier: Dossier): Generator<Verdict> {
  const facts = factsOf(dossier);
  for (const contract of factsAbout(facts, 'procurementContract')) {
    const budgets = factsAbout(facts, 'procurementBudget', contract.year).filter(({ fen }) => (fen ?? 0) > 0);
    const budget = budgets[0];
    if (budget === undefined || budgets.length > 1 || contract.fen === null) {
      yield notApplicable;
      continue;
    }
    const over = contract.fen - (budget.fen ?? 0);
    if (over <= 0) {
      yield pass;
      continue;
    }
    yield failAt(
      [contract, budget].map(({ row }) => placeOf(row, 'value')),
      {
        message: 'report',
        args: {
          year: contract.year,
          contract: factFigure(contract),
          budget: factFigure(budget),
          difference: inUnitOf(contract, over),
        },
        measure: `T19 ${contract.year}`,
        value: factFigure(contract),
        expected: factFigure(budget),
        difference: inUnitOf(contract, over),
        atStake: over,
        trace: `${factTerm(contract)} ${minus} ${factTerm(budget)} = ${inUnitOf(contract, over)}`,
      },
    );
  }
}

function inUnitOf({ unit }: Fact, fen: number): string {
  return isAmountUnit(unit) ? `${inUnit(fen, unit)} ${unit}` : `${inUnit(fen, '元')} 元`;
}
