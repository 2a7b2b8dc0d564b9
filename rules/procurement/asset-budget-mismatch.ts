import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { purchasesOf } from './purchases-of.ts';

/** ZC-03: assets are bought out of a budget for new assets. */
export const assetBudgetMismatch = defineRule({
  meta: {
    id: 'ZC-03',
    name: 'asset-budget-mismatch',
    title: { zh: '新增资产预算与购置不符', en: 'Assets bought without a budget for them' },
    group: 'procurement',
    scope: 'unit',
    needs: ['T15', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告复核中发现的问题（新增资产预算为 0，当年有资产购置）',
      why: {
        zh: '购置资产应纳入新增资产预算；预算为 0 而有购置，两处说法矛盾。',
        en: 'Assets are bought out of the budget for new assets; a budget of nothing contradicts a purchase.',
      },
    },
    options: z.object({}),
    messages: {
      row: {
        zh: '「{name}」新增资产预算为 0，实际购置 {bought} {unit}。',
        en: '"{name}" was bought for {bought} ({unit}) on a budget for new assets of 0.',
        clears: {
          zh: '补办 {bought} {unit}的预算调整；已有批复的，补填新增资产预算。',
          en: 'Have the budget adjusted by {bought} ({unit}), or enter the one that was approved.',
        },
      },
      report: {
        zh: '报告称{year}年新增资产预算为 0，实际购置资产 {bought}。',
        en: 'The report gives a budget for new assets of 0 for {year}, and assets bought for {bought}.',
        clears: {
          zh: '补办 {bought}的预算调整；年中已追加的，在报告中写明追加金额和文号。',
          en: 'Have the budget adjusted by {bought}; if it was raised, the report says by which document.',
        },
      },
    },
  },

  *check({ dossier }) {
    const verdicts = purchasesOf(dossier).map(judgeRow);
    yield* verdicts;
    // The report sums up the table: what a row said is not said again.
    if (!verdicts.some(({ outcome }) => outcome === 'fail')) yield* judgeReport(dossier);
  },
});

function judgeRow(row: Row): Verdict {
  const { newAssetBudget, contract, projectName } = row.values;
  if (row.classified || !row.source.columns.has('newAssetBudget') || !isAsset(row)) return notApplicable;
  if (typeof contract !== 'number')
    return isEmpty(row, 'contract') ? notApplicable : undecidable(row, 'contract');
  if (typeof newAssetBudget !== 'number') return undecidable(row, 'newAssetBudget');
  if (newAssetBudget !== 0 || contract <= 0) return pass;
  const unit = unitOf(row, 'contract');
  return fail(row, ['newAssetBudget', 'contract'], {
    message: 'row',
    args: {
      name: excerpt(typeof projectName === 'string' ? projectName : ''),
      bought: inUnit(contract, unit),
      unit,
    },
    value: inUnit(contract, unit),
    expected: inUnit(0, unit),
    atStake: contract,
    trace: `${term(row, 'contract')} ${minus} ${term(row, 'newAssetBudget')}`,
  });
}

/**
 * Goods that enter the accounts as assets: equipment and furniture by the procurement catalogue (A02, A05), or by words
 * that do not speak of what is done to them or used up in them.
 */
function isAsset(row: Row): boolean {
  const text = [row.values.category, row.values.projectName].map((one) =>
    typeof one === 'string' ? foldText(one) : '',
  );
  if (/^[BC]\d/.test(text[0] ?? '')) return false;
  if (/^A0[125]/.test(text[0] ?? '')) return true;
  const words = text.join(' ');
  return (
    !/维修|维护|维保|保养|运维|租赁|租用|保险|服务|检测|耗材|硒鼓|墨盒|配件|安装/.test(words) &&
    /设备|计算机|电脑|服务器|打印机|复印机|扫描仪|投影仪|音响|摄像机|照相机|显示屏|电视机|空调|家具|桌椅|车辆|汽车/.test(
      words,
    )
  );
}

function* judgeReport(dossier: Dossier): Generator<Verdict> {
  const facts = factsOf(dossier);
  for (const bought of factsAbout(facts, 'assetsPurchased')) {
    const budget = factsAbout(facts, 'newAssetsBudget', bought.year)[0];
    if (budget === undefined || bought.fen === null || figureOf(budget) === null) {
      yield notApplicable;
      continue;
    }
    if (figureOf(budget) !== 0 || bought.fen <= 0) {
      yield pass;
      continue;
    }
    yield failAt(
      [budget, bought].map(({ row }) => placeOf(row, 'value')),
      {
        message: 'report',
        args: { year: bought.year, bought: factFigure(bought) },
        measure: `T19 ${bought.year}`,
        value: factFigure(bought),
        expected: factFigure(budget),
        atStake: bought.fen,
        trace: `${factTerm(bought)} ${minus} ${factTerm(budget)}`,
      },
    );
  }
}
