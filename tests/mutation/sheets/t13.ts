import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, table } from './common.ts';

const functions = [
  '一般公共服务支出',
  '公共安全支出',
  '教育支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '交通运输支出',
  '住房保障支出',
];
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const reasons = ['新增乡村振兴示范项目', '上年一次性项目不再安排', '机构改革人员划转', '上级专项资金减少'];

/** Both sides of a budget, which come to the same. */
export function t13(random: Random, unit: Unit): Draft {
  const chosen = functions.filter(() => random.chance(0.6));
  const kept = chosen.length < 2 ? functions.slice(0, 4) : chosen;
  const amounts = kept.map((name) => (name === '城乡社区支出' ? 0 : random.figure(10, 3000)));
  const fund = random.pick([0, random.figure(5, 200)]);
  const withCommunity = kept.includes('城乡社区支出');
  const governmentFund = withCommunity ? fund : 0;
  const expenditure = kept.map((name, index) => ({
    name,
    amount: name === '城乡社区支出' ? governmentFund : (amounts[index] ?? 0),
  }));
  const spent = sum(expenditure.map(({ amount }) => amount));
  const carriedIn = random.pick([0, random.figure(1, 90)]);
  const carriedOut = random.pick([0, random.figure(1, 90)]);
  const other = random.pick([0, random.figure(0.1, 9)]);
  const general = sum([spent, carriedOut, -carriedIn, -other, -governmentFund]);
  const revenue = [
    ['一、一般公共预算拨款收入', general],
    ['二、政府性基金预算拨款收入', governmentFund],
    ['三、国有资本经营预算拨款收入', 0],
    ['四、财政专户管理资金收入', 0],
    ['五、其他收入', other],
    ['本年收入合计', sum([general, governmentFund, other])],
    ['上年结转', carriedIn],
    ['收入总计', sum([general, governmentFund, other, carriedIn])],
  ] as const;
  const columns = [
    'item',
    'amount',
    ...(random.chance(0.5) ? ['share'] : []),
    ...(random.chance(0.5) ? ['lastYear', 'changeRate'] : []),
  ];
  const last = (amount: number) => {
    const isFar = random.chance(0.1);
    return {
      lastYear: round(amount * (isFar ? 1.6 : 0.9 + random.next() * 0.18) + (amount === 0 ? 0 : 0.03), 2),
      reason: isFar ? random.pick(reasons) : null,
    };
  };
  const lines = expenditure.map(({ name, amount }, index) =>
    row({ item: `${numerals[index]}、${name}`, amount, ...last(amount) }),
  );
  const lastSpent = sum(lines.map(({ values }) => Number(values.lastYear)));
  const expenditureRows = [
    ...lines,
    row({ item: '本年支出合计', amount: spent, lastYear: lastSpent }),
    row({
      item: '年终结转',
      amount: carriedOut,
      lastYear: carriedOut === 0 ? 0 : round(carriedOut * 0.95, 2),
    }),
    row({
      item: '支出总计',
      amount: sum([spent, carriedOut]),
      lastYear: sum([lastSpent, carriedOut === 0 ? 0 : round(carriedOut * 0.95, 2)]),
    }),
  ];
  return draftOf(random, 'T13', unit, {
    sheet: random.pick(['收支总表', 'Sheet1']),
    tables: {
      revenue: table(
        columns.filter((column) => column === 'item' || column === 'amount' || column === 'share'),
        revenue.map(([item, amount]) => row({ item, amount })),
      ),
      expenditure: table([...columns, ...(columns.includes('lastYear') ? ['reason'] : [])], expenditureRows),
    },
  });
}
