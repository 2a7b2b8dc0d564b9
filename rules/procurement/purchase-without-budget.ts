import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus } from '../../pipeline/model/trace.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { furtherContracts, purchasesOf } from './purchases-of.ts';

/** ZC-01: no contract without a procurement budget. */
export const purchaseWithoutBudget = defineRule({
  meta: {
    id: 'ZC-01',
    name: 'purchase-without-budget',
    title: { zh: '无预算采购', en: 'Purchase without a budget' },
    group: 'procurement',
    scope: 'unit',
    needs: ['T15', 'T19'],
    severity: 'error',
    basis: {
      source: '政府采购预算管理的通行做法（无预算不得采购）；年度绩效管理自评报告复核中发现的问题',
      why: {
        zh: '政府采购应当先有预算；没有预算的合同，资金来源和程序都无从核对。',
        en: 'Procurement begins with a budget; without one neither the money nor the procedure can be checked.',
      },
    },
    options: z.object({}),
    messages: {
      row: {
        zh: '「{name}」采购预算为 0，合同金额 {contract} {unit}。',
        en: '"{name}" has a procurement budget of 0 and a contract of {contract} ({unit}).',
        clears: {
          zh: '补填批复的采购预算；确无预算的，补办预算调整手续（{contract} {unit}）。',
          en: 'Enter the approved budget; if there is none, have it approved ({contract} {unit}).',
        },
      },
      report: {
        zh: '报告称{year}年政府采购预算为 0，采购合同金额 {contract}。',
        en: 'The report gives a procurement budget of 0 for {year} and contracts of {contract}.',
        clears: {
          zh: '核对采购预算数；确有年中追加的，在报告中写明追加金额和文号。',
          en: 'Check the budget; if it was raised during the year, the report says by how much and by which document.',
        },
      },
    },
  },

  *check({ dossier }) {
    const purchases = purchasesOf(dossier);
    // What is bought on the budget of another row is judged there, by ZC-02.
    const further = new Set([...furtherContracts(purchases).values()].flat());
    const verdicts = purchases.map((row) => (further.has(row) ? notApplicable : judgeRow(row)));
    yield* verdicts;
    // The report sums up the table: what a row said is not said again.
    if (!verdicts.some(({ outcome }) => outcome === 'fail')) yield* judgeReport(dossier);
  },
});

function judgeRow(row: Row): Verdict {
  const { budget, contract, projectName } = row.values;
  if (row.classified) return notApplicable;
  if (typeof contract !== 'number')
    return isEmpty(row, 'contract') ? notApplicable : undecidable(row, 'contract');
  if (typeof budget !== 'number') return undecidable(row, 'budget');
  if (budget !== 0 || contract <= 0) return pass;
  const unit = unitOf(row, 'contract');
  return fail(row, ['budget', 'contract'], {
    message: 'row',
    args: {
      name: excerpt(typeof projectName === 'string' ? projectName : ''),
      contract: inUnit(contract, unit),
      unit,
    },
    value: inUnit(contract, unit),
    expected: inUnit(0, unit),
    atStake: contract,
  });
}

function* judgeReport(dossier: Dossier): Generator<Verdict> {
  const facts = factsOf(dossier);
  const years = new Set(factsAbout(facts, 'procurementBudget').map(({ year }) => year));
  for (const year of years) {
    const budget = factsAbout(facts, 'procurementBudget', year).find((fact) => figureOf(fact) === 0);
    const contract = factsAbout(facts, 'procurementContract', year).find(({ fen }) => fen !== null);
    if (contract === undefined) {
      yield notApplicable;
      continue;
    }
    if (budget === undefined || contract.fen === 0) {
      yield pass;
      continue;
    }
    yield failAt(
      [budget, contract].map(({ row }) => placeOf(row, 'value')),
      {
        message: 'report',
        args: { year, contract: factFigure(contract) },
        measure: `T19 ${year}`,
        value: factFigure(contract),
        expected: factFigure(budget),
        atStake: contract.fen ?? 0,
        trace: `${factTerm(contract)} ${minus} ${factTerm(budget)}`,
      },
    );
  }
}
