import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { reasonOf, reasonText, turnOf } from '../../pipeline/model/explanation.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { inUnit, percentOf } from '../../pipeline/model/money.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-06: what the unit gives as the reason must not be refuted by the figures of its own row. */
export const explanationContradicted = defineRule({
  meta: {
    id: 'PRG-06',
    name: 'explanation-contradicted',
    title: { zh: '差异原因与数据矛盾', en: 'Reason contradicts the figures' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中差异原因的写法（资金未下达、未全部下达、未支出）与台账的对照',
      why: {
        zh: '“资金未下达”是财政端的事，“未支出”是单位的事；与下达数、支出数对不上的原因会把责任指错。',
        en: 'Money not released is the finance side’s turn, money not spent the unit’s; a reason the figures refute points at the wrong one.',
      },
    },
    options: z.object({}),
    messages: {
      released: {
        zh: '差异原因为“{words}”，但已下达 {released} {unit}，预算 {budget} {unit}（下达率 {rate}）。',
        en: 'The reason is "{words}", yet {released} of a budget of {budget} ({unit}) is released ({rate}).',
        clears: {
          zh: '核对已下达数；确已全部下达的，改写差异原因，说明未支出的实际情况和预计支出时间。',
          en: 'Check what was released; if all of it was, give the real reason and the expected date.',
        },
      },
      nothingReleased: {
        zh: '差异原因为“{words}”，但已下达数为 {released} {unit}，预算 {budget} {unit}一分未下达。',
        en: 'The reason is "{words}", yet {released} of a budget of {budget} ({unit}) is released: nothing at all.',
        clears: {
          zh: '核对已下达数；确未下达的，将原因改为“资金未下达”，由财政端（或主管部门）下达。',
          en: 'Check what was released; if nothing was, give "allotment not released" as the reason.',
        },
      },
      spent: {
        zh: '差异原因为“{words}”，但截至本月累计支出 {spent} {unit}。',
        en: 'The reason is "{words}", yet {spent} ({unit}) was spent to date.',
        clears: {
          zh: '核对累计支出 {spent} {unit}；确有支出的，改写差异原因。',
          en: 'Check the {spent} ({unit}) spent to date; if it was, give the real reason.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    for (const row of spendingRows(dossier)) {
      const reason = reasonOf(row);
      const text = reasonText(row);
      if (row.classified || (reason === null && text === null)) {
        yield notApplicable;
        continue;
      }
      const { budget, released, spent } = spendingOf(row, period);
      const words = { zh: excerpt(text ?? reason?.word ?? ''), en: reason?.english ?? 'nothing was spent' };
      const reasonField = text === null ? 'reasonType' : 'reason';
      if (reason !== null && turnOf(reason) === 'finance' && 'released' in row.source.fields) {
        if (released.fen === null || budget.fen === null) {
          yield undecidable(row, (released.fen === null ? released : budget).fields[0]);
          continue;
        }
        const nothing = reason.code === 'R02' && released.fen === 0;
        if (budget.fen > 0 && (nothing || released.fen >= budget.fen)) {
          const unit = unitOf(row, 'released');
          yield fail(row, [reasonField, 'released', 'adjustedBudget'], {
            message: nothing ? 'nothingReleased' : 'released',
            args: {
              words,
              released: inUnit(released.fen, unit),
              budget: inUnit(budget.fen, unit),
              rate: percentOf(released.fen, budget.fen),
              unit,
            },
            value: inUnit(released.fen, unit),
            trace: `${term(row, 'released')} ÷ ${term(row, 'adjustedBudget')} = ${percentOf(released.fen, budget.fen)}`,
            atStake: Math.abs(budget.fen - (spent.fen ?? 0)),
          });
          continue;
        }
      }
      if (text !== null && saysNothingSpent(text) && spent.fen !== null && spent.fen > 0) {
        const spentField = spent.fields[0];
        const unit = unitOf(row, spentField);
        yield fail(row, [reasonField, spentField], {
          message: 'spent',
          args: { words, spent: inUnit(spent.fen, unit), unit },
          value: inUnit(spent.fen, unit),
          atStake: spent.fen,
        });
        continue;
      }
      yield pass;
    }
  },
});

/** Whether a text says that nothing was spent; that a part or the rest is unspent says less. */
function saysNothingSpent(text: string): boolean {
  return foldText(text)
    .replace(/(?:无|没有|不会?(?:再)?(?:形成|产生))结余/g, '')
    .split(/[。；;]/)
    .some(
      (sentence) =>
        /(?:未|没有|零)(?:发生)?支出(?!完|到|部分|的|约?\d)/.test(sentence) &&
        !/部分|剩余|其余|余款|结余|余额|尾款|全部|全额/.test(sentence),
    );
}
