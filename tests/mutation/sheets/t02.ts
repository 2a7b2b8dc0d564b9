import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { type Project, round, type Unit } from '../unit.ts';
import { outputs } from '../words.ts';
import { draftOf, inWords, measured, some, table } from './common.ts';

/** The monitoring form of one project: its money, its goal, its indicators on time. */
export function t02(random: Random, unit: Unit, project: Project): Draft {
  const share = unit.month / 12;
  const isWhole = random.chance(0.8);
  const general = isWhole ? project.budget : round(project.budget * 0.7, 2);
  const generalSpent = isWhole ? project.spent : round(project.spent * 0.7, 2);
  const other = round(project.budget - general, 6);
  const otherSpent = round(project.spent - generalSpent, 6);
  const funds = [
    {
      item: '年度资金总额',
      initialBudget: project.budget,
      cumActual: project.spent,
      forecast: project.budget,
    },
    {
      item: '其中：本年一般公共预算拨款',
      initialBudget: general,
      cumActual: generalSpent,
      forecast: general,
    },
    { item: '其他资金', initialBudget: other, cumActual: otherSpent, forecast: other },
  ].map(row);
  return draftOf(random, 'T02', unit, {
    sheet: random.pick(['绩效监控', '项目支出绩效目标执行监控表', 'Sheet1']),
    form: {
      projectName: project.name,
      department: unit.name,
      unitName: unit.name,
      goal: project.goal,
    },
    tables: {
      funds: table(['item', 'initialBudget', 'cumActual', 'execRate', 'forecast'], funds),
      indicators: table(
        [
          'level1',
          'level2',
          'indicator',
          'target',
          'actual',
          ...some(random, ['forecast']),
          ...(random.chance(0.7)
            ? ['causeFunds', 'causeRules', 'causeStaff', 'causeEquipment', 'causeOther']
            : []),
          'causeNote',
          'certain',
          'possible',
          'impossible',
          ...some(random, ['remark']),
        ],
        indicators(random, share),
      ),
    },
  });
}

/** Indicators as they should be by now: counted ones on time, the others within their bounds. */
export function indicators(random: Random, share: number) {
  const [what, unit] = random.pick(outputs);
  const whole = random.pick([12, 24, 60, 120, 360, 1200]) * random.int(1, 4);
  const done = Math.ceil(whole * share * (1 + random.next() * 0.08));
  const cost = random.int(10, 90);
  const list = [
    {
      level1: '产出指标',
      level2: '数量指标',
      indicator: `${what}数量`,
      target: measured(random.pick(['≥', '=', '≥'] as const), whole, unit),
      actual: measured(null, Math.min(whole, done), unit),
      forecast: measured(null, whole, unit),
    },
    {
      level1: '产出指标',
      level2: '质量指标',
      indicator: '验收合格率',
      target: measured(random.pick(['≥', '='] as const), random.pick([95, 98, 100]), '%'),
      actual: measured(null, 100, '%'),
      forecast: measured(null, 100, '%'),
    },
    {
      level1: '产出指标',
      level2: '时效指标',
      indicator: '按时完成率',
      target: measured('≥', 90, '%'),
      actual: measured(null, random.int(90, 100), '%'),
      forecast: measured(null, 100, '%'),
    },
    {
      level1: '成本指标',
      level2: '经济成本指标',
      indicator: '单位成本',
      target: measured('≤', cost, '万元'),
      actual: measured(null, round(cost * (1 - random.next() * 0.2), 2), '万元'),
      forecast: measured(null, cost, '万元'),
    },
    {
      level1: '效益指标',
      level2: '社会效益指标',
      indicator: '群众生产生活条件',
      target: inWords(random.pick(['明显改善', '有效改善', '得到改善'])),
      actual: inWords(random.pick(['达成预期指标', '明显改善', '已达成', '有效改善'])),
      forecast: inWords('达成预期指标'),
    },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      indicator: '群众满意度',
      target: measured('≥', 90, '%'),
      actual: measured(null, random.int(90, 99), '%'),
      forecast: measured(null, 95, '%'),
    },
  ];
  const [first, ...others] = list;
  const chosen = [first, ...others.filter(() => random.chance(0.7))].filter((one) => one !== undefined);
  return chosen.map((values) =>
    row({ ...values, certain: true, possible: null, impossible: null, causeNote: null, remark: null }),
  );
}
