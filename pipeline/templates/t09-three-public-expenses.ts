import { defineTemplate } from '../model/template.ts';
import { amount, rate, remark, sequence, text } from './fields.ts';

/** Vehicles as a whole, bought and run. */
const vehicles = [
  '公务用车购置及运行维护费',
  '公务用车购置及运行费',
  '公务用车购置及运维费',
  '公务用车购置和运行维护费',
  '公务用车购置和运行费',
  '公务用车购置、运行维护费',
  '公务用车运行维护及购置费',
  '公务用车购置及运行经费',
  '公务用车经费',
  '公务用车费',
];

/**
 * The columns of the one-row layout: budget and final accounts, each by item. A sheet of the budget alone may leave out
 * the heading over its items.
 */
function matrix<const P extends string>(
  prefix: P,
  zh: string,
  en: string,
  parents: readonly string[],
  isAlone: boolean,
) {
  // A 小计 is of the vehicles where it does not stand under the three.
  const under = (leaves: readonly string[]) => [
    ...parents.flatMap((parent) =>
      leaves
        .filter((leaf) => leaf !== '小计' || !parent.startsWith('三公'))
        .map((leaf) => `${parent}/${leaf}`),
    ),
    ...(isAlone ? leaves.filter((leaf) => leaf !== '小计') : []),
  ];
  const item = (word: string, english: string, ...leaves: readonly string[]) =>
    amount(`${zh}${word}`, `${en}: ${english}`, under(leaves.includes(word) ? leaves : [word, ...leaves]), {
      path: `${zh}/${word}`,
    });
  return {
    // A plain 合计 comes last: with meetings and training on the sheet it is the sum of all.
    [`${prefix}Total`]: item(
      '合计',
      'total',
      '三公经费/小计',
      '三公经费/合计',
      '三公经费小计',
      '三公经费合计',
      '三公经费',
      '合计',
      '小计合计',
    ),
    [`${prefix}Abroad`]: item(
      '因公出国(境)费',
      'official travel abroad',
      '因公出国(境)费用',
      '因公出国(境)经费',
      '因公出国(境)',
      '出国(境)费',
    ),
    [`${prefix}Cars`]: item(
      '公务用车小计',
      'vehicles',
      '小计',
      ...vehicles,
      ...vehicles.flatMap((whole) => [`${whole}/小计`, `${whole}/合计`]),
    ),
    [`${prefix}CarPurchase`]: item('公务用车购置费', 'vehicles bought', '购置费', '公务用车购置'),
    [`${prefix}CarRunning`]: item(
      '公务用车运行维护费',
      'vehicles run',
      '运行维护费',
      '公务用车运行费',
      '运行费',
      '公务用车运维费',
    ),
    [`${prefix}Reception`]: item('公务接待费', 'receptions', '公务接待', '接待费'),
  } as {
    // The keys are the prefix and these six words.
    readonly [K in `${P}${'Total' | 'Abroad' | 'Cars' | 'CarPurchase' | 'CarRunning' | 'Reception'}`]: ReturnType<
      typeof item
    >;
  };
}

/**
 * T09 “三公”经费表, in either layout: items as rows with this year and last year beside them, or one row with budget and
 * final accounts side by side. The order of items varies by place, so they are known by name only.
 */
export const threePublicExpenses = defineTemplate({
  id: 'T09',
  title: { zh: '“三公”经费表', en: 'Three public expenses' },
  titles: [
    '三公经费支出表',
    '三公经费支出情况表',
    '三公经费预算表',
    '三公经费决算表',
    '三公经费支出决算表',
    '一般公共预算三公经费支出表',
    '一般公共预算财政拨款三公经费支出决算表',
    '财政拨款三公经费支出表',
    '三公经费情况表',
    '三公经费执行情况表',
    '三公经费',
  ],
  amountUnit: '万元',
  form: {},
  sheet: [{ tables: ['items'] }],
  tables: {
    items: {
      title: { zh: '“三公”经费（按项目）', en: 'By item' },
      identity: { name: 'item' },
      optional: true,
      rowsNest: true,
      fixedRows: [
        '“三公”经费合计',
        '（一）因公出国（境）费',
        '（二）公务用车购置及运行维护费',
        '1.公务用车购置费',
        '2.公务用车运行维护费',
        '（三）公务接待费',
      ],
      rowSums: {
        '“三公”经费合计': {
          plus: ['（一）因公出国（境）费', '（二）公务用车购置及运行维护费', '（三）公务接待费'],
        },
        '（二）公务用车购置及运行维护费': { plus: ['1.公务用车购置费', '2.公务用车运行维护费'] },
      },
      fields: {
        seq: sequence(),
        item: text(
          '项目',
          'item',
          [
            ...['项目', '名称', '类别', '种类', '内容', '科目'].flatMap((word) =>
              ['三公经费', '经费', '费用', '开支'].map((spent) => spent + word),
            ),
            '支出项目',
            '科目',
            '内容',
          ],
          { required: true },
        ),
        lastBudget: amount('上年预算数', 'budget, last year', ['上年预算', '上年度预算数', '去年预算数'], {}),
        lastActual: amount(
          '上年决算数',
          'actual, last year',
          ['上年决算', '上年执行数', '上年实际支出', '上年支出数', '上年度决算数', '上年数', '上年实际'],
          {},
        ),
        budget: amount(
          '本年预算数',
          'budget',
          ['预算数', '本年预算', '年初预算数', '全年预算数', '本年度预算数', '合计', '预算数/合计'],
          { required: true },
        ),
        general: amount(
          '一般公共预算',
          'general public budget',
          ['一般公共预算拨款', '预算数/一般公共预算', '其中：一般公共预算'],
          { minor: true, variant: true },
        ),
        governmentFunds: amount(
          '政府性基金',
          'government-managed funds',
          ['政府性基金预算', '预算数/政府性基金'],
          { minor: true, variant: true },
        ),
        stateCapital: amount('国有资本', 'state capital', ['国有资本经营预算', '预算数/国有资本'], {
          minor: true,
          variant: true,
        }),
        actual: amount(
          '本年执行数',
          'actual',
          [
            '执行数',
            '决算数',
            '本年决算数',
            '实际支出',
            '累计支出',
            '支出数',
            '本年支出数',
            '实际支出数',
            '累计支付数',
            '截至#月支出数',
            '#月执行数',
          ],
          {},
        ),
        change: amount(
          '增减额',
          'change',
          ['比上年增减额', '增减', '较上年增减额', '增减变动额', '比上年增减'],
          { mayBeNegative: true, computed: { sum: ['budget'], less: ['lastBudget'] } },
        ),
        changeRate: rate(
          '增减率',
          'change rate',
          ['增减幅度', '比上年增减率', '较上年增减率', '增减变动率', '增减%'],
          { computed: { from: 'lastBudget', to: 'budget' } },
        ),
        reason: text(
          '变动原因',
          'reason',
          ['增减原因', '变动原因说明', '增减变动原因', '原因说明', '情况说明'],
          { prose: true, fillsDown: true },
        ),
        basis: text('口径', 'basis', ['数据口径'], { minor: true, variant: true }),
        vehicles: text(
          '保有量',
          'number',
          [
            '数量',
            '公务用车保有量',
            '车辆数',
            '个数(人次、辆)',
            '团组数',
            '批次',
            '批次数',
            '批次及人次',
            '团组(批次)数',
            '实物量',
          ],
          {
            minor: true,
            variant: true,
          },
        ),
        remark: remark(),
      },
    },
    matrix: {
      title: { zh: '“三公”经费（一行）', en: 'In one row' },
      identity: { name: 'unitName' },
      optional: true,
      fields: {
        unitName: text('单位名称', 'budget unit', ['单位', '部门名称', '预算单位'], { minor: true }),
        ...matrix(
          'budget',
          '预算数',
          'budget',
          [
            '预算数',
            '本年预算数',
            '年初预算数',
            '全年预算数',
            '三公经费',
            '三公经费预算',
            '三公经费预算数',
            '三公经费支出',
          ],
          true,
        ),
        ...matrix(
          'actual',
          '决算数',
          'final accounts',
          ['决算数', '执行数', '本年决算数', '实际支出数', '支出数', '支出决算数'],
          false,
        ),
      },
    },
  },
});
