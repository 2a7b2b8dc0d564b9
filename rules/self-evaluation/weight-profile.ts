import { z } from 'zod';
import { type IndicatorKind, indicatorKind } from '../../pipeline/model/indicator.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { evaluatedIndicators, executionWeight, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { customaryExecutionWeight } from './thresholds.ts';

/** ZP-02: the points are divided among the first-level indicators as the general setting has it. */
export const weightProfile = defineRule({
  meta: {
    id: 'ZP-02',
    name: 'weight-profile',
    title: {
      zh: '一级指标权重与统一设置不同',
      en: 'Weights of first-level indicators differ from the general setting',
    },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'notice',
    basis: {
      source:
        '财预〔2020〕10号的通行做法（执行率10、产出50、效益30、满意度10；设成本指标的为10/20/40/20/10）；各地另有其他设置',
      why: {
        zh: '原则上统一设置权重，调整须有依据。',
        en: 'Weights are set alike in general; a change rests on something.',
      },
    },
    options: z.object({
      executionWeight: customaryExecutionWeight,
      profile: z.array(z.number()).length(4).default([10, 50, 30, 10]).register(meaning, {
        unit: 'score',
        zh: '一级权重：预算执行、产出、效益、满意度',
        en: 'points of execution, outputs, outcomes, satisfaction',
      }),
      profileWithCost: z.array(z.number()).length(5).default([10, 20, 40, 20, 10]).register(meaning, {
        unit: 'score',
        zh: '设成本指标时的一级权重：预算执行、成本、产出、效益、满意度',
        en: 'points of execution, costs, outputs, outcomes, satisfaction where costs are scored',
      }),
    }),
    messages: {
      differs: {
        zh: '一级权重为{weights}，与统一设置 {profile} 不同，请确认有调整依据。',
        en: 'First-level weights are {weights}, the general setting is {profile}; please confirm that the change rests on something.',
        clears: {
          zh: '有调整依据的无须处理；没有的，按 {profile} 设置分值。',
          en: 'Nothing need be done if it does; otherwise weigh as {profile}.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const rows = evaluatedIndicators(submission);
    if (rows.length === 0) {
      yield notApplicable;
      return;
    }
    const wanting = rows.find((row) => scoreIn(row, 'weight') === null);
    if (wanting !== undefined) {
      yield undecidable(wanting, 'weight');
      return;
    }
    const execution = executionWeight(fundsTotal(submission.tables.funds), options.executionWeight);
    const points = { cost: 0, output: 0, benefit: 0, satisfaction: 0 };
    for (const row of rows) {
      const { weight } = row.values;
      points[levelOf(row)] += typeof weight === 'number' ? weight : 0;
    }
    const hasCost = points.cost > 0;
    const { cost, output, benefit, satisfaction } = points;
    const found = [execution, ...[...(hasCost ? [cost] : []), output, benefit, satisfaction].map(hundredths)];
    // Weights that are not one hundred are ZP-01's.
    if (found.reduce((sum, one) => sum + one, 0) !== 100_00) {
      yield notApplicable;
      return;
    }
    const profile = hasCost ? options.profileWithCost : options.profile;
    if (found.every((one, index) => one === Math.round((profile[index] ?? 0) * 100))) {
      yield pass;
      return;
    }
    const names = hasCost ? namesWithCost : namesOfLevels;
    yield failAt(
      rows.map((row) => placeOf(row, 'weight')),
      {
        message: 'differs',
        args: {
          weights: {
            zh: found.map((one, index) => `${names[index]?.zh ?? ''} ${scoreText(one)}`).join('、'),
            en: found.map((one, index) => `${names[index]?.en ?? ''} ${scoreText(one)}`).join(', '),
          },
          profile: profile.join('/'),
        },
        value: found.map(scoreText).join('/'),
        expected: profile.join('/'),
      },
      projectOf(submission.form),
    );
  },
});

/**
 * The first level of an indicator: as the sheet says, where costs may be among the outputs and satisfaction among the
 * outcomes; else by what it measures.
 */
function levelOf(row: Row) {
  const stated = foldText(textIn(row, 'level1') ?? '');
  if (/产出/.test(stated)) return 'output';
  const level = levelOfKind[indicatorKind(row)];
  return /效益/.test(stated) && level !== 'satisfaction' ? 'benefit' : level;
}

const levelOfKind = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'cost',
  benefit: 'benefit',
  satisfaction: 'satisfaction',
} as const satisfies Readonly<Record<IndicatorKind, string>>;

const execution = { zh: '执行率', en: 'execution' };
const cost = { zh: '成本', en: 'costs' };
const others = [
  { zh: '产出', en: 'outputs' },
  { zh: '效益', en: 'outcomes' },
  { zh: '满意度', en: 'satisfaction' },
];
const namesOfLevels = [execution, ...others];
const namesWithCost = [execution, cost, ...others];
