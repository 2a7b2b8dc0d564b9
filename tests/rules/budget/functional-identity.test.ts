import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { functionalIdentity } from '../../../rules/budget/functional-identity.ts';
import { testRule } from '../../support/test-rule.ts';

const amounts = [1629.4, 7.29, 1.5, 333.39, 59.74, 3, 11.3, 299.48, 9.18, 129.08, 2.85];
const names = [
  '一般公共服务支出',
  '公共安全支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '交通运输支出',
  '住房保障支出',
  '灾害防治及应急管理支出',
];
const reference = (total: number) =>
  balance({
    expenditure: [
      ...amounts.map((amount, index) => ({ item: names[index] ?? '', amount })),
      { item: '支出总计', amount: total },
    ],
  });

testRule(functionalIdentity, {
  passes: {
    'functions adding up': { T13: balance() },
    'natures beside functions': {
      T13: balance({
        expenditure: [
          {},
          {},
          {},
          {},
          { item: '基本支出', amount: 2000 },
          { item: '项目支出', amount: 486.2 },
        ],
      }),
    },
  },
  fails: {
    'a last digit of eleven functions': {
      T13: reference(2486.19),
      findings: [
        'notice 收支总表!B17: 支出功能分类 11 项合计 2486.21 万元，支出总计填 2486.19 万元，差 0.02 万元，属尾差（容许 0.06）。',
      ],
    },
    'exactly at the tolerance': {
      T13: reference(2486.15),
      findings: [
        'notice 收支总表!B17: 支出功能分类 11 项合计 2486.21 万元，支出总计填 2486.15 万元，差 0.06 万元，属尾差（容许 0.06）。',
      ],
    },
    'just beyond the tolerance': {
      T13: reference(2486.14),
      findings: [
        'error 收支总表!B17: 支出功能分类 11 项合计 2486.21 万元，支出总计填 2486.14 万元，差 0.07 万元（尾差容许 0.06）。',
      ],
    },
  },
  undecidable: {
    'a function that cannot be read': {
      T13: balance({ expenditure: [{}, {}, { amount: gap('unreadable') }] }),
      because: ['收支总表!B8'],
    },
  },
  notApplicable: { 'no expenditure on the sheet': { T13: [{}, {}, {}, {}] } },
});
