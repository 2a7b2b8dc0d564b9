import { z } from 'zod';
import {
  type GuaranteeLines,
  guaranteeLines,
  lineWithout,
  sumOfLines,
} from '../../pipeline/model/guarantee-lines.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { inUnit, percentOf } from '../../pipeline/model/money.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import type { Submission } from '../../pipeline/model/submission.ts';
import { placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SB-09: operations cannot be paid in full while a project of theirs is not released or not spent in full. */
export const contradictsLedger = defineRule({
  meta: {
    id: 'SB-09',
    name: 'contradicts-ledger',
    title: { zh: '“三保”与项目台账矛盾', en: 'Three guarantees contradict the project ledger' },
    group: 'three-guarantees',
    scope: 'unit',
    needs: ['T08', 'T01'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告与项目分月支出进度表的对照（保运转称足额，运转保障项目未全部下达）',
      why: {
        zh: '保运转由“运转保障”项目构成，项目没有全部下达或支出，保运转就不是 100%。',
        en: 'Operations are made up of projects tagged so; while one of them is short, operations are not at 100 %.',
      },
    },
    options: z.object({
      tag: z.string().min(1).default('运转保障').register(meaning, {
        unit: 'words',
        zh: '项目名称中表明属于保运转的用词',
        en: 'word in a project name that marks it as government operations',
      }),
    }),
    messages: {
      unreleased: {
        zh: '保运转执行率 {rate}，但「{project}」预算 {budget} {unit}只下达 {released} {unit}、支出 {spent} {unit}。',
        en: 'Operations are at {rate}, yet of "{project}" only {released} of {budget} ({unit}) is released and {spent} spent.',
        clears: {
          zh: '核对“三保”支出表的保运转支出；「{project}」其余 {rest} {unit}未下达的，由财政端下达，保运转支出改按实际支付数填报。',
          en: 'Check what operations have spent; {rest} ({unit}) of "{project}" is for the finance side to release, and operations report payments made.',
        },
      },
      unspent: {
        zh: '保运转执行率 {rate}，但「{project}」预算 {budget} {unit}只支出 {spent} {unit}，尚有 {rest} {unit}未支出。',
        en: 'Operations are at {rate}, yet of "{project}" only {spent} of {budget} ({unit}) is spent; {rest} is not.',
        clears: {
          zh: '核对两表支出数；「{project}」尚未支出 {rest} {unit}属实的，保运转支出改按实际支付数填报。',
          en: 'Check both tables; if {rest} ({unit}) of "{project}" is unspent, operations report payments made.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const tagged = projectRows(dossier, 'T01').filter(
      ({ classified, values: { projectName } }) =>
        !classified &&
        typeof projectName === 'string' &&
        foldText(projectName).includes(foldText(options.tag)),
    );
    for (const operations of operationsOf(dossier.submissions)) {
      const arranged = sumOfLines(operations.rows, 'arranged');
      const spentInFull = sumOfLines(operations.rows, 'spent');
      if (tagged.length === 0) {
        yield notApplicable;
        continue;
      }
      if (arranged === null || spentInFull === null) {
        const field = arranged === null ? 'arranged' : 'spent';
        yield undecidable(lineWithout(operations.rows, field), field);
        continue;
      }
      if (arranged <= 0 || spentInFull < arranged) {
        yield notApplicable;
        continue;
      }
      for (const row of tagged)
        yield contradiction(row, operations, percentOf(spentInFull, arranged), period);
    }
  },
});

function operationsOf(submissions: readonly Submission[]): GuaranteeLines[] {
  return submissions
    .filter(({ template }) => template.id === 'T08')
    .flatMap((submission) => guaranteeLines(submission))
    .filter(({ kind }) => kind === 'operations');
}

function contradiction(row: Row, operations: GuaranteeLines, rate: string, period: string) {
  const { budget, released, spent } = spendingOf(row, period);
  const spentField = spent.fields[0];
  if (budget.fen === null || spent.fen === null)
    return undecidable(row, budget.fen === null ? 'adjustedBudget' : spentField);
  const isUnreleased = released.fen !== null && released.fen < budget.fen;
  if (!isUnreleased && spent.fen >= budget.fen) return pass;
  const unit = unitOf(row, spentField);
  const rest = budget.fen - (isUnreleased ? (released.fen ?? 0) : spent.fen);
  return failAt(
    [placeOf(row, isUnreleased ? 'released' : spentField), placeOf(operations.rows[0], 'spent')],
    {
      message: isUnreleased ? 'unreleased' : 'unspent',
      args: {
        rate,
        project: projectOf(row)?.name ?? '',
        budget: inUnit(budget.fen, unit),
        released: inUnit(released.fen ?? 0, unit),
        spent: inUnit(spent.fen, unit),
        rest: inUnit(rest, unit),
        unit,
      },
      value: inUnit(isUnreleased ? (released.fen ?? 0) : spent.fen, unit),
      expected: inUnit(budget.fen, unit),
      difference: inUnit(-rest, unit),
      atStake: rest,
      trace: `${term(row, 'adjustedBudget')}; ${isUnreleased ? `${term(row, 'released')}; ` : ''}${term(row, spent.fields, spent.fen)}`,
    },
    projectOf(row),
  );
}
