import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, table } from './common.ts';

const items = [
  '土建工程',
  '设备购置',
  '监理费',
  '设计费',
  '宣传制作',
  '人员培训',
  '软件开发',
  '检测费',
  '租赁费',
  '物资采购',
];
const dimensions = [
  '立项必要性（20分）',
  '投入经济性（20分）',
  '绩效目标合理性（20分）',
  '实施方案可行性（20分）',
  '筹资合规性（20分）',
];

/** The assessment of a new project before it gets a budget. */
export function t05(random: Random, unit: Unit, projectName = '智慧灌溉示范园新建'): Draft {
  const costs = random.some(items, random.int(1, 6)).map((item, index) =>
    row({
      seq: index + 1,
      item,
      basis: random.pick(['市场询价', '同类项目中标价', '省定额标准']),
      pieceUnit: random.pick(['项', '台', '平方米', '人次']),
      quantity: random.int(1, 60),
      price: random.int(1, 90) * 500,
    }),
  );
  const requested = sum(
    costs.map(({ values }) => round((Number(values.quantity) * Number(values.price)) / 10_000, 6)),
  );
  const conclusion = random.pick(['支持', '支持', '调整后支持']);
  const suggested = conclusion === '支持' ? requested : round(requested * 0.9, 2);
  const scores = dimensions.map((dimension) => row({ dimension, weight: 20, score: random.int(15, 20) }));
  const withScores = random.chance(0.5);
  const prose = (text: string) => `${projectName}${text}`;
  return draftOf(random, 'T05', unit, {
    sheet: random.pick(['事前评估', '事前绩效评估表']),
    form: {
      projectName,
      applicant: unit.name,
      requested,
      overview: prose('位于示例区，建设内容和规模已经论证明确，建设期一年。'),
      policyBasis: prose('列入区政府年度重点工作安排，依据区级实施方案立项。'),
      need: prose('可解决现有设施老化、供水不足的问题，群众需求迫切。'),
      feasibility: prose('选址、图纸和资金来源均已落实，具备开工的条件。'),
      economy: prose('按市场询价测算，单价低于近三年同类项目平均水平。'),
      goals: prose('建成后覆盖耕地1200亩，年节水15万立方米，群众满意度90%以上。'),
      conclusion,
      suggested,
      ...(withScores ? { score: sum(scores.map(({ values }) => Number(values.score))) } : {}),
    },
    tables: {
      costs: table(
        ['seq', 'item', 'basis', 'pieceUnit', 'quantity', 'price', 'amount'],
        costs,
        random.pick([null, 'last'] as const),
      ),
      ...(withScores
        ? { scores: table(['dimension', 'weight', 'score'], scores, random.pick([null, 'last'] as const)) }
        : {}),
    },
  });
}
