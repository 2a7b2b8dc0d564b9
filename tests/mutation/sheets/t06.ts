import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { type Project, round, type Unit } from '../unit.ts';
import { outputs } from '../words.ts';
import { draftOf, inWords, measured, table } from './common.ts';

const shortfalls = [
  '受天气影响工期延后，剩余部分已列入下年计划',
  '参训人员因农忙请假，下一步合理安排培训时间',
  '验收资料不全，已督促施工单位补正',
];

/** The self-evaluation of one project at the end of the year: scored as its results say. */
export function t06(random: Random, unit: Unit, project: Project): Draft {
  const isFull = random.chance(0.6);
  const budget = project.budget;
  const executed = isFull ? budget : round(budget * (0.955 + random.next() * 0.04), 2);
  const executionScore = isFull ? 10 : round((10 * executed) / budget, 2);
  const [what, unitOfOutput] = random.pick(outputs);
  const target = random.pick([20, 50, 100, 200]) * random.int(1, 9);
  const share = random.pick([1, 1, 0.95, 0.9]);
  const rows = [
    {
      level1: '产出指标',
      level2: '数量指标',
      indicator: `${what}数量`,
      target: measured('≥', target, unitOfOutput),
      actual: measured(null, target * share, unitOfOutput),
      weight: 30,
      score: round(30 * share, 2),
      reason: share < 1 ? random.pick(shortfalls) : null,
    },
    {
      level1: '产出指标',
      level2: '质量指标',
      indicator: '验收合格率',
      target: measured('=', 100, '%'),
      actual: measured(null, 100, '%'),
      weight: 10,
      score: 10,
      reason: null,
    },
    {
      level1: '产出指标',
      level2: '成本指标',
      indicator: '项目总成本',
      target: measured('≤', Math.ceil(budget), '万元'),
      actual: measured(null, executed, '万元'),
      weight: 10,
      score: 10,
      reason: null,
    },
    {
      level1: '效益指标',
      level2: '社会效益指标',
      indicator: '公共服务水平',
      target: inWords(random.pick(['有效提升', '明显提高'])),
      actual: inWords(random.pick(['达成预期指标', '有效提升'])),
      weight: 30,
      score: random.pick([30, 28, 27]),
      reason: null,
    },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      indicator: '群众满意度',
      target: measured('≥', 90, '%'),
      actual: measured(null, random.int(91, 99), '%'),
      weight: 10,
      score: 10,
      reason: null,
    },
  ];
  const total = round(executionScore + sum(rows.map(({ score }) => score)), 2);
  return draftOf(random, 'T06', unit, {
    sheet: random.pick(['自评表', '项目支出绩效自评表']),
    form: {
      projectName: project.name,
      unitName: unit.name,
      goal: project.goal,
      goalResult: project.goalResult,
      totalScore: total,
      grade: total >= 90 ? '优' : '良',
    },
    tables: {
      funds: table(
        ['item', 'initialBudget', 'adjustedBudget', 'executed', 'weight', 'execRate', 'score'],
        [
          {
            item: '年度资金总额',
            initialBudget: budget,
            adjustedBudget: budget,
            executed,
            weight: 10,
            score: executionScore,
          },
          { item: '其中：当年财政拨款', initialBudget: budget, adjustedBudget: budget, executed },
          { item: '上年结转资金', initialBudget: 0, adjustedBudget: 0, executed: 0 },
          { item: '其他资金', initialBudget: 0, adjustedBudget: 0, executed: 0 },
        ].map(row),
      ),
      indicators: table(
        ['level1', 'level2', 'indicator', 'target', 'actual', 'weight', 'score', 'reason'],
        rows.map(row),
        random.pick([null, 'last'] as const),
      ),
    },
  });
}
