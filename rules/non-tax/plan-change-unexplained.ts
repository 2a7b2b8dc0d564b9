import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { explanationFault, reasonText, stockPhrases } from '../../pipeline/model/explanation.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { yearBefore } from './year-before.ts';

/** FS-02: an item whose plan moves by three tenths or more on the year before says why. */
export const planChangeUnexplained = defineRule({
  meta: {
    id: 'FS-02',
    name: 'plan-change-unexplained',
    title: { zh: '非税收入计划变动30%及以上未说明', en: 'Change of planned revenue unexplained' },
    group: 'non-tax',
    scope: 'table',
    needs: ['T12'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中非税收入预算编制要求（变动幅度在30%及以上的项目须说明）',
      why: {
        zh: '计划变动大而不说明，收入预测是否可靠无法判断。',
        en: 'Without a word on a large change nobody can tell whether the forecast holds.',
      },
    },
    options: z.object({
      from: z.number().min(0).default(0.3).register(meaning, {
        unit: 'share',
        zh: '收入计划较上年变动达到此值，须说明原因',
        en: 'change rate of the plan from which it must be explained',
      }),
      minimumLength: z.number().int().min(1).default(2).register(meaning, {
        unit: 'characters',
        zh: '变动原因至少应有的字数（不含标点）',
        en: 'characters a reason must have, punctuation left out',
      }),
    }),
    messages: {
      unexplained: {
        zh: '「{item}」计划 {plan} {unit}，{base} {before} {unit}，变动 {change}，未说明原因。',
        en: '"{item}" is planned at {plan} against {before} ({base}, {unit}), a change of {change}, and no reason is given.',
        clears: {
          zh: '在变动原因中写明增减收因素；填报有误的，更正计划数或{base}数。',
          en: 'Give the reason for the change, or correct the figures.',
        },
      },
      fresh: {
        zh: '「{item}」计划 {plan} {unit}，{base}为 0，未说明新增原因。',
        en: '"{item}" is planned at {plan} ({unit}) after 0 ({base}), and no reason is given.',
        clears: {
          zh: '在变动原因中写明新增的依据；填报有误的，更正计划数或{base}数。',
          en: 'Give the reason for the new item, or correct the figures.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of submission.tables.items.rows) {
      const before = yearBefore(row);
      if (row.classified || before === null) {
        yield notApplicable;
        continue;
      }
      const { plan, item } = row.values;
      if (plan === null || before.fen === null) {
        // A blank plan is an item outside the plan, a blank year before an item that is new to the form.
        const field = plan === null ? 'plan' : before.field;
        yield row.gaps[field] === 'blank' ? notApplicable : undecidable(row, field);
        continue;
      }
      const gap = plan - before.fen;
      if (gap === 0 && plan === 0) {
        yield notApplicable;
        continue;
      }
      const limits = { minimumLength: options.minimumLength, boilerplate: stockPhrases };
      const isLarge = gap !== 0 && Math.abs(gap) >= options.from * before.fen - 1e-6;
      if (!isLarge || explanationFault(reasonText(row), limits) === null) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'plan');
      yield fail(
        row,
        row.source.columns.has('reason') ? ['reason', 'plan', before.field] : ['plan', before.field],
        {
          message: before.fen === 0 ? 'fresh' : 'unexplained',
          args: {
            item: excerpt(item ?? ''),
            plan: inUnit(plan, unit),
            before: inUnit(before.fen, unit),
            base: before.name,
            change: before.fen === 0 ? '—' : percentOf(gap, before.fen),
            unit,
          },
          measure: item ?? projectOf(row)?.code ?? placeOf(row, 'plan').label ?? '',
          value: inUnit(plan, unit),
          expected: inUnit(before.fen, unit),
          difference: inUnit(gap, unit),
          threshold: percent(options.from, 0),
          atStake: Math.abs(gap),
          trace: `${term(row, 'plan')} ${minus} ${term(row, before.field)} = ${inUnit(gap, unit)}`,
        },
      );
    }
  },
});
