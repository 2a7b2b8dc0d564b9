import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** JZ-04: no new advances. */
export const newAdvances = defineRule({
  meta: {
    id: 'JZ-04',
    name: 'new-advances',
    title: { zh: '新增暂付款', en: 'New advances' },
    group: 'carry-over',
    scope: 'unit',
    needs: ['T16', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中暂付款管理要求（无新增暂付款）；允许额为本工具默认（可在参数中调整）',
      why: {
        zh: '暂付款只减不增；新增暂付款是在预算之外出借财政资金。',
        en: 'Advances only go down; a new one lends public money outside the budget.',
      },
    },
    options: z.object({
      allowed: z.number().int().min(0).default(0).register(meaning, {
        unit: 'fen',
        zh: '每个往来单位允许新增的暂付款',
        en: 'new advances that pass, per debtor',
      }),
    }),
    messages: {
      row: {
        zh: '「{debtor}」本年新增暂付款 {added} {unit}，要求零新增。',
        en: '"{debtor}" got new advances of {added} ({unit}); none are allowed.',
        clears: {
          zh: '收回或列支 {added} {unit}；填报有误的，更正新增数。',
          en: 'Recover or account for {added} ({unit}), or correct the figure.',
        },
      },
      report: {
        zh: '报告称{year}年新增暂付款 {added}，要求零新增。',
        en: 'The report gives new advances of {added} for {year}; none are allowed.',
        clears: {
          zh: '收回或列支 {added}；填报有误的，更正报告数据。',
          en: 'Recover or account for {added}, or correct the report.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const verdicts = dossier.submissions
      .filter(({ template }) => template.id === 'T16')
      .flatMap(({ tables }) => tables.advances?.rows ?? [])
      .map((row) => judgeRow(row, options.allowed));
    yield* verdicts;
    // The report sums up the table: what a row said is not said again.
    if (!verdicts.some(({ outcome }) => outcome === 'fail')) yield* judgeReport(dossier, options.allowed);
  },
});

function judgeRow(row: Row, allowed: number): Verdict {
  const { added, debtor } = row.values;
  if (row.classified) return notApplicable;
  if (typeof added !== 'number')
    return isUnread(row, 'added') || hasGrown(row) ? undecidable(row, 'added') : notApplicable;
  if (added <= allowed) return pass;
  const unit = unitOf(row, 'added');
  return fail(row, 'added', {
    message: 'row',
    args: {
      debtor: excerpt(typeof debtor === 'string' ? debtor : ''),
      added: inUnit(added, unit),
      unit,
    },
    value: inUnit(added, unit),
    expected: inUnit(allowed, unit),
    atStake: added,
    trace: term(row, 'added'),
  });
}

function* judgeReport(dossier: Dossier, allowed: number): Generator<Verdict> {
  for (const fact of factsAbout(factsOf(dossier), 'newAdvances')) {
    const figure = figureOf(fact);
    if (figure === null) {
      yield notApplicable;
      continue;
    }
    if (figure <= allowed) {
      yield pass;
      continue;
    }
    yield failAt([placeOf(fact.row, 'value')], {
      message: 'report',
      args: { year: fact.year, added: factFigure(fact) },
      measure: `T19 ${fact.year}`,
      value: factFigure(fact),
      ...(fact.fen === null ? {} : { atStake: fact.fen }),
      trace: factTerm(fact),
    });
  }
}

/** Whether more is owed at the end than was at the beginning: where nothing is said to be added, something was. */
function hasGrown(row: Row): boolean {
  const [opening, cleared, closing] = ['opening', 'cleared', 'closing'].map((field) => amountOf(row, field));
  return typeof closing === 'number' && closing > (opening ?? 0) - (cleared ?? 0);
}
