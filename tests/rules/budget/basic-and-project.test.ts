import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { basicAndProject } from '../../../rules/budget/basic-and-project.ts';
import { testRule } from '../../support/test-rule.ts';

const columns = (
  basic: number | object | null,
  project: number | null,
  totalBasic = 2000,
  totalProject = 486.2,
) => balance({ expenditure: [{}, {}, { basic, project }, { basic: totalBasic, project: totalProject }] });
const natures = (basic: number, project: number) =>
  balance({
    expenditure: [{}, {}, {}, {}, { item: '基本支出', amount: basic }, { item: '项目支出', amount: project }],
  });

testRule(basicAndProject, {
  passes: {
    'a grand total with what is carried over, of which nothing is basic or project': {
      T13: balance({
        expenditure: [
          { amount: 100, basic: 60, project: 40 },
          { amount: 0 },
          { amount: 0 },
          { item: '年终结转', amount: 5 },
          { item: '支出总计', amount: 105, basic: 60, project: 40 },
          { item: '基本支出', amount: 60 },
          { item: '项目支出', amount: 40 },
        ],
      }),
    },
    'a line of 项目支出 alone is filled in': {
      T13: balance({
        expenditure: [
          {},
          {},
          {},
          {},
          { item: '基本支出', amount: null },
          { item: '项目支出', amount: 2486.2 },
        ],
      }),
    },
    'columns adding up': { T13: columns(200, 99.48) },
    'a function of basic expenditure alone': { T13: columns(299.48, null) },
    'rows adding up': { T13: natures(2000, 486.2) },
  },
  fails: {
    'within rounding': {
      T13: columns(200, 99.49),
      findings: [
        'notice 收支总表!B8: 农林水支出：基本支出 200.00 + 项目支出 99.49 = 299.49 万元，支出填 299.48 万元，差 0.01 万元，属尾差（容许 0.015）。',
      ],
    },
    'beyond rounding': {
      T13: columns(200, 99.5),
      findings: [
        'error 收支总表!B8: 农林水支出：基本支出 200.00 + 项目支出 99.50 = 299.50 万元，支出填 299.48 万元，差 0.02 万元。',
      ],
    },
    'a wrong line is not said again by the total': {
      T13: columns(200, 100.48, 2000, 487.2),
      findings: [
        'error 收支总表!B8: 农林水支出：基本支出 200.00 + 项目支出 100.48 = 300.48 万元，支出填 299.48 万元，差 1.00 万元。',
      ],
    },
    'columns and rows of one total': {
      T13: balance({
        expenditure: [
          { basic: 2175.42, project: 0 },
          { basic: 11.3, project: 0 },
          { basic: 299.48, project: 0 },
          { basic: 2000, project: 480 },
          { item: '基本支出', amount: 2000 },
          { item: '项目支出', amount: 480 },
        ],
      }),
      findings: [
        'error 收支总表!B9: 支出总计：基本支出 2000.00 + 项目支出 480.00 = 2480.00 万元，支出填 2486.20 万元，差 6.20 万元。',
      ],
    },
    'the rows': {
      T13: natures(2000, 480),
      findings: [
        'error 收支总表!B9: 支出总计：基本支出 2000.00 + 项目支出 480.00 = 2480.00 万元，支出填 2486.20 万元，差 6.20 万元。',
      ],
    },
  },
  undecidable: {
    'a further nature that cannot be read': {
      T13: balance({
        expenditure: [
          {},
          {},
          {},
          {},
          { item: '基本支出', amount: 2000 },
          { item: '项目支出', amount: 480 },
          { item: '经营支出', amount: gap('unreadable') },
        ],
      }),
      because: ['收支总表!B12'],
    },
    'a column that cannot be read': { T13: columns(gap('unreadable'), 99.48), because: ['收支总表!C8'] },
  },
  notApplicable: {
    'neither columns nor rows': { T13: balance() },
    'lines of the printed form that are empty': {
      T13: balance({
        expenditure: [{}, {}, {}, {}, { item: '基本支出', amount: null }, { item: '项目支出', amount: null }],
      }),
    },
  },
});
